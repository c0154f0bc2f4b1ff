"""One list of people under way: its heading, who is in it, and whether they were there."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.minutes.attendance_headings import (
    addressed_row,
    faction_of,
    heads_nobody,
    is_heading,
    opened_row,
    plain,
    tells_absence,
)
from ratslinde.reading.minutes.attendance_table import row_entry
from ratslinde.reading.minutes.person import Person
from ratslinde.reading.minutes.persons import is_addressed, persons_in
from ratslinde.reading.outcome import Cell, Entry
from ratslinde.reading.rules import load
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("attendance")
_ATTENDING = re.compile("|".join(_RULES["attending"]))
_ROLE_HEADING = re.compile("|".join(_RULES["role_headings"]), re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<role>[^()]+)\)")
_DEPUTISED = re.compile(r"(?:für|f\.)\s+(?:Fr\.|Hr\.|Frau|Herrn?)\s+\S+$")
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w’'-]+")


class AttendanceList:
    """Takes the texts of one column from above; `beside` when other lists stand beside it."""

    def __init__(self, left: float, *, heading: str | None = None, beside: bool = False) -> None:
        self.left = left
        self.beside = beside
        self.section: str | None = None
        self.present = True
        self.skipped = False
        self.nested = False
        self.found: list[Entry] = []
        self.last: tuple[Person, Line] | None = None
        self.filled: str | None = None
        if heading:
            self._head(heading)

    def take(self, text: str, line: Line) -> None:
        """Take a heading, people (added to `found`), or a function in brackets below a name."""
        row = opened_row(text) or addressed_row(text)
        if row:
            self._head(row[0])
            text = row[1]
        elif is_heading(text) or text.endswith(":"):
            self.subhead(text)
            return
        below = _IN_BRACKETS.fullmatch(text)
        if below and tells_absence(text):
            return
        if below and self.last and not persons_in(text):
            self._add_role(below["role"])
        elif self._ends_note(text, line):
            return
        elif not self.skipped:
            self._add(text, line)

    def take_row(self, row: Line, columns: dict[str, Cell]) -> bool:
        """Take the person of a row of a table with these columns; return False when the row holds none."""
        entry = None if self.skipped else row_entry(row, columns, section=self.section, present=self.present)
        if entry:
            self.filled, self.last = self.section, None
            self.found.append(entry)
        return entry is not None

    def subhead(self, text: str) -> None:
        """Take a heading; below "Entschuldigt" the groups of the absent may follow under their own."""
        empty = self.section is not None and self.filled != self.section
        below = not self.present and not tells_absence(text) and not _ATTENDING.search(text)
        absent = below and (self.nested or empty or self.beside)
        self._head(text)
        self.present, self.nested = self.present and not absent, absent

    def _head(self, text: str) -> None:
        self.section = plain(text)
        self.skipped = heads_nobody(self.section)
        self.present = not tells_absence(self.section)

    def _add(self, text: str, line: Line) -> None:
        people = persons_in(text)
        if not people and is_addressed(text):
            self.found.append(self._unclear(text, line))
        for person in people:
            self.last = (person, line)
            self.filled = self.section
            self.found.append(self._entry(person, line, several=len(people) > 1))

    def _unclear(self, text: str, line: Line) -> Entry:
        """Somebody whose name was not parted from what else stands there: the whole text, to be checked."""
        entry = self._entry(Person(text), line, several=False)
        return msgspec.structs.replace(
            entry,
            values={
                key: stated(field.value, "person-unclear", entry.span) for key, field in entry.values.items()
            },
        )

    def _add_role(self, role: str) -> None:
        if not self.last:
            return
        person, line = self.last
        person.role = person.role or role
        self.found[-1] = self._entry(person, line, several=False)

    def _ends_note(self, text: str, line: Line) -> bool:
        """Whether a bare word ends the name of whom the person above deputises for ("für Fr. Anna", "Berg")."""
        if not self.last or not _ONE_WORD.fullmatch(text) or line.number != self.last[1].number + 1:
            return False
        person, above = self.last
        if not person.note or not _DEPUTISED.search(person.note):
            return False
        person.note = f"{person.note} {text}"
        self.found[-1] = self._entry(person, above, several=False)
        return True

    def _entry(self, person: Person, line: Line, *, several: bool) -> Entry:
        span = span_of([line])
        heading = self.section or ""
        role = person.role or (heading if _ROLE_HEADING.match(heading) else None)
        stated_there = person.present is not None
        present = person.present if stated_there else self.present
        return Entry(
            {
                "name": stated(person.name, "person-in-row" if several else "person-line", span),
                "role": optional(role, "person-line", span),
                "group": optional(person.group, "person-line", span)
                if person.group
                else optional(faction_of(heading), "presence-heading", span),
                "section": optional(self.section, "presence-heading", span),
                "present": stated(present, "person-line" if stated_there else "presence-heading", span),
                "note": stated(person.note, "person-line", span) if person.note else NOTHING,
            },
            span=span,
        )
