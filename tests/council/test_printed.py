"""What the printed documents say beyond the page: numbers of items, where papers lie, and what was announced."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.bodies import actions as bodies
from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings import previews
from ratslinde.council.meetings.models import Meeting, MeetingState
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.previews import session_drafts
from ratslinde.kernel import clock
from ratslinde.printing import plain_text
from ratslinde.printing.dates import long_date
from tests.council.reading import words_of

DAY = datetime.timedelta(days=1)


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    found = meetings.draft_meeting(
        clerk, body, organization=council, start=clock.now() + 30 * DAY, issued_on=clock.today(),
        issuer="Amira Sommerfeld", issuer_role="Vorsitz",
    )  # fmt: skip
    meetings.add_item(clerk, found, title="Bericht der Verwaltung")
    return found


@pytest.fixture
def paper(clerk, office, body, meeting) -> Paper:
    found = papers.draft_paper(clerk, office, body=body, title="Bank", proposal="Eine Bank.")
    papers.put_on_agenda(clerk, found, meeting=meeting)
    return found


def announced(meeting: Meeting) -> str:
    return words_of(Meeting.objects.get(pk=meeting.pk).announcement)


def publish(clerk, meeting: Meeting) -> None:
    papers.publish_session(clerk, Meeting.objects.get(pk=meeting.pk))


def test_the_way_of_a_paper_names_the_item_once_the_item_is_public(clerk, meeting, paper):
    papers.publish_paper(clerk, paper)
    assert "TOP" not in words_of(Paper.objects.get().main_document)
    drafts = session_drafts(clerk, Meeting.objects.get())
    assert "TOP 2" in plain_text(drafts[-1].document)
    publish(clerk, meeting)
    printed = Paper.objects.get().main_document
    assert "Gremium Sitzung am TOP" in words_of(printed)
    assert "TOP 2" in printed.text
    papers.publish_paper(clerk, Paper.objects.get())
    assert Paper.objects.get().main_document.text == printed.text


def test_the_number_of_a_nonpublic_item_is_not_printed(clerk, meeting, paper):
    step = paper.consultations.get()
    publish(clerk, meeting)
    item = step.agenda_item
    type(item).objects.filter(pk=item.pk).update(public=False, public_title="Angelegenheit")
    papers.publish_paper(clerk, Paper.objects.get())
    assert "TOP" not in words_of(Paper.objects.get().main_document)


def test_the_announcement_says_where_the_papers_can_be_read(administrator, clerk, body, meeting, settings):
    settings.RATSLINDE_URL = "https://rat.lindenhagen.example"
    bodies.edit_town(
        administrator, body, changes={"papers_place": "Rathaus, Zimmer 14"}, revision=body.revision
    )
    publish(clerk, meeting)
    assert (
        "Die Vorlagen zum öffentlichen Teil können hier eingesehen werden: Rathaus, Zimmer 14"
        in announced(meeting)
    )
    assert f"https://rat.lindenhagen.example/sitzungen/{meeting.public_id}/" in announced(meeting)


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000", "http://localhost:8000"])
def test_an_address_that_leads_nowhere_from_outside_is_not_printed(clerk, meeting, settings, url):
    settings.RATSLINDE_URL = url
    publish(clerk, meeting)
    assert "http" not in announced(meeting)
    assert "eingesehen" not in announced(meeting)


def test_the_notice_of_the_website_is_not_printed_and_the_one_for_print_is(
    administrator, clerk, body, meeting
):
    for_print = "Amtlich bekannt gemacht wird im Amtsblatt."
    changes = {"legal_notice": "Diese Seite dient der Information."}
    body = bodies.edit_town(administrator, body, changes=changes, revision=body.revision)
    publish(clerk, meeting)
    assert "dient der Information" not in announced(meeting)
    bodies.edit_town(administrator, body, changes={"print_notice": for_print}, revision=body.revision)
    publish(clerk, meeting)
    assert for_print in announced(meeting)
    assert Body.objects.get().legal_notice == "Diese Seite dient der Information."


@pytest.mark.parametrize(
    "begun", [{"state": MeetingState.HELD}, {"start": clock.at(datetime.date(2026, 3, 18), 17)}]
)
def test_what_was_announced_stays_once_the_session_has_begun(clerk, meeting, begun):
    publish(clerk, meeting)
    meetings.add_item(clerk, Meeting.objects.get(), title="Schon davor nachgetragen")
    assert previews.remarks(Meeting.objects.get()) == []
    publish(clerk, meeting)
    before = announced(meeting)
    assert "Schon davor nachgetragen" in before
    row = Meeting.objects.get()
    meetings.edit_meeting(clerk, row, changes=begun, revision=row.revision)
    meetings.add_item(clerk, Meeting.objects.get(), title="Nach der Sitzung")
    assert "bleibt, wie sie war" in previews.remarks(Meeting.objects.get())[0]
    assert [draft.key for draft in previews.meeting_drafts(clerk, Meeting.objects.get())] == ["tagesordnung"]
    publish(clerk, meeting)
    assert announced(meeting) == before
    assert "Nach der Sitzung" in words_of(Meeting.objects.get().agenda_document)


def test_an_announcement_that_was_taken_back_is_printed_anew(clerk, meeting):
    publish(clerk, meeting)
    row = Meeting.objects.get()
    meetings.edit_meeting(
        clerk, row, changes={"state": MeetingState.HELD, "issuer": ""}, revision=row.revision
    )
    publish(clerk, meeting)
    assert "Amira Sommerfeld" in announced(meeting)
    meetings.withdraw_meeting(clerk, Meeting.objects.get(), reason="Der Name soll fort.")
    publish(clerk, meeting)
    assert "Amira Sommerfeld" not in announced(meeting)


def test_the_agenda_is_as_of_the_day_on_which_it_was_first_printed_like_this(clerk, meeting, monkeypatch):
    def printed_as_of(day: datetime.date) -> bool:
        publish(clerk, meeting)
        return f"Stand: {long_date(day)}" in words_of(Meeting.objects.get().agenda_document)

    issued, later = clock.today(), clock.now() + 3 * DAY
    assert printed_as_of(issued)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert printed_as_of(issued)
    meetings.add_item(clerk, Meeting.objects.get(), title="Bank unter der Linde")
    changed = clock.today()
    assert printed_as_of(changed)
    later += 3 * DAY
    assert printed_as_of(changed)
