"""The labelled head of a document: which value stands at which label, and what is left over."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.outcome import Span
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.labels import Label
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.references import looks_like_number


class Fact(msgspec.Struct, frozen=True):
    """A label and the printed lines of its value; no lines when the label stands there and says nothing.

    `again`: the same label stands in the head once more, with another value.
    """

    label: Label
    name: str
    lines: tuple[Line, ...]
    at: Line
    below: bool = False
    again: bool = False

    @property
    def text(self) -> str:
        """The value on one line, empty when nothing is said."""
        return join_all(line.text for line in self.lines)

    @property
    def span(self) -> Span:
        """From the label to the last line of the value."""
        return Span(
            self.at.page, self.at.number, max([self.at.number, *(line.number for line in self.lines)])
        )


class Head(msgspec.Struct, frozen=True):
    """The facts of a head in printed order, the lines without a label, and how many lines were read."""

    facts: tuple[Fact, ...]
    rest: tuple[Line, ...]
    length: int

    def all(self, *keys: str) -> tuple[Fact, ...]:
        """Return the facts with one of these keys."""
        return tuple(fact for fact in self.facts if fact.label.key in keys)

    def first(self, *keys: str) -> Fact | None:
        """Return the first fact that says something, else the first that stands there, else None."""
        found = sorted(self.all(*keys), key=lambda fact: (not fact.lines, keys.index(fact.label.key)))
        return found[0] if found else None


def with_rivals(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts, each marked whose label says something else in another place of the head."""
    said: dict[tuple[str, str], set[str]] = {}
    for fact in facts:
        if fact.lines:
            said.setdefault((fact.label.key, fact.name.casefold()), set()).add(fact.text.casefold())
    return tuple(
        msgspec.structs.replace(fact, again=len(said.get((fact.label.key, fact.name.casefold()), ())) > 1)
        for fact in facts
    )


STATUS = re.compile(r"(?:nicht ?-?öffentlich|öffentlich|ö|nö)(?: \(.*\)|/nichtöffentlich)?", re.IGNORECASE)

_LOOKS = {
    "date": re.compile(r"\b\d{1,2}\s?\.\s?(?:\d{1,2}\s?\.|\s?[A-Za-zä]{3,9})\s?\d{2,4}\b"),
    "time": re.compile(r"\d{1,2}\s*(?:[:.]\s*\d\s*\d|Uhr)"),
    "address": re.compile(
        r"^[A-ZÄÖÜ][\w.’'-]+(?: [\w.’'-]+){0,3} \d{1,4}\s?[a-z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?(?:,\s.{3,60})?$"
    ),
    "person": re.compile(r"^[A-ZÄÖÜ]\S+\s.*[a-zäöüß]$"),
    "number": re.compile(r"^(?:(?:TOP )?[ÖN]? ?\d{1,3}(?:\.\d{1,3})*\.?[a-z]?)$"),
    "department": re.compile(
        rf"^(?:-|\d{{2,3}}\b.*|[IVX]{{1,4}}(?:/\d{{1,3}})+|.*{alternatives(load('papers')['departments'])}\b.*)$"
    ),
    "status": STATUS,
}


def fits(value: str, kind: str) -> bool:
    """Return whether a text looks like a value of this kind; kinds without a look fit always."""
    if kind == "reference":
        return looks_like_number(value)
    pattern = _LOOKS.get(kind)
    return pattern is None or pattern.search(value) is not None
