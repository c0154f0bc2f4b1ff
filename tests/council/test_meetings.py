"""Meetings: agenda, order, parts, conflict, and what of them becomes public."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, transaction

from ratslinde.council.documents.actions import add_document, edit_document
from ratslinde.council.meetings import actions
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.previews import preview_meeting
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published
from tests.council.reading import everything_public, words_of


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    start = clock.at(datetime.date(2026, 3, 18), 17, 30)
    meeting = actions.draft_meeting(clerk, body, organization=council, start=start)
    actions.add_item(clerk, meeting, title="Bericht der Verwaltung")
    actions.add_item(clerk, meeting, title="Fest unter der Linde")
    actions.add_item(
        clerk, meeting, title="Vertrag mit Frau Geheimnis", public=False, public_title="Vertragsangelegenheit"
    )
    return meeting


def test_items_are_numbered_within_their_part(meeting):
    assert [(item.number, item.public) for item in meeting.items.all()] == [
        ("1", True),
        ("2", True),
        ("1", False),
    ]


def test_a_new_order_is_kept_and_numbers_stay(clerk, meeting):
    ids = [item.public_id for item in meeting.items.all()]
    actions.order_items(clerk, meeting, order=[ids[1], ids[0], ids[2]], revision=meeting.revision)
    assert [item.number for item in meeting.items.all()] == ["2", "1", "1"]


def test_the_second_of_two_people_is_told_and_nothing_is_lost(clerk, meeting):
    first = actions.edit_meeting(
        clerk, meeting, changes={"hints": "Eingang am Hof"}, revision=meeting.revision
    )
    with pytest.raises(Conflict) as conflict:
        actions.edit_meeting(clerk, meeting, changes={"hints": "Eingang vorn"}, revision=meeting.revision)
    assert conflict.value.theirs == {"hints": "Eingang am Hof"}
    first.refresh_from_db()
    assert first.hints == "Eingang am Hof"


def test_ordering_an_agenda_that_changed_meanwhile_is_refused(clerk, meeting):
    ids = [item.public_id for item in meeting.items.all()]
    actions.add_item(clerk, meeting, title="Nachtrag")
    with pytest.raises(Conflict):
        actions.order_items(clerk, meeting, order=ids, revision=meeting.revision)


def test_of_a_nonpublic_item_only_the_neutral_title_is_public(clerk, meeting):
    AgendaItem.objects.filter(public=False).update(decision_text="Geheimer Beschluss", votes_yes=7)
    actions.publish_meeting(clerk, meeting)
    public = everything_public()
    assert "Vertragsangelegenheit" in public
    assert "Geheim" not in public
    assert "Geheimnis" not in public
    hidden = outlet.by_ids([AgendaItem.objects.get(public=False).public_id])
    assert [(each.oparl["public"], "ratslinde:votesYes" in each.oparl) for each in hidden.values()] == [
        (False, False)
    ]


def test_a_nonpublic_item_without_neutral_title_does_not_exist_for_the_public(clerk, meeting):
    AgendaItem.objects.filter(public=False).update(public_title="")
    actions.publish_meeting(clerk, meeting)
    entry = outlet.by_path(f"sitzungen/{meeting.public_id}/")
    assert [item["name"] for item in entry.oparl["agendaItem"]] == [
        "Bericht der Verwaltung",
        "Fest unter der Linde",
    ]
    assert entry.page.nonpublic_part is False


def test_an_item_that_becomes_nonpublic_later_is_withdrawn_with_its_documents(clerk, meeting, body):
    item = meeting.items.get(number="2", public=True)
    document = add_document(
        clerk,
        meeting,
        body=body,
        name="Skizze",
        file_name="skizze.txt",
        data=b"Skizze des Festes",
        public=True,
    )
    item.documents.add(document)
    actions.publish_meeting(clerk, meeting)
    assert "Skizze" in everything_public()
    item.refresh_from_db()
    actions.edit_item(clerk, item, changes={"public": False}, revision=item.revision)
    actions.publish_meeting(clerk, Meeting.objects.get())
    assert "Fest unter der Linde" not in everything_public()
    assert "Skizze" not in everything_public()
    assert Published.objects.get(pk=document.public_id).deleted


def test_a_file_added_after_the_publication_stays_inside_until_somebody_releases_it(clerk, meeting, body):
    actions.publish_meeting(clerk, meeting)
    meeting = Meeting.objects.get()
    late = add_document(
        clerk, meeting, body=body, name="Nachgereicht", file_name="n.txt", data=b"Spaetes Papier"
    )
    meeting.documents.add(late)
    actions.publish_meeting(clerk, meeting)
    assert "Nachgereicht" not in everything_public()
    late = edit_document(clerk, late, changes={"public": True}, revision=late.revision)
    actions.publish_meeting(clerk, Meeting.objects.get())
    assert "Nachgereicht" in everything_public()


def test_the_announcement_says_what_the_page_says_and_keeps_the_nonpublic_inside(clerk, meeting):
    actions.edit_meeting(
        clerk,
        meeting,
        changes={"issuer": "Alma Beispiel", "issued_on": datetime.date(2026, 3, 6)},
        revision=1,
    )
    actions.publish_meeting(clerk, Meeting.objects.get())
    words = words_of(Meeting.objects.get().announcement)
    assert "Fest unter der Linde" in words
    assert "Vertragsangelegenheit" in words
    assert "Geheimnis" not in words
    assert "Ausschuss für Chancengerechtigkeit und Integration" in words


def test_a_meeting_before_the_renaming_keeps_the_old_name(clerk, body, council):
    old = actions.draft_meeting(
        clerk, body, organization=council, start=clock.at(datetime.date(2025, 10, 31), 17)
    )
    actions.publish_meeting(clerk, old)
    entry = outlet.by_path(f"sitzungen/{old.public_id}/")
    assert entry.oparl["ratslinde:organizationName"] == "Integrationsrat"


def test_an_edit_is_public_only_after_the_next_publication_and_the_preview_shows_it(clerk, meeting):
    actions.publish_meeting(clerk, meeting)
    item = meeting.items.get(number="1", public=True)
    actions.edit_item(clerk, item, changes={"title": "Bericht und Ausblick"}, revision=item.revision)
    assert "Ausblick" not in everything_public()
    shown = preview_meeting(clerk, Meeting.objects.get())
    lines = [
        (line.attribute, line.before, line.after)
        for each in shown
        if each.kind == "agendaItem"
        for line in each.lines
    ]
    assert lines == [("name", "Bericht der Verwaltung", "Bericht und Ausblick")]
    actions.publish_meeting(clerk, Meeting.objects.get())
    assert "Ausblick" in everything_public()


def test_withdrawing_takes_everything_of_the_meeting_back(clerk, meeting):
    actions.publish_meeting(clerk, meeting)
    actions.withdraw_meeting(clerk, Meeting.objects.get(), reason="Falscher Raum genannt")
    assert "Linde" not in everything_public(kinds=("meeting", "agendaItem", "file"))
    entry = outlet.by_path(f"sitzungen/{meeting.public_id}/")
    assert entry.deleted
    assert Entry.objects.get(verb="meeting.withdraw").reason == "Falscher Raum genannt"
    assert "Falscher Raum" not in everything_public()


def test_withdrawing_needs_a_reason(clerk, meeting):
    actions.publish_meeting(clerk, meeting)
    with pytest.raises(Refused, match="Grund"):
        actions.withdraw_meeting(clerk, Meeting.objects.get(), reason=" ")


def test_a_removed_item_stays_announced_and_has_no_vote(clerk, meeting):
    actions.publish_meeting(clerk, meeting)
    item = meeting.items.get(number="2", public=True)
    actions.remove_item(clerk, item, reason="Wird vertagt")
    actions.publish_meeting(clerk, Meeting.objects.get())
    assert outlet.by_ids([item.public_id])[item.public_id].oparl["ratslinde:removed"] is True
    with pytest.raises(IntegrityError, match="agenda_item_removed_has_no_vote"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(votes_yes=3)


def test_a_draft_item_disappears_when_it_is_removed(clerk, meeting):
    actions.remove_item(clerk, meeting.items.first())
    assert meeting.items.count() == 2


def test_a_meeting_without_beginning_cannot_be_published(clerk, body, council):
    meeting = actions.draft_meeting(clerk, body, organization=council)
    with pytest.raises(Refused, match="Beginn"):
        actions.publish_meeting(clerk, meeting)
    with pytest.raises(IntegrityError, match="meeting_published_has_start"), transaction.atomic():
        Meeting.objects.update(publication="published")
