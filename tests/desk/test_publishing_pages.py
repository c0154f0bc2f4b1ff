"""Publish and withdraw: exactly what changes is shown, and what was shown is what happens."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.meetings.actions import edit_item, edit_meeting
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import draft_paper, publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.journal.models import Entry
from ratslinde.record.models import Published
from tests.desk.conftest import accept_everything, at_desk


@pytest.fixture
def meeting(source, clerk) -> Meeting:
    accept_everything(clerk, source)
    return Meeting.objects.get()


def address(kind: str, row) -> str:
    return reverse("desk:publish", args=[kind, row.public_id])


def asked(client, url: str) -> tuple[str, str]:
    """(the page, the mark of what it shows)."""
    text = client.get(url).content.decode()
    return text, re.search(r'name="stand" value="(\w+)"', text)[1]


def test_what_is_unchecked_is_said_before_anybody_can_publish(desk, source):
    meeting = Meeting.objects.get()
    text, stand = asked(desk, address("sitzung", meeting))
    assert "noch nicht geprüft" in text
    assert "Jetzt veröffentlichen" not in text
    answer = desk.post(address("sitzung", meeting), {"stand": stand})
    assert "Es wurde nichts veröffentlicht" in answer.content.decode()
    assert not Published.objects.filter(kind="meeting").exists()


def test_a_session_is_published_with_its_papers_as_it_was_shown(desk, meeting):
    text, stand = asked(desk, address("sitzung", meeting))
    for shown in (
        "Beschlussvorschlag",
        "Unter der Linde am Marktplatz wird eine Bank aufgestellt.",
        "14.05.2025, 17:30 Uhr",
    ):
        assert shown in text
    assert "Muster" not in text
    answer = desk.post(address("sitzung", meeting), {"stand": stand}, follow=True)
    assert (
        f'<a href="/sitzungen/{meeting.public_id}/">Die öffentliche Seite ansehen</a>'
        in answer.content.decode()
    )
    assert Published.objects.filter(kind="paper", deleted=False).count() == 1


def test_the_meeting_can_be_published_alone(desk, meeting):
    _, stand = asked(desk, address("tagesordnung", meeting))
    desk.post(address("tagesordnung", meeting), {"stand": stand})
    assert Published.objects.filter(kind="meeting").exists()
    assert not Published.objects.filter(kind="paper").exists()


def test_what_somebody_changed_after_the_look_is_shown_again_and_not_published(desk, meeting, clerk):
    _, stand = asked(desk, address("sitzung", meeting))
    edit_meeting(clerk, meeting, changes={"hints": "Heimlich hinzugefügt."}, revision=meeting.revision)
    answer = desk.post(address("sitzung", meeting), {"stand": stand})
    text = answer.content.decode()
    assert "Inzwischen hat sich etwas geändert" in text
    assert "Heimlich hinzugefügt." in text
    assert not Published.objects.filter(kind="meeting").exists()


def test_a_change_is_marked_word_by_word_with_german_labels(desk, meeting, clerk):
    publish_session(clerk, meeting)
    item = meeting.items.last()
    edit_item(
        clerk, item, changes={"title": "Beschluss über zwei Bänke unter der Linde"}, revision=item.revision
    )
    text, _ = asked(desk, address("sitzung", meeting))
    assert "<del>eine</del>" in text
    assert "<ins>Bänke</ins>" in text
    assert "Titel</th>" in text
    assert "Unter der Linde am Marktplatz" not in text  # what does not change is not shown


def test_of_a_nonpublic_item_the_publish_page_shows_the_neutral_title_only(desk, meeting, clerk):
    item = meeting.items.first()
    changes = {"public": False, "public_title": "Grundstückssache", "title": "Verkauf an Familie Beispiel"}
    edit_item(clerk, item, changes=changes, revision=item.revision)
    text, _ = asked(desk, address("sitzung", meeting))
    assert "Grundstückssache" in text
    assert "Familie Beispiel" not in text


def test_when_nothing_would_change_the_page_says_so_and_the_row_waits_no_more(desk, meeting, clerk):
    publish_session(clerk, meeting)
    meeting.refresh_from_db()
    edit_meeting(clerk, meeting, changes={"number": None}, revision=meeting.revision)
    assert str(meeting) in desk.get("/schreibtisch/").content.decode()
    text, stand = asked(desk, address("sitzung", meeting))
    assert "Es würde sich nichts ändern" in text
    desk.post(address("sitzung", meeting), {"stand": stand})
    changed = desk.get("/schreibtisch/").context["changed"]
    assert changed == []


def test_taking_back_needs_a_reason_and_keeps_it_inside(desk, meeting, clerk):
    publish_session(clerk, meeting)
    url = reverse("desk:withdraw", args=["sitzung", meeting.public_id])
    assert "Tagesordnungspunkt: Beschluss über eine Bank" in desk.get(url).content.decode()
    answer = desk.post(url, {"reason": " "})
    assert "Bitte einen Grund angeben" in str(answer.context["form"].errors["reason"])
    assert not Published.objects.get(pk=meeting.public_id).deleted
    desk.post(url, {"reason": "Falscher Termin"})
    assert Published.objects.get(pk=meeting.public_id).deleted
    assert Entry.objects.filter(verb="meeting.withdraw", reason="Falscher Termin").exists()
    assert not Published.objects.filter(standalone__contains="Falscher Termin").exists()


def test_a_nonpublic_paper_is_refused_with_the_reason(desk, clerk, body):
    paper = draft_paper(clerk, None, body=body, title="Personalsache", public=False)
    answer = desk.get(address("vorlage", paper))
    assert answer.status_code == 409
    assert "nichtöffentliche Vorlage" in answer.content.decode()


def test_body_person_and_town_are_published_from_their_pages(desk, administrator, council, clerk, body):
    person = bodies.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    bodies.add_membership(clerk, person, organization=council, role="Vorsitz")
    for client, kind, row in (
        (desk, "gremium", council),
        (desk, "person", person),
        (at_desk(administrator), "kommune", body),
    ):
        _, stand = asked(client, address(kind, row))
        assert client.post(address(kind, row), {"stand": stand}).status_code == 302
    assert Published.objects.filter(kind="membership", deleted=False).count() == 1


def test_an_unknown_kind_does_not_exist(desk, meeting):
    assert desk.get(reverse("desk:publish", args=["alles", meeting.public_id])).status_code == 404
    assert desk.get(reverse("desk:withdraw", args=["kommune", "x"])).status_code == 404


def test_the_paper_alone_is_published_from_its_page(desk, meeting):
    paper = Paper.objects.get()
    _, stand = asked(desk, address("vorlage", paper))
    desk.post(address("vorlage", paper), {"stand": stand})
    assert Published.objects.filter(pk=paper.public_id).exists()
