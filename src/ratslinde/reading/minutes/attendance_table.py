"""Attendance in a table whose headings tell name, function, faction and presence apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

import msgspec

from ratslinde.reading.fields import optional, stated
from ratslinde.reading.minutes.attendance_headings import is_heading, plain, tells_absence
from ratslinde.reading.minutes.persons import persons_in
from ratslinde.reading.minutes.remarks import is_absence
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("attendance")["columns"]
_HEADINGS = {key: re.compile(alternatives(_RULES[key]) + r"\s*:?", re.IGNORECASE) for key in _RULES}
_EXCUSED = re.compile(r"(?:un)?entschuldigt|fehlt", re.IGNORECASE)
_PRESENT = re.compile(r"ja|[xX☒☑✓✔]|anwesend", re.IGNORECASE)
_ABSENT = re.compile(r"nein|[-–—]|(?:un)?entschuldigt|abwesend|fehlt|nicht anwesend", re.IGNORECASE)
NEAR = 3


def read_table(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the people of each table that has a column "Name" and another one that is known."""
    return tuple(entry for table in _tables(lines) for entry in table.people())


def ticked_table(lines: list[Line]) -> tuple[tuple[Entry, ...], list[Line]]:
    """Return the people of the tables with a column of presence, and the lines without these tables."""
    found: list[Entry] = []
    taken: set[int] = set()
    for table in _tables(lines):
        people = table.people()
        if "present" in table.columns and len(people) > 1:
            found += people
            taken.update(row.number for row in (table.head, *table.rows))
    rest = [
        msgspec.structs.replace(line, text="", cells=()) if line.number in taken else line for line in lines
    ]
    return tuple(found), rest


def columns_of(line: Line) -> dict[str, Cell]:
    """Return the columns that a line heads, by what they hold; empty when it heads no table of people."""
    named = {_key(cell.text): cell for cell in line.cells} if len(line.cells) > 1 else {}
    columns = {key: cell for key, cell in named.items() if key}
    return columns if "name" in columns and len(columns) > 1 else {}


def row_entry(row: Line, columns: dict[str, Cell], *, section: str | None, present: bool) -> Entry | None:
    """Return the person of a row, None when its first column holds no name; `present` where no column tells it."""
    texts = {
        min(columns, key=lambda key: abs(columns[key].left - cell.left)): cell.text for cell in row.cells
    }
    people = persons_in(texts.get("name", ""))
    if len(people) != 1:
        return None
    person, said, span = people[0], texts.get("present", ""), span_of([row])
    note = texts.get("note") or person.note or (said if _EXCUSED.fullmatch(said) else None)
    missing = _ABSENT.fullmatch(said) is not None or (note is not None and is_absence(note))
    told = missing or _PRESENT.fullmatch(said) is not None
    return Entry(
        {
            "name": stated(person.name, "table", span),
            "role": optional(texts.get("role") or person.role, "table", span),
            "group": optional(texts.get("group") or person.group, "table", span),
            "section": optional(section, "presence-heading", span),
            "present": stated(present and not missing, "table" if told else _untold(columns, section), span),
            "note": optional(note, "table", span),
        },
        span=span,
    )


def _untold(columns: dict[str, Cell], section: str | None) -> str:
    """The rule for somebody of whom no column tells the presence: the heading does, where it is no column's matter."""
    return "presence-heading" if section and "present" not in columns else "person-in-row"


class _Table(msgspec.Struct, frozen=True):
    """A table of people: its head, its columns by what they hold, its rows, and the heading above."""

    head: Line
    columns: dict[str, Cell]
    rows: list[Line]
    section: str | None

    def people(self) -> list[Entry]:
        """Return the people of the rows."""
        there = not tells_absence(self.section or "")
        read = (row_entry(row, self.columns, section=self.section, present=there) for row in self.rows)
        return [entry for entry in read if entry]


def _tables(lines: list[Line]) -> Iterator[_Table]:
    """Yield each table of people."""
    for index, line in enumerate(lines):
        if columns := columns_of(line):
            rows = list(takewhile(lambda row: bool(row.text), lines[index + 1 :]))
            yield _Table(line, columns, rows, _heading_above(lines[:index]))


def _heading_above(lines: list[Line]) -> str | None:
    """The heading of a list that stands right above a table."""
    above = next((line for line in reversed(lines[-NEAR:]) if line.text), None)
    return plain(above.text) if above and len(above.cells) < 2 and is_heading(above.text) else None


def _key(heading: str) -> str | None:
    return next((key for key, pattern in _HEADINGS.items() if pattern.fullmatch(heading)), None)
