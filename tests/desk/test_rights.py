"""Every page of the desk × every role: what a role may not do answers 403, and a stranger is led to sign in."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from ratslinde.accounts.models import Role, User
from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Location
from ratslinde.council.meetings.actions import attach_to_meeting
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.models import Paper
from ratslinde.desk.urls import urlpatterns
from tests.desk.conftest import at_desk

ADMINISTRATOR, CLERK, DEPARTMENT, READER = Role.ADMINISTRATOR, Role.CLERK, Role.DEPARTMENT, Role.READER
OFFICE = {ADMINISTRATOR, CLERK}
ALL_READING = {*OFFICE, READER}
EVERYBODY = {*ALL_READING, DEPARTMENT}
PAGES = {
    "start": EVERYBODY, "sources": OFFICE, "source": OFFICE, "discard_source": OFFICE,
    "publish": OFFICE, "withdraw": OFFICE,
    "meetings": ALL_READING, "new_meeting": OFFICE, "meeting": ALL_READING, "edit_meeting": OFFICE, "item": OFFICE,
    "papers": EVERYBODY, "new_paper": {*OFFICE, DEPARTMENT}, "paper": EVERYBODY, "edit_paper": {*OFFICE, DEPARTMENT},
    "step": {*OFFICE, DEPARTMENT}, "document": ALL_READING, "edit_document": OFFICE,
    "organizations": ALL_READING, "organization": ALL_READING, "new_organization": OFFICE,
    "edit_organization": OFFICE, "locations": ALL_READING, "new_location": OFFICE, "location": OFFICE,
    "add_member": OFFICE, "edit_member": OFFICE, "people": ALL_READING, "person": ALL_READING, "new_person": OFFICE,
    "edit_person": OFFICE, "town": {ADMINISTRATOR}, "edit_town": {ADMINISTRATOR}, "new_term": {ADMINISTRATOR},
    "term": {ADMINISTRATOR}, "erase_person": {ADMINISTRATOR}, "draft": OFFICE,
}  # fmt: skip
POSTS = {
    "accept": OFFICE, "correct": OFFICE, "add_item": OFFICE, "order_items": OFFICE, "number_items": OFFICE,
    "remove_item": OFFICE, "put_on": OFFICE, "take_off": OFFICE, "put_paper_on": OFFICE,
    "add_step": {*OFFICE, DEPARTMENT}, "move_step": {*OFFICE, DEPARTMENT}, "remove_step": {*OFFICE, DEPARTMENT},
    "add_report": {*OFFICE, DEPARTMENT}, "remove_report": {*OFFICE, DEPARTMENT}, "add_document": OFFICE,
    "remove_document": OFFICE, "choose_invitation": OFFICE,
    "rename": OFFICE, "release_contact": OFFICE, "release_contacts": OFFICE,
}  # fmt: skip


@pytest.fixture
def everything(source, clerk, administrator, council, office, body) -> dict[str, list[object]]:
    """One of each kind, and the arguments with which each address names it."""
    meeting, paper = Meeting.objects.get(), Paper.objects.get()
    item, step = meeting.items.last(), paper.consultations.get()
    document = attach_to_meeting(clerk, meeting, name="Plan", file_name="plan.txt", data=b"Plan")
    person = bodies.add_person(clerk, body, family_name="Beispiel")
    member = bodies.add_membership(clerk, person, organization=council)
    report = papers.plan_report(clerk, paper, organization=council, date=None, text="Bericht")
    term = bodies.add_term(administrator, body, name="2025 bis 2030", start=council.start, end=None)
    meeting_id, paper_id = meeting.public_id, paper.public_id
    return {
        "source": [source.public_id], "discard_source": [source.public_id], "accept": [source.public_id, meeting_id],
        "correct": [source.public_id, meeting_id, "issuer"],
        "release_contact": [source.public_id, paper_id], "release_contacts": [source.public_id],
        "publish": ["sitzung", meeting_id], "withdraw": ["sitzung", meeting_id],
        "draft": ["sitzung", meeting_id, "tagesordnung"], "erase_person": [person.public_id],
        "item": [meeting_id, item.public_id], "remove_item": [meeting_id, item.public_id],
        "take_off": [meeting_id, step.public_id],
        **{name: [meeting_id] for name in ("meeting", "edit_meeting", "add_item", "order_items", "number_items")},
        "put_on": [meeting_id], "choose_invitation": [meeting_id],
        **{name: [paper_id] for name in ("paper", "edit_paper", "put_paper_on", "add_step", "add_report")},
        **{name: [paper_id, step.public_id] for name in ("step", "move_step", "remove_step")},
        "remove_report": [paper_id, report.pk], "add_document": ["sitzung", meeting_id],
        **{name: [document.public_id] for name in ("document", "edit_document", "remove_document")},
        **{name: [council.public_id] for name in ("organization", "edit_organization", "rename", "add_member")},
        "edit_member": [member.public_id], "location": [Location.objects.get().public_id],
        "person": [person.public_id], "edit_person": [person.public_id], "term": [term.public_id],
    }  # fmt: skip


def status(client: Client, name: str, arguments: list[object]) -> int:
    """The status of the answer; nothing of what it did stays."""
    with transaction.atomic():
        address = reverse(f"desk:{name}", args=arguments)
        answer = client.post(address) if name in POSTS else client.get(address)
        transaction.set_rollback(True)
    return answer.status_code


def test_every_address_stands_in_the_matrix():
    assert {pattern.name for pattern in urlpatterns} == {*PAGES, *POSTS}


@pytest.mark.parametrize("role", [ADMINISTRATOR, CLERK, DEPARTMENT, READER])
def test_a_role_opens_what_the_matrix_says_and_nothing_else(
    role, everything, administrator, clerk, department, reader
):
    cast: dict[str, User] = {
        ADMINISTRATOR: administrator, CLERK: clerk, DEPARTMENT: department, READER: reader,
    }  # fmt: skip
    client, wrong = at_desk(cast[role]), {}
    for name, roles in {**PAGES, **POSTS}.items():
        got = status(client, name, everything.get(name, []))
        if (got != 403) != (role in roles) or got >= 500 or (name in PAGES and role in roles and got != 200):
            wrong[name] = got
    assert wrong == {}


def test_a_stranger_is_led_to_sign_in_from_everywhere(everything):
    client = Client()
    for name in {**PAGES, **POSTS}:
        address = reverse(f"desk:{name}", args=everything.get(name, []))
        answer = client.post(address) if name in POSTS else client.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/anmelden/"), name


def test_an_account_without_a_role_sees_no_more_than_that_it_has_none(body, db):
    client = at_desk(User.objects.create_account("nobody", email="nobody@lindenhagen.example"))
    assert "noch keine Rolle" in client.get("/schreibtisch/").content.decode()
    assert client.get(reverse("desk:papers")).status_code == 403


def test_a_department_sees_its_own_papers_and_not_those_of_others(department, office, body, clerk):
    papers.draft_paper(clerk, office, body=body, title="Eigene Vorlage")
    other = papers.draft_paper(clerk, None, body=body, title="Geheime Personalsache", public=False)
    client = at_desk(department)
    for name in ("start", "papers"):
        text = client.get(reverse(f"desk:{name}")).content.decode()
        assert "Eigene Vorlage" in text
        assert "Geheime Personalsache" not in text
    answer = client.get(reverse("desk:paper", args=[other.public_id]))
    assert answer.status_code == 403
    assert "Geheime Personalsache" not in answer.content.decode()


def test_a_department_gets_the_attachments_of_its_own_papers_only(department, office, body, clerk):
    own = papers.draft_paper(clerk, office, body=body, title="Eigene")
    other = papers.draft_paper(clerk, None, body=body, title="Fremde")
    mine = papers.attach(clerk, own, name="Meins", file_name="meins.txt", data=b"meins")
    theirs = papers.attach(clerk, other, name="Ihres", file_name="ihres.txt", data=b"ihres")
    client = at_desk(department)
    assert client.get(reverse("desk:document", args=[mine.public_id])).content == b"meins"
    assert client.get(reverse("desk:document", args=[theirs.public_id])).status_code == 403


def test_a_department_cannot_take_a_paper_over_or_hand_it_on(department, office, body, clerk):
    foreign_office = bodies.add_organization(
        clerk, body, name="Fachbereich Bauen", organization_type="Verwaltungsbereich"
    )
    foreign = papers.draft_paper(clerk, foreign_office, body=body, title="Fremde")
    own = papers.draft_paper(clerk, office, body=body, title="Eigene")
    client = at_desk(department)
    data = {
        "title": "Gekapert",
        "paper_type": "Beschlussvorlage",
        "lead": str(office.pk),
        "revision": "1",
        "seen": "{}",
    }
    assert client.post(reverse("desk:edit_paper", args=[foreign.public_id]), data).status_code == 403
    answer = client.post(
        reverse("desk:edit_paper", args=[own.public_id]), {**data, "lead": str(foreign_office.pk)}
    )
    assert "lead" in answer.context["form"].errors
    foreign.refresh_from_db()
    own.refresh_from_db()
    assert (foreign.title, own.lead) == ("Fremde", office)


def test_a_reader_is_offered_no_change(source, reader, council):
    client, meeting = at_desk(reader), Meeting.objects.get()
    text = client.get(reverse("desk:meeting", args=[meeting.public_id])).content.decode()
    assert "Beschluss über eine Bank unter der Linde" in text
    for offer in (
        "Veröffentlichen …",
        "Bearbeiten",
        "Absetzen",
        "Punkt aufnehmen",
        "Vom Punkt lösen",
        "Ändern",
    ):
        assert offer not in text


def test_a_reader_does_not_see_contact_data(reader, clerk, body):
    person = bodies.add_person(clerk, body, family_name="Beispiel", email="alma@lindenhagen.example")
    address = reverse("desk:person", args=[person.public_id])
    assert "alma@lindenhagen.example" in at_desk(clerk).get(address).content.decode()
    assert "alma@lindenhagen.example" not in at_desk(reader).get(address).content.decode()


def test_the_navigation_offers_what_the_role_may_open(reader, department, clerk, administrator, body):
    offered = {
        user.name: [link.label for link in at_desk(user).get("/schreibtisch/").context["frame"].navigation]
        for user in (reader, department, clerk, administrator)
    }
    assert offered["department"] == ["Start", "Vorlagen", "Integration"]
    assert offered["reader"] == ["Start", "Sitzungen", "Vorlagen", "Integration", "Gremien", "Personen"]
    council = ["Start", "Einlesen", "Sitzungen", "Vorlagen", "Gremien", "Personen", "Kommune", "Konten"]
    of_council = {name: [each for each in labels if each in council] for name, labels in offered.items()}
    assert (of_council["clerk"], of_council["administration"]) == (council[:-2], council)
