"""Attendance in a table whose headings tell name, function, faction and presence apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

import msgspec

from ratslinde.reading.fields import optional, stated
from ratslinde.reading.minutes.persons import persons_in
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("attendance")["columns"]
_HEADINGS = {key: re.compile(alternatives(_RULES[key]) + r"\s*:?", re.IGNORECASE) for key in _RULES}
_EXCUSED = re.compile(r"(?:un)?entschuldigt|fehlt", re.IGNORECASE)
_PRESENT = re.compile(r"ja|[xX☒☑✓✔]|anwesend", re.IGNORECASE)
_ABSENT = re.compile(r"nein|[-–—]|(?:un)?entschuldigt|abwesend|fehlt|nicht anwesend", re.IGNORECASE)


def read_table(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the people of each table that has a column "Name" and another one that is known."""
    return tuple(
        entry for _, columns, rows in _tables(lines) for row in rows if (entry := _entry(row, columns))
    )


def ticked_table(lines: list[Line]) -> tuple[tuple[Entry, ...], list[Line]]:
    """Return the people of the tables with a column of presence, and the lines without these tables."""
    found: list[Entry] = []
    taken: set[int] = set()
    for head, columns, rows in _tables(lines):
        people = [entry for row in rows if (entry := _entry(row, columns))]
        if "present" in columns and len(people) > 1:
            found += people
            taken.update(row.number for row in (head, *rows))
    rest = [
        msgspec.structs.replace(line, text="", cells=()) if line.number in taken else line for line in lines
    ]
    return tuple(found), rest


def _tables(lines: list[Line]) -> Iterator[tuple[Line, dict[str, Cell], list[Line]]]:
    """Yield the head of each table of people, its columns, and its rows."""
    for index, line in enumerate(lines):
        if columns := _columns(line):
            yield line, columns, list(takewhile(lambda row: bool(row.text), lines[index + 1 :]))


def _columns(line: Line) -> dict[str, Cell]:
    """The columns that a line heads, by what they hold; empty when it heads no list of people."""
    named = {_key(cell.text): cell for cell in line.cells}
    columns = {key: cell for key, cell in named.items() if key}
    return columns if "name" in columns and len(columns) > 1 else {}


def _key(heading: str) -> str | None:
    return next((key for key, pattern in _HEADINGS.items() if pattern.fullmatch(heading)), None)


def _entry(row: Line, columns: dict[str, Cell]) -> Entry | None:
    """The person of a row, None when its first column holds no name."""
    texts = {
        min(columns, key=lambda key: abs(columns[key].left - cell.left)): cell.text for cell in row.cells
    }
    people = persons_in(texts.get("name", ""))
    if len(people) != 1:
        return None
    said, span = texts.get("present", ""), span_of([row])
    absent = _ABSENT.fullmatch(said) is not None
    excuse = said if _EXCUSED.fullmatch(said) else None
    told = absent or _PRESENT.fullmatch(said) is not None
    return Entry(
        {
            "name": stated(people[0].name, "table", span),
            "role": optional(texts.get("role") or people[0].role, "table", span),
            "group": optional(texts.get("group") or people[0].group, "table", span),
            "section": optional(None, "table", span),
            "present": stated(not absent, "table" if told else "person-in-row", span),
            "note": optional(texts.get("note") or people[0].note or excuse, "table", span),
        },
        span=span,
    )
