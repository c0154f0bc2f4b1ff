"""Announcements, invitations and agendas: body, date, time, place, hints, agenda, who issued it."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from ratslinde.reading.agenda.doubts import doubts_of, texts_below
from ratslinde.reading.agenda.items import START, ItemReader
from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.agenda.parts import part_of, public_is_stated
from ratslinde.reading.fields import NOTHING, of_fact, stated
from ratslinde.reading.kinds import unspaced
from ratslinde.reading.outcome import Document, Entry, Field
from ratslinde.reading.sessions.head import session_head
from ratslinde.reading.sessions.issues import issue_of
from ratslinde.reading.sessions.signatures import signatures_of
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.head_reader import read_head
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of

_SESSION = re.compile(r"Sitzung\b")
_COUNTED_SESSION = re.compile(r"\d{1,3}\. (?:\w+ ){0,2}\w*[Ss]itzung\b")
_BROKEN_SESSION = re.compile(r"[Ss]itzung\b.* am ")
HEAD_LINES = 2  # above them no part of an agenda begins
NEAR = 5
TOP = 6
TAIL = 12
HINT_LINES = 40  # below the agenda


def read_sitting(lines: list[Line]) -> Document:
    """Return an announcement, an invitation or an agenda."""
    start = agenda_start(lines)
    head = session_head(lines[:start], "sitting")
    items = ItemReader(starting_part(lines[:start])).read(lines[start:])
    last = items[-1].lines[-1].number if items else 0
    tail = [line for line in lines if line.number > last] if items else lines[-TAIL:]
    issue = issue_of(tail) or issue_of(lines[:start], head=True)
    signed = signatures_of(
        [line for line in tail if not issue or line.number > issue.at.number]
    ) or signatures_of(tail)
    values = {
        "body": head.body,
        "date": head.date,
        "weekday": head.weekday,
        "time": head.start,
        "place": head.place,
        "room": head.room,
        "hint_text": of_fact(
            head.facts.first("hint") or read_head(tail[:HINT_LINES], "sitting").first("hint")
        ),
        "signed_by": signed[0].values["name"] if signed else NOTHING,
        "signed_role": signed[0].values["role"] if signed else NOTHING,
        "issued_on": issue.day if issue else NOTHING,
        "issued_at": issue.place if issue else NOTHING,
    }
    parts: dict[str, tuple[Entry, ...] | Entry | None] = {"agenda": tuple(item.entry() for item in items)}
    return Document(values, parts, span_of(lines), doubts=(*doubts_of(items), *texts_below(items)))


def agenda_start(lines: list[Line]) -> int:
    """Return the index of the first line of the agenda: its heading, else the first part or item."""
    headings = [
        n for n, line in enumerate(lines) if START.fullmatch(unspaced(line.text)) and not _is_title(lines, n)
    ]
    parts = [n for n, line in enumerate(lines) if n > HEAD_LINES and part_of(line.text) is not None]
    parts = [n for n in parts if not _names_session(lines, n)]
    followed = [index for index in sorted([*headings, *parts]) if _items_follow(lines, index)]
    if followed:
        return followed[0]
    items = (index for index, line in enumerate(lines) if _is_first_item(line))
    return next(iter(headings[-1:]), None) or next(items, len(lines))


def _is_title(lines: list[Line], index: int) -> bool:
    """Whether "Tagesordnung" heads the document, not the items: the session and its day are named below."""
    below = list(
        takewhile(lambda line: not number_of(line) or _COUNTED_SESSION.match(line.text), lines[index + 1 :])
    )
    told = any(_SESSION.search(line.text) and next(dates_in(line.text), None) for line in below)
    if told or index >= TOP:
        return told
    pairs = (f"{above.text} {line.text}" for above, line in pairwise(below))
    broken = any(_BROKEN_SESSION.search(pair) and next(dates_in(pair), None) for pair in pairs)
    return broken or any(_labels_day(line) for line in below)


def _labels_day(line: Line) -> bool:
    """Whether a line holds the day of the session behind its label."""
    found = label_of(line, "sitting")
    return found is not None and found.label.key == "date" and next(dates_in(found.rest), None) is not None


def _names_session(lines: list[Line], index: int) -> bool:
    """Whether "Öffentliche Sitzung des …" heads the document: the labels of the session follow, not the items."""
    below = takewhile(lambda line: not number_of(line), lines[index + 1 : index + 3 * NEAR])
    return any(_labels_session(line) for line in below if line.text)


def _labels_session(line: Line) -> bool:
    found = label_of(line, "sitting")
    return found is not None and found.label.key in ("date", "time", "place", "room")


def _is_first_item(line: Line) -> bool:
    """Whether a line begins item 1; "1. Sitzung" does not."""
    start = number_of(line)
    return start is not None and start[0].parts == (1,) and bool(start[1]) and not _SESSION.search(line.text)


def _items_follow(lines: list[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 : index + 3 * NEAR] if line.text][:NEAR]
    return any(number_of(line) and not _SESSION.search(line.text) for line in below)


def starting_part(head: list[Line]) -> Field:
    """Return what holds for items before the first heading of a part."""
    stating = [line for line in head if public_is_stated(line.text)]
    return stated(value=True, rule="public-stated", span=span_of(stating[:1])) if stating else NOTHING
