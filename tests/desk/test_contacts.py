"""Who gives information about a paper: it stays inside until somebody ticks it, and everybody sees that it does."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.council.adoption.actions import adopt, release_contacts
from ratslinde.council.adoption.models import Source
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import attach, edit_paper, publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.errors import Refused
from tests.council.reading import everything_public
from tests.council.test_story import SESSION
from tests.desk.conftest import accept_everything

SECOND = SESSION[SESSION.index("Beschluss über eine Bank unter der Linde\n\nF") :]
SECOND = SECOND.replace("Bank", "Laterne").replace("Frau Muster", "Herr Muster")


@pytest.fixture
def two_papers(clerk, body, council, office) -> Source:
    return adopt(clerk, body, name="zwei.txt", data=f"{SESSION}\n\n\n{SECOND}".encode())


def view_of(source: Source) -> str:
    return reverse("desk:source", args=[source.public_id])


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def contact_on(page: str, paper: Paper) -> str:
    return page.split(f'id="wert-{paper.public_id}-contact_name"')[1].split("</form>", maxsplit=1)[0]


def public_contacts() -> list[bool]:
    return list(Paper.objects.order_by("pk").values_list("contact_public", flat=True))


def test_a_contact_stays_inside_by_default_and_the_check_view_says_so_beside_it(desk, source):
    found = contact_on(text_of(desk.get(view_of(source))), Paper.objects.get())
    assert "bleibt intern" in found
    assert 'name="oeffentlich"' in found
    assert "checked" not in found
    assert 'id="kontakte"' not in text_of(desk.get(view_of(source)))  # one paper needs no “all”


def test_with_the_tick_it_becomes_public(desk, source, clerk):
    paper = Paper.objects.get()
    address = reverse("desk:release_contact", args=[source.public_id, paper.public_id])
    answer = desk.post(address, {"oeffentlich": "on"}, headers={"HX-Request": "true"})
    assert "wird öffentlich" in contact_on(text_of(answer), paper)
    assert public_contacts() == [True]
    accept_everything(clerk, source)
    publish_session(clerk, Meeting.objects.get())
    assert "02599 10-200" in everything_public(kinds=("paper",))


def test_the_tick_can_be_taken_back_without_javascript(desk, source, clerk):
    paper = Paper.objects.get()
    release_contacts(clerk, source, papers=[paper.public_id], public=True)
    answer = desk.post(reverse("desk:release_contact", args=[source.public_id, paper.public_id]))
    assert answer["Location"] == f"{view_of(source)}#karte-{paper.public_id}"
    assert public_contacts() == [False]


def test_all_papers_of_a_source_are_ticked_at_once_and_back(desk, two_papers):
    address = reverse("desk:release_contacts", args=[two_papers.public_id])
    for sent, expected, said in (
        ("", [False, False], "Das bleibt intern."),
        ("ja", [True, True], "Das wird öffentlich."),
        ("nein", [False, False], "Das bleibt intern."),
    ):
        desk.post(address, {"oeffentlich": sent})
        assert public_contacts() == expected
        found = text_of(desk.get(view_of(two_papers)))
        assert f"2 Vorlagen nennen, wer Auskunft erteilt. {said}" in found
    Paper.objects.filter(pk=Paper.objects.first().pk).update(contact_public=True)
    assert "Bei 1 davon bleibt das intern." in text_of(desk.get(view_of(two_papers)))


def test_where_the_profile_forbids_names_there_is_no_tick_and_they_are_listed_as_staying_inside(
    desk, source, clerk, monkeypatch
):
    for module in ("desk.adoption.values", "council.papers.public", "council.papers.previews"):
        monkeypatch.setattr(f"ratslinde.{module}.names_allowed", lambda _paper: False)
    Paper.objects.update(contact_public=True)
    assert 'name="oeffentlich"' not in text_of(desk.get(view_of(source)))
    accept_everything(clerk, source)
    text = text_of(desk.get(reverse("desk:publish", args=["vorlage", Paper.objects.get().public_id])))
    assert "Auskunft erteilt: Frau Muster" in text[text.index("Bleibt intern") :]


def test_only_papers_of_the_source_have_a_contact(source, clerk):
    with pytest.raises(Refused, match="nur eine Vorlage"):
        release_contacts(clerk, source, papers=[Meeting.objects.get().public_id], public=True)
    with pytest.raises(Refused, match="nicht mehr"):
        release_contacts(clerk, source, papers=["unbekannt"], public=True)


@pytest.mark.parametrize("kind", ["sitzung", "vorlage"])
def test_the_publish_page_lists_what_stays_inside(desk, source, clerk, kind):
    accept_everything(clerk, source)
    paper = Paper.objects.get()
    attach(clerk, paper, name="Grundriss", file_name="plan.txt", data=b"Plan")
    row = paper if kind == "vorlage" else Meeting.objects.get()
    address = reverse("desk:publish", args=[kind, row.public_id])
    text = text_of(desk.get(address))
    inside = text[text.index("Bleibt intern") :].split("</section>")[0]
    assert "Auskunft erteilt: Frau Muster, 02599 10-200, soziales@lindenhagen.example" in inside
    assert "Anlage „Grundriss“" in inside
    paper.refresh_from_db()
    edit_paper(clerk, paper, changes={"contact_public": True}, revision=paper.revision)
    text = text_of(desk.get(address))
    assert "Auskunft erteilt:" not in text[text.index("Bleibt intern") :].split("</section>")[0]


def test_without_its_papers_a_session_keeps_nothing_of_them(desk, source, clerk):
    accept_everything(clerk, source)
    address = reverse("desk:publish", args=["tagesordnung", Meeting.objects.get().public_id])
    assert "Bleibt intern" not in text_of(desk.get(address))
