"""Minutes: head, attendance, items with decision and vote, signatures."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.doubts import VOTING, doubts_of
from ratslinde.reading.agenda.item import Item
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.attendance import read_attendance
from ratslinde.reading.minutes.attendance_prose import read_prose
from ratslinde.reading.minutes.attendance_table import read_table, ticked_table
from ratslinde.reading.minutes.chair import with_chair
from ratslinde.reading.minutes.closing import without_closing
from ratslinde.reading.minutes.extract import extract_item
from ratslinde.reading.minutes.item import item_entry
from ratslinde.reading.minutes.officers import with_officers
from ratslinde.reading.minutes.protocol import items_start, read_protocol
from ratslinde.reading.minutes.sharing import share_votes, with_common_text
from ratslinde.reading.minutes.texts_below import TextsBelow, texts_below, with_bodies, with_decisions
from ratslinde.reading.minutes.untold import with_untold
from ratslinde.reading.outcome import Document, Entry, Field
from ratslinde.reading.sessions.announcement import starting_part
from ratslinde.reading.sessions.head import session_head
from ratslinde.reading.sessions.issues import issue_of, lone_date
from ratslinde.reading.sessions.signatures import signatures_of
from ratslinde.reading.sessions.times import no_time, times_below
from ratslinde.reading.text.dates import impossible_time, times_in
from ratslinde.reading.text.facts import Head
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of

TAIL = 40
SHORT = 20
_SEVERAL = ("vote-of-several", "vote-in-parts")
_CLOSING_STEMS = ("schlie", "schlo", "beend", "ende")
_CLOSED = re.compile(r"(?:schließt|beendet|schloss|beendete|geschlossen|Ende der|endet)\b", re.IGNORECASE)


def read_minutes(lines: list[Line]) -> Document:
    """Return minutes or an extract of them."""
    start = items_start(lines)
    head = session_head(lines[:start], "minutes")
    tail = lines[start:][-TAIL:] or lines[-TAIL:]
    signed = signatures_of(tail)
    below = texts_below(lines[start:], signed)
    printed = read_protocol(lines[start:][: below.begin], starting_part(lines[:start]))
    items = with_common_text(with_bodies(without_closing(printed, signed), below))
    entries = _entries(items, below) if items else extract_item(lines, head.facts)
    issue = issue_of(tail) or issue_of(lines[:8], head=True)
    told = times_below(tail)
    end = _end(lines[start:]) if head.end is NOTHING else head.end
    values = {
        "body": head.body,
        "date": head.date,
        "weekday": head.weekday,
        "start": told[0] if head.start is NOTHING else head.start,
        "end": told[1] if end is NOTHING else end,
        "place": head.place,
        "room": head.room,
        "issued_on": issue.day if issue else lone_date([*lines[:4], *tail[-6:]]),
        "issued_at": issue.place if issue else NOTHING,
    }
    parts: dict[str, tuple[Entry, ...] | Entry | None] = {
        "attendees": _attendees(lines[:start], head.facts),
        "items": entries,
        "signed_by": signed,
    }
    return Document(
        values, parts, span_of(lines), doubts=(*doubts_of(items, read=VOTING), *_several_votes(entries))
    )


def _entries(items: list[Item], below: TextsBelow) -> tuple[Entry, ...]:
    """The items with decision and vote; what was not read of them is to be checked."""
    read = share_votes(items, [item_entry(item) for item in items])
    return with_decisions(with_untold(items, read), below)


def _attendees(lines: list[Line], facts: Head) -> tuple[Entry, ...]:
    """Everybody named above the first item: in lists, sentences or tables."""
    ticked, rest = ticked_table(lines)
    listed = read_attendance(rest) or read_prose(rest) or read_table(rest)
    return with_officers(with_chair((*listed, *ticked), facts), lines)


def _several_votes(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """A sentence about the items that were voted on more than once, or part by part."""
    numbers = [
        str(entry.value("number"))
        for entry in entries
        if any(field.rule in _SEVERAL for vote in entry.entries("vote") for field in vote.values.values())
    ]
    return (
        (f"Mehrere Abstimmungen stehen unter TOP {', '.join(numbers)}; bitte vergleichen.",)
        if numbers
        else ()
    )


def _end(lines: list[Line]) -> Field:
    printed = [line for line in lines if line.text]
    for index in range(len(printed) - 1, -1, -1):
        line = printed[index]
        found = label_of(line, "item")
        ends = found is not None and found.label.key == "end"
        if not (ends or _tells_closing(line.text)):
            continue
        if found and ends and not found.rest and (told := _told_below(printed[index : index + 2])):
            return told
        if times := times_in(line.text):
            return stated(times[-1], "label" if found else "sentence", span_of([line]))
        if impossible_time(line.text, labelled=ends):
            return no_time(span_of([line]))
    return NOTHING


def _tells_closing(text: str) -> bool:
    """Whether a line tells that a session was closed; most hold none of the words, and patterns take their time."""
    small = text.lower()
    return any(stem in small for stem in _CLOSING_STEMS) and _CLOSED.search(text) is not None


def _told_below(lines: list[Line]) -> Field | None:
    """The time that stands alone on the line below its label."""
    text = lines[-1].text
    times = times_in(text)
    return stated(times[0], "label-below", span_of(lines)) if times and len(text) < SHORT else None
