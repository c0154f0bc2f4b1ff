"""One list of people under way: its heading, who is in it, and whether they were there."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.minutes.person import Person
from ratslinde.reading.minutes.persons import is_addressed, is_person_of_office, persons_in
from ratslinde.reading.outcome import Entry
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("attendance")
_ABSENT = re.compile(alternatives(_RULES["absent"]), re.IGNORECASE)
_PRESENT = re.compile(alternatives(_RULES["present"]))
_ATTENDING = re.compile("|".join(_RULES["attending"]))
_NOBODY = re.compile(alternatives(_RULES["nobody"]))
_ROLE_HEADING = re.compile("|".join(_RULES["role_headings"]), re.IGNORECASE)
_ROW_HEADING = re.compile(alternatives(_RULES["row_headings"]))
LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{2,60}):\s*(?P<rest>\S.*)")
_IN_BRACKETS = re.compile(r"\((?P<role>[^()]+)\)")
_DEPUTISED = re.compile(r"(?:für|f\.)\s+(?:Fr\.|Hr\.|Frau|Herrn?)\s+\S+$")
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w’'-]+")
LONGEST_HEADING = 90


def is_heading(text: str) -> bool:
    """Return whether a text heads a list of people ("Entschuldigt fehlten:", "Von der Verwaltung")."""
    plain = _plain(text)
    if len(plain) > LONGEST_HEADING or plain.startswith("("):
        return False
    plain = plain[:1].upper() + plain[1:]
    known = _PRESENT.fullmatch(plain) or _NOBODY.fullmatch(plain) or _ABSENT.fullmatch(plain)
    if known:
        return text.rstrip().endswith(":") or not is_person_of_office(plain)
    return _ABSENT.search(plain) is not None and not persons_in(plain)


def opened_row(text: str) -> tuple[str, str] | None:
    """Return heading and people of a line that holds both ("Protokoll: Berg"), None for other lines."""
    labelled = LABELLED.fullmatch(text)
    if not labelled:
        return None
    alone = is_heading(labelled["label"])
    with_people = _ROW_HEADING.fullmatch(labelled["label"]) is not None and bool(persons_in(labelled["rest"]))
    return (labelled["label"], labelled["rest"]) if alone or with_people else None


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
        row = opened_row(text)
        if row:
            self._head(row[0])
            text = row[1]
        elif is_heading(text) or text.endswith(":"):
            self.subhead(text)
            return
        below = _IN_BRACKETS.fullmatch(text)
        if below and _ABSENT.search(text):
            return
        if below and self.last and not persons_in(text):
            self._add_role(below["role"])
        elif self._ends_note(text, line):
            return
        elif not self.skipped:
            self._add(text, line)

    def subhead(self, text: str) -> None:
        """Take a heading; below "Entschuldigt" the groups of the absent may follow under their own."""
        empty = self.section is not None and self.filled != self.section
        below = not self.present and not _ABSENT.search(text) and not _ATTENDING.search(text)
        absent = below and (self.nested or empty or self.beside)
        self._head(text)
        self.present, self.nested = self.present and not absent, absent

    def _head(self, text: str) -> None:
        self.section = _plain(text)
        self.skipped = _NOBODY.fullmatch(self.section) is not None
        self.present = _ABSENT.search(self.section) is None

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
                "group": optional(person.group, "person-line", span),
                "section": optional(self.section, "presence-heading", span),
                "present": stated(present, "person-line" if stated_there else "presence-heading", span),
                "note": stated(person.note, "person-line", span) if person.note else NOTHING,
            },
            span=span,
        )


def _plain(text: str) -> str:
    return text.strip().rstrip(":").strip()
