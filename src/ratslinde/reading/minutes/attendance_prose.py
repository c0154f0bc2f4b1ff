"""Attendance told in sentences ("Anwesend waren die Ratsmitglieder Anna Berg, Olaf Busch und Ina Claus.")."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, optional, stated
from ratslinde.reading.minutes.person import Person
from ratslinde.reading.minutes.persons import persons_in
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.blocks import blocks_of
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_LEAD = (
    r"(?P<lead>Anwesend\b[^.,]*?\b(?:sind|waren|war|ist)"
    r"|Weiter(?:hin)? (?:sind |waren |war )?anwesend(?: sind| waren| war)?"
    r"|(?P<absent>(?:Une|E)ntschuldigt\s(?:fehlten?|fehlen|sind|waren)|Es fehlten?(?: (?:un)?entschuldigt)?))"
)
_SENTENCE = re.compile(rf"{_LEAD}:?\s+(?P<people>[^:]{{5,1500}}?)\.?$")
_CHAIR = re.compile(r"unter (?:dem )?Vorsitz (?:von|des|der) (?P<name>.+?)\s(?:sind|waren|war|ist)$")
_BETWEEN = re.compile(r"\s*,\s*(?:sowie\s+)?|\s+(?:und|sowie)\s+")
_ARTICLE = re.compile(r"^(?:(?:die|der|das|den|dem|des|Herren|Damen|auch)\s+)+")
_OFFICE = re.compile(
    r"^(?:[A-ZÄÖÜ]?\w*(?:mitglied|herr|frau|rat|rät|vertreter|leiter|meister|vorsitzende|direktor)\w*\s+)+"
)


def read_prose(lines: list[Line]) -> tuple[Entry, ...]:
    """Return the people whom sentences call present or absent; none of them is sure."""
    found: list[Entry] = []
    for block in blocks_of(lines):
        match = _SENTENCE.match(join_all(line.text for line in block))
        if not match:
            continue
        chair = _CHAIR.search(match["lead"])
        people = [office_off(chair["name"]) if chair else "", *_BETWEEN.split(match["people"])]
        persons = [person for piece in people for person in _person(piece)]
        found += [_entry(person, block, present=match["absent"] is None) for person in persons]
    return tuple(found)


def office_off(text: str) -> str:
    """Return a text without article and office in front of a name ("die Ratsfrau Anna Birke" is "Anna Birke")."""
    return _OFFICE.sub("", _ARTICLE.sub("", text))


def _person(piece: str) -> list[Person]:
    """The person of a piece behind article and office; a piece of other words is none."""
    name = office_off(piece.strip())
    return persons_in(name) if name[:1].isupper() or name.startswith(("von ", "van ", "de ", "zu ")) else []


def _entry(person: Person, block: list[Line], *, present: bool) -> Entry:
    span = span_of(block)
    here = present if person.present is None else person.present
    return Entry(
        {
            "name": stated(person.name, "person-in-row", span),
            "role": optional(person.role, "person-in-row", span),
            "group": optional(person.group, "person-in-row", span),
            "section": NOTHING,
            "present": stated(here, "person-in-row", span),
            "note": optional(person.note, "person-in-row", span),
        },
        span=span,
    )
