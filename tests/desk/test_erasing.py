"""Erasing what was published about a person: seen first, asked with a reason, and said afterwards."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.council.bodies import actions
from ratslinde.council.bodies.models import Person
from ratslinde.council.documents.models import Document
from ratslinde.council.papers import actions as papers
from ratslinde.journal.models import Entry
from ratslinde.record.models import Version
from ratslinde.site.serving.working import work_all
from tests.desk.conftest import at_desk


@pytest.fixture
def person(clerk, body, council) -> Person:
    person = actions.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    actions.add_membership(clerk, person, organization=council, role="Vorsitz")
    actions.publish_organization(clerk, council)
    actions.publish_person(clerk, person)
    return person


def page(person: Person) -> str:
    return reverse("desk:erase_person", args=[person.public_id])


def in_record(text: str) -> bool:
    return Version.objects.filter(value__contains=text).exists()


def test_the_page_shows_what_goes_asks_why_and_says_what_became_of_it(administrator, clerk, person):
    actions.withdraw_person(clerk, person, reason="Antrag")
    client = at_desk(administrator)
    assert page(person) in client.get(reverse("desk:person", args=[person.public_id])).content.decode()
    text = client.get(page(person)).content.decode()
    for shown in ("Nachname: Beispiel", "Funktion: Vorsitz", "4 von 4 Fassungen", "Endgültig löschen"):
        assert shown in text
    answer = client.post(page(person), {"reason": " "})
    assert "Bitte einen Grund angeben" in str(answer.context["form"].errors["reason"])
    assert in_record("Beispiel")
    text = client.post(page(person), {"reason": "Antrag vom 3. März"}, follow=True).content.decode()
    for shown in ("4 Fassungen sind gelöscht", "0 von 4 Fassungen", "Grund: Antrag vom 3. März"):
        assert shown in text
    assert "Endgültig löschen" not in text
    assert not in_record("Beispiel")
    assert Entry.objects.filter(verb="person.erase", reason="Antrag vom 3. März").exists()


def test_the_page_names_the_documents_that_have_the_name_in_their_text(
    administrator, clerk, body, council, office, person
):
    paper = papers.draft_paper(clerk, office, body=body, title="Bericht", proposal="Eine Bank.")
    for name, words in (
        ("Protokoll", "Für die Liste sprach ALMA Beispiel."),
        ("Plan", "Zum Beispiel: Bank."),
    ):
        papers.attach(clerk, paper, name=name, file_name="a.txt", data=words.encode(), public=True)
    papers.attach(clerk, paper, name="Intern", file_name="a.txt", data=b"Alma Beispiel rief an.")
    papers.publish_paper(clerk, paper)
    work_all()
    named = Document.objects.get(name="Protokoll")
    answer = at_desk(administrator).get(page(person))
    assert [document.name for document in answer.context["naming"]] == ["Protokoll"]
    assert reverse("desk:document", args=[named.public_id]) in answer.content.decode()


def test_what_is_still_public_is_to_be_taken_back_first(administrator, person):
    client = at_desk(administrator)
    text = client.get(page(person)).content.decode()
    assert reverse("desk:withdraw", args=["person", person.public_id]) in text
    assert "Endgültig löschen" not in text
    assert "zuerst zurücknehmen" in client.post(page(person), {"reason": "trotzdem"}).content.decode()
    assert in_record("Beispiel")


def test_of_somebody_who_was_never_public_there_is_nothing_to_erase(administrator, clerk, body):
    person = actions.add_person(clerk, body, family_name="Muster")
    assert "nie etwas veröffentlicht" in at_desk(administrator).get(page(person)).content.decode()


def test_a_clerk_neither_sees_the_versions_nor_erases_them(desk, clerk, person):
    actions.withdraw_person(clerk, person, reason="Antrag")
    assert page(person) not in desk.get(reverse("desk:person", args=[person.public_id])).content.decode()
    assert desk.get(page(person)).status_code == 403
    assert desk.post(page(person), {"reason": "ich will"}).status_code == 403
    assert in_record("Beispiel")
