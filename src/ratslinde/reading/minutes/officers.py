"""Who was in the chair and who kept the minutes, told in sentences ("Schriftführerin war Frau Anna Birke.")."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.minutes.attendance_prose import office_off
from ratslinde.reading.minutes.person import Person
from ratslinde.reading.minutes.persons import persons_in
from ratslinde.reading.outcome import Entry, Span
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_RULES = load("attendance")["officers"]
_NAME = r"(?:(?:der|die) )?(?P<name>[A-ZÄÖÜ][^,;:()]{2,70}?)"
_END = (
    r"(?=(?<!\bDr)(?<!\bProf)(?<!\b[A-ZÄÖÜ])(?<!\b\d)\.(?:\s|$)|[,;(]|$"
    rf"|\s{alternatives(_RULES['behind'])}\b)"
)
_FORMS = tuple(
    re.compile(
        rf"(?<!\w)(?P<role>{alternatives(_RULES[roles])})\s+{alternatives(_RULES[verbs])}\s+{_NAME}{_END}"
    )
    for roles, verbs in (("roles", "being"), ("tasks", "doing"), ("made", "making"))
)
# "Leiter der Verwaltung" is no name
_OF_SOMETHING = re.compile(r"(?<!\bvon )(?<!\bzu )\b(?:der|des|dem|für|im|am)\b")
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")


def with_officers(attendees: tuple[Entry, ...], lines: list[Line]) -> tuple[Entry, ...]:
    """Return the attendees, with those whom a sentence of the head names; what it tells is to be checked.

    Who is in the list already gets only the function, where the list tells none.
    """
    found = list(attendees)
    for role, person, span in _told(lines):
        place = next((n for n, one in enumerate(found) if _same(one, person.name)), None)
        if place is None:
            found.append(_entry(person, role, span))
        elif found[place].value("role") is None:
            values = {**found[place].values, "role": stated(role, "sentence", span)}
            found[place] = msgspec.structs.replace(found[place], values=values)
    return tuple(found)


def _told(lines: list[Line]) -> Iterator[tuple[str, Person, Span | None]]:
    for block in blocks_of(lines):
        text = join_all(line.text for line in block)
        for form in _FORMS:
            for told in form.finditer(text):
                people = persons_in(office_off(told["name"]))
                if len(people) == 1 and not _OF_SOMETHING.search(people[0].name):
                    yield told["role"], people[0], span_of(block)


def _same(entry: Entry, name: str) -> bool:
    """Whether an entry is of this name, whichever of its parts stands first or is left out."""
    listed, told = (set(_WORD.findall(text)) for text in (str(entry.value("name")), name))
    return bool(told) and (told <= listed or listed <= told)


def _entry(person: Person, role: str, span: Span | None) -> Entry:
    return Entry(
        {
            "name": stated(person.name, "sentence", span, sure=False),
            "role": stated(person.role or role, "sentence", span, sure=False),
            "group": optional(person.group, "sentence", span),
            "section": NOTHING,
            "present": stated(value=True, rule="sentence", span=span, sure=False),
            "note": optional(person.note, "sentence", span),
        },
        span=span,
    )
