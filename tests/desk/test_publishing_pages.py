"""Publish and withdraw: exactly what changes is shown, and what was shown is what happens."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from django.urls import reverse

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.meetings.actions import edit_item, edit_meeting, withdraw_meeting
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import draft_paper, publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.desk.publishing import council as council_kinds
from ratslinde.desk.publishing.kinds import KINDS
from ratslinde.desk.publishing.publishable import Step
from ratslinde.desk.publishing.showing import Change
from ratslinde.journal.models import Entry
from ratslinde.record.models import Published
from tests.desk.conftest import accept_everything, at_desk

DAY = datetime.date(2020, 11, 1)


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
    before, inside = text.split('aria-labelledby="intern"')
    inside, after = inside.split("</section>", maxsplit=1)
    assert "Muster" in inside
    assert "Muster" not in before + after
    answer = desk.post(address("sitzung", meeting), {"stand": stand}, follow=True)
    assert (
        f'<a href="/sitzungen/{meeting.public_id}/">Die öffentliche Seite ansehen</a>'
        in answer.content.decode()
    )
    assert Published.objects.filter(kind="paper", deleted=False).count() == 1


def test_the_items_of_a_meeting_that_is_moved_keep_their_text(desk, clerk, meeting):
    publish_session(clerk, meeting)
    meeting.refresh_from_db()
    edit_meeting(
        clerk,
        meeting,
        changes={"start": meeting.start + datetime.timedelta(days=1)},
        revision=meeting.revision,
    )
    text, _ = asked(desk, address("tagesordnung", meeting))
    items = [part for part in text.split("<article")[1:] if "Tagesordnungspunkt</" in part]
    assert items
    assert all("Der Text bleibt." in item and "neu erzeugt" not in item for item in items)
    printed = Change(kind="Dokument", title="", state="changed", rows=[], details=[])
    assert printed.reprinted
    assert not printed.sorted_anew


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


def test_what_changes_while_the_answer_is_on_its_way_is_shown_and_not_published(
    desk, meeting, clerk, monkeypatch
):
    url, session = address("sitzung", meeting), KINDS["sitzung"]
    _, stand = asked(desk, url)

    def publish_late(actor, row, *, seen):
        edit_meeting(
            clerk, Meeting.objects.get(), changes={"hints": "Dazwischen."}, revision=meeting.revision
        )
        return session.publish.act(actor, row, seen=seen)

    late = dataclasses.replace(session, publish=Step(look=session.publish.look, act=publish_late))
    monkeypatch.setitem(KINDS, "sitzung", late)
    text = desk.post(url, {"stand": stand}).content.decode()
    assert "Inzwischen hat sich etwas geändert" in text
    assert "Dazwischen." in text
    assert not Published.objects.filter(kind="meeting").exists()
    monkeypatch.undo()
    _, stand = asked(desk, url)
    assert desk.post(url, {"stand": stand}).status_code == 302


def test_an_answer_without_the_mark_publishes_nothing(desk, meeting):
    assert "Es wurde nichts veröffentlicht" in desk.post(address("sitzung", meeting)).content.decode()
    assert not Published.objects.filter(kind="meeting").exists()


def test_what_was_published_since_the_look_is_not_taken_back_unseen(desk, clerk, council, body):
    person = bodies.add_person(clerk, body, family_name="Beispiel", given_name="Alma")
    bodies.add_membership(clerk, person, organization=council, role="Vorsitz")
    bodies.publish_person(clerk, person)
    url = reverse("desk:withdraw", args=["person", person.public_id])
    _, stand = asked(desk, url)
    bodies.publish_organization(clerk, council)
    text = desk.post(url, {"reason": "Antrag", "stand": stand}).content.decode()
    assert "Es wurde nichts zurückgenommen" in text
    assert "Mitgliedschaft: Vorsitz" in text
    assert not Published.objects.get(pk=person.public_id).deleted


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
    text, stand = asked(desk, url)
    assert "Tagesordnungspunkt: Beschluss über eine Bank" in text
    assert "Die Vorlage der Sitzung bleibt öffentlich." in text
    answer = desk.post(url, {"reason": " ", "stand": stand})
    assert "Bitte einen Grund angeben" in str(answer.context["form"].errors["reason"])
    assert not Published.objects.get(pk=meeting.public_id).deleted
    desk.post(url, {"reason": "Falscher Termin", "stand": stand})
    assert Published.objects.get(pk=meeting.public_id).deleted
    assert Entry.objects.filter(verb="meeting.withdraw", reason="Falscher Termin").exists()
    assert not Published.objects.filter(standalone__contains="Falscher Termin").exists()


def test_who_takes_a_paper_back_is_told_that_its_item_stays_on_the_public_agenda(desk, meeting, clerk):
    publish_session(clerk, meeting)
    paper = Paper.objects.get()
    url, item = (
        reverse("desk:withdraw", args=["vorlage", paper.public_id]),
        paper.consultations.get().agenda_item,
    )
    sentence = f"TOP {item.number} der Sitzung „{item.meeting}“ bleibt öffentlich, ohne die Vorlage."
    assert sentence in desk.get(url).content.decode()
    withdraw_meeting(clerk, Meeting.objects.get(), reason="Irrtum")
    assert sentence not in desk.get(url).content.decode()


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


def test_a_place_and_a_term_are_taken_back_with_reason_and_preview(desk, administrator, clerk, body, meeting):
    publish_session(clerk, meeting)
    term = bodies.add_term(administrator, body, name="10. Wahlperiode", start=DAY, end=None)
    bodies.publish_term(administrator, term)
    for client, kind, row, said in (
        (desk, "ort", meeting.location, "1 veröffentlichte Sitzung nennt diesen Ort"),
        (at_desk(administrator), "wahlperiode", term, "Wahlperiode: 10. Wahlperiode"),
    ):
        url = reverse("desk:withdraw", args=[kind, row.public_id])
        assert url in client.get(KINDS[kind].page(row)).content.decode()
        text, stand = asked(client, url)
        assert said in text
        assert "Bitte einen Grund angeben" in client.post(url, {"stand": stand}).content.decode()
        answer = client.post(url, {"reason": "Falsch eingetragen", "stand": stand}, follow=True)
        assert "zurückgenommen" in answer.content.decode()
        assert Published.objects.get(pk=row.public_id).deleted


def test_only_an_administrator_takes_a_term_back(desk, administrator, body):
    term = bodies.add_term(administrator, body, name="10. Wahlperiode", start=DAY, end=None)
    bodies.publish_term(administrator, term)
    assert desk.get(reverse("desk:withdraw", args=["wahlperiode", term.public_id])).status_code == 403


@pytest.mark.parametrize("kind", council_kinds.KINDS)
def test_every_kind_of_the_councils_has_its_pages(kind, administrator, body, clerk, meeting):
    rows = {
        "vorlage": meeting.consultations.get().paper,
        "gremium": meeting.organization,
        "person": bodies.add_person(clerk, body, family_name="Beispiel"),
        "ort": meeting.location,
        "wahlperiode": bodies.add_term(administrator, body, name="10. Wahlperiode", start=DAY, end=None),
        "kommune": body,
    }
    row, client = rows.get(kind, meeting), at_desk(administrator)
    assert client.get(address(kind, row)).status_code == 200
    assert client.get(KINDS[kind].page(row)).status_code == 200
    assert KINDS[kind].public_page(row).startswith("/")
    assert "{" not in KINDS[kind].public_page(row)


def test_an_unknown_kind_does_not_exist(desk, meeting):
    assert desk.get(reverse("desk:publish", args=["alles", meeting.public_id])).status_code == 404
    assert desk.get(reverse("desk:withdraw", args=["kommune", "x"])).status_code == 404


def test_the_paper_alone_is_published_from_its_page(desk, meeting):
    paper = Paper.objects.get()
    _, stand = asked(desk, address("vorlage", paper))
    desk.post(address("vorlage", paper), {"stand": stand})
    assert Published.objects.filter(pk=paper.public_id).exists()
