"""Lists of people in text that has lost its line breaks: each person and each heading gets a line back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ratslinde.reading.rules import alternatives, load

_RULES = load("unbroken")
_OPENS = re.compile(
    r"(?:An|Ab|Nicht an)wesend\w*(?: (?:sind|waren|ist|war))?:?|(?:Une|E)ntschuldigt.*:|Es fehlen:"
)
_ENDS = re.compile(alternatives(_RULES["people_end"]))
_BEFORE = re.compile(rf"(?<=\S)\s+(?={alternatives(_RULES['people'])})")
_BEHIND_BRACKET = re.compile(r"(?<=\))\s+(?=[A-ZÄÖÜ])")


def with_people_parted(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, those of a list of people broken before each person and each heading."""
    inside = False
    for line in lines:
        if _OPENS.fullmatch(line):
            inside = True
        elif inside and _ENDS.fullmatch(line):
            inside = False
        yield from _parted(line) if inside else [line]


def _parted(line: str) -> list[str]:
    return [piece for row in _BEFORE.split(line) for piece in _BEHIND_BRACKET.split(row)]
