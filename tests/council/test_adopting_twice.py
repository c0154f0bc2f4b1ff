"""Two files of one session: what the second states too stays when the first is discarded."""

from __future__ import annotations

from ratslinde.council.adoption.actions import adopt, discard
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.queries import cards, unchecked
from ratslinde.council.adoption.undoing import undoing
from ratslinde.council.meetings.actions import edit_item
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from tests.council.test_adopting_minutes import CORRECTED, FILLED, MINUTES, bench, meeting, source, votes

__all__ = ["meeting", "source"]
REPORTS = "TOP 3: Verschiedenes\n\nNichts.\n\n"


def with_reports(text: str) -> str:
    return text.replace("gez. Alma", f"{REPORTS}gez. Alma")


def read(clerk, body, text: str, *, name: str = "korrigiert.txt") -> Source:
    return adopt(clerk, body, name=name, data=text.encode())


def fields_of(filled) -> set[str]:
    return {one.field for each in filled for one in each.origins}


def test_what_a_later_file_states_too_is_told_apart_from_what_somebody_changed(source, clerk, body):
    read(clerk, body, CORRECTED)
    found = undoing(source)
    assert (fields_of(found.back), fields_of(found.kept)) == (set(), set())
    assert fields_of(found.shared) == FILLED | {"state", "end"}


def test_it_stays_and_belongs_to_the_later_file(source, clerk, body, meeting):
    later = read(clerk, body, CORRECTED)
    discard(clerk, source)
    meeting.refresh_from_db()
    assert (votes(bench()), bench().decision_text != "") == ((8, 1, 2), True)
    assert (meeting.state, meeting.end is not None) == (MeetingState.HELD, True)
    assert unchecked(later) == 7
    assert {origin.source for origin in Origin.objects.all()} == {later}


def test_with_the_later_file_the_session_is_as_it_was_before_both(source, clerk, body, meeting):
    later = read(clerk, body, CORRECTED)
    discard(clerk, source)
    discard(clerk, later)
    meeting.refresh_from_db()
    assert (votes(bench()), bench().decision_text, bench().unchecked) == ((None, None, None), "", ["title"])
    assert (meeting.state, meeting.end, meeting.unchecked) == (MeetingState.INVITED, None, [])


def test_what_the_later_file_leaves_out_goes_with_the_first(source, clerk, body):
    read(clerk, body, CORRECTED.replace("Ende: 19:10 Uhr", ""))
    assert fields_of(undoing(source).back) == {"end"}
    discard(clerk, source)
    assert Meeting.objects.get().end is None


def test_what_somebody_changed_after_both_is_still_told_as_changed(source, clerk, body):
    read(clerk, body, CORRECTED)
    item = bench()
    edit_item(clerk, item, changes={"votes_yes": 7}, revision=item.revision)
    assert fields_of(undoing(source).kept) == {"votes_yes"}
    discard(clerk, source)
    assert votes(bench()) == (7, 1, 2)


def test_an_item_that_both_name_stays_as_a_draft_of_the_later_one(clerk, body, meeting):
    first = read(clerk, body, with_reports(MINUTES), name="erste.txt")
    later = read(clerk, body, with_reports(CORRECTED))
    found = undoing(first)
    assert found.drafts == ()
    assert [(str(each.row), each.heir) for each in found.inherited] == [("TOP 3 Verschiedenes", later)]
    discard(clerk, first)
    title = later.origins.get(subject=AgendaItem.objects.get(number="3").public_id, field="title")
    assert ("erste.txt" in title.reason, title.first_line) == (True, None)
    discard(clerk, later)
    assert meeting.items.count() == 2


def test_an_item_that_only_the_first_names_goes_with_it(clerk, body, meeting):
    first = read(clerk, body, with_reports(MINUTES), name="erste.txt")
    read(clerk, body, CORRECTED)
    discard(clerk, first)
    assert meeting.items.count() == 2


def test_a_session_that_the_first_minutes_drafted_stays_for_the_second(clerk, body, council):
    first = read(clerk, body, with_reports(MINUTES), name="erste.txt")
    later = read(clerk, body, CORRECTED)
    waiting = {name for card in cards(first) for name in card.row.unchecked}
    discard(clerk, first)
    meeting = Meeting.objects.get()
    assert [item.number for item in meeting.items.all()] == ["1", "2"]
    assert (meeting.state, votes(bench())) == (MeetingState.HELD, (8, 1, 2))
    assert {name for card in cards(later) for name in card.row.unchecked} == waiting
    open_values = sum(len(row.unchecked) for row in (meeting, *meeting.items.all()))
    assert unchecked(later) == open_values, "a value would wait that no page shows"
    discard(clerk, later)
    assert not Meeting.objects.exists()


def test_what_a_file_drafted_is_not_thought_spoken_of_by_an_earlier_one(source, clerk, body):
    later = read(clerk, body, with_reports(CORRECTED))
    assert [row.title for row in undoing(later).drafts] == ["Verschiedenes"]
