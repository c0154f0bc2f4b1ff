"""Minutes fill in a session that is there already, and can be taken back."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.adoption.actions import accept, adopt, discard
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.queries import cards, sources, unchecked
from ratslinde.council.adoption.undoing import undoing
from ratslinde.council.meetings.actions import add_item, draft_meeting, edit_item, publish_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.council.waiting import changed_since_publication
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from tests.council.test_story import SESSION

MINUTES = """Niederschrift

über die Sitzung des Integrationsrates am Mittwoch, 14.05.2025

Beginn: 17:30 Uhr
Ende: 19:10 Uhr

Öffentlicher Teil

TOP 1: Anfragen von Einwohnerinnen und Einwohnern

Es liegen keine Anfragen vor.

TOP 2: Beschluss über eine Bank unter der Linde

Beschluss:
Unter der Linde am Marktplatz wird eine Bank aufgestellt.

Abstimmungsergebnis: 9 Ja-Stimmen, 1 Nein-Stimme, 2 Enthaltungen

gez. Alma Beispiel
Vorsitz
"""
CORRECTED = MINUTES.replace("eine Bank aufgestellt", "eine neue Bank aufgestellt").replace("9 Ja", "8 Ja")
FILLED = {"decision_text", "result", "votes_yes", "votes_no", "votes_abstain"}


@pytest.fixture
def meeting(clerk, body, council) -> Meeting:
    start = clock.at(datetime.date(2025, 5, 14), 17, 30)
    meeting = draft_meeting(clerk, body, organization=council, start=start, state=MeetingState.INVITED)
    add_item(clerk, meeting, title="Anfragen von Einwohnerinnen und Einwohnern")
    add_item(clerk, meeting, title="Beschluss über eine Bank unter der Linde", unchecked=["title"])
    return meeting


@pytest.fixture
def source(clerk, body, meeting) -> Source:
    return adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())


def bench() -> AgendaItem:
    return AgendaItem.objects.get(number="2")


def votes(item: AgendaItem) -> tuple[int | None, int | None, int | None]:
    return item.votes_yes, item.votes_no, item.votes_abstain


def test_minutes_fill_what_the_session_still_lacks_and_every_value_is_to_be_checked(source, meeting):
    item = bench()
    meeting.refresh_from_db()
    assert (item.decision_text, votes(item)) == (
        "Unter der Linde am Marktplatz wird eine Bank aufgestellt.", (9, 1, 2)
    )  # fmt: skip
    assert (meeting.state, clock.town_time(meeting.end).hour) == ("durchgeführt", 19)
    assert set(item.unchecked) == FILLED | {"title"}
    assert set(meeting.unchecked) == {"state", "end"}


def test_discarded_minutes_leave_the_session_as_it_was(source, meeting, clerk):
    discard(clerk, source)
    item = bench()
    meeting.refresh_from_db()
    assert (item.decision_text, votes(item), item.unchecked) == ("", (None, None, None), ["title"])
    assert (meeting.state, meeting.end, meeting.unchecked) == ("eingeladen", None, [])
    assert not Source.objects.exists()
    assert Entry.objects.filter(verb="agenda.edit", subject=item.public_id).exists()


def test_what_somebody_only_confirmed_is_put_back_as_well(source, clerk):
    accept(clerk, source, subject=bench().public_id, fields=sorted(FILLED))
    discard(clerk, source)
    assert votes(bench()) == (None, None, None)


def test_what_somebody_changed_since_stays_and_is_named_before(source, clerk):
    item = bench()
    edit_item(clerk, item, changes={"votes_yes": 7}, revision=item.revision)
    found = undoing(source)
    assert [[one.field for one in each.origins] for each in found.kept] == [["votes_yes"]]
    assert {one.field for each in found.back for one in each.origins} == (FILLED | {"state", "end"}) - {
        "votes_yes"
    }
    discard(clerk, source)
    assert votes(bench()) == (7, None, None)


def test_an_item_that_the_minutes_added_goes_with_them(clerk, body, meeting):
    text = MINUTES.replace("TOP 2:", "TOP 3: Verschiedenes\n\nNichts.\n\nTOP 2:")
    source = adopt(clerk, body, name="niederschrift.txt", data=text.encode())
    assert [row.title for row in undoing(source).drafts] == ["Verschiedenes"]
    discard(clerk, source)
    assert meeting.items.count() == 2


def test_of_two_minutes_the_first_can_go_and_then_the_second(source, clerk, body):
    later = adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    discard(clerk, source)
    assert (votes(bench()), bench().decision_text) == ((8, 1, 2), CORRECTED.split("\n")[16])
    discard(clerk, later)
    assert (votes(bench()), bench().decision_text) == ((None, None, None), "")


def test_of_two_minutes_the_second_gives_back_what_the_first_said_unchecked(source, clerk, body):
    later = adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    discard(clerk, later)
    item = bench()
    assert (votes(item), set(item.unchecked)) == ((9, 1, 2), FILLED | {"title"})
    assert unchecked(source) == 7


def test_a_public_session_is_put_right_and_waits_to_be_published_again(clerk, body, meeting, council):
    AgendaItem.objects.update(unchecked=[])
    publish_meeting(clerk, meeting)
    source = adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    discard(clerk, source)
    assert votes(bench()) == (None, None, None)
    assert changed_since_publication(body) == [meeting]


def test_values_filled_before_this_was_kept_are_not_taken_back_and_it_is_said_before(source, clerk):
    Origin.objects.update(after=None, before=None)
    assert "Bitte dort ändern" in undoing(source).obstacle
    with pytest.raises(Refused, match="Bitte dort ändern"):
        discard(clerk, source)
    assert votes(bench()) == (9, 1, 2)


def test_somebody_who_has_the_item_open_is_told_that_minutes_filled_it(meeting, clerk, body):
    item = bench()
    adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    with pytest.raises(Conflict):
        edit_item(clerk, item, changes={"votes_yes": 7}, revision=item.revision)


def test_open_values_count_for_the_file_that_said_them(clerk, body, council, office):
    announcement = adopt(clerk, body, name="sitzung.txt", data=SESSION.encode())
    alone = unchecked(announcement)
    minutes = adopt(clerk, body, name="niederschrift.txt", data=MINUTES.encode())
    assert dict(sources(clerk, body)) == {announcement: alone, minutes: 7}
    assert (unchecked(announcement), unchecked(minutes)) == (alone, 7)
    total = sum(len(row.unchecked) for row in (*Meeting.objects.all(), *AgendaItem.objects.all()))
    assert total < alone + 7


def test_a_value_that_two_files_said_is_open_in_the_later_one_only(source, clerk, body):
    later = adopt(clerk, body, name="korrigiert.txt", data=CORRECTED.encode())
    counts = dict(sources(clerk, body))
    assert (counts[source], counts[later]) == (0, 7)
    shown = {origin.field for card in cards(source) for origin in card.origins}
    assert shown.isdisjoint(FILLED)


def test_minutes_that_name_an_item_twice_keep_the_first_result_and_say_so(clerk, body, meeting):
    block = MINUTES[MINUTES.index("TOP 2:") : MINUTES.index("gez.")]
    text = MINUTES.replace("gez.", block.replace("9 Ja", "4 Ja").replace("TOP 2", "TOP 3") + "gez.")
    source = adopt(clerk, body, name="niederschrift.txt", data=text.encode())
    assert votes(bench()) == (9, 1, 2)
    assert any("mehr als ein Ergebnis" in warning for warning in source.warnings)
