"""What a cell (or one entry of it) looks like: somebody, an organisation, or a name that nobody knows."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.names import (
    DEGREES,
    LONGEST,
    MOST_WORDS,
    SMALL,
    bare,
    is_addressed,
    is_name,
    is_person,
    is_turned,
)
from ratslinde.integration.importing.rules.persons.organization_words import ACRONYM, ORGANIZATION, THING

_PARTS = re.compile(r"[,;\n/&+•|]|\bund\b|\bu\.\s|\band\b")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Grade(Enum):
    """What a cell (or one entry of it) looks like. `SHAPED`: two to four names that nobody knows; `LONE`: one."""

    NOTHING = 0
    ORGANIZATION = 1
    LONE = 2
    SHAPED = 3
    PERSON = 4


@lru_cache(maxsize=50_000)
def grade_of(value: str, familiar: frozenset[str] = frozenset()) -> Grade:
    """How the text is taken as a whole. `familiar`: names and words of the town, as `key_of` writes them."""
    text = bare(value)
    key = key_of(text)
    if key in familiar and " " in key and not is_addressed(text):
        return Grade.ORGANIZATION
    if is_person(text, turned=False):
        return Grade.PERSON
    if len(text) > LONGEST:
        return Grade.NOTHING
    if ORGANIZATION.search(key) or key in familiar:
        return Grade.ORGANIZATION
    inner = _BRACKETS.sub("", text)
    return grade_of(inner, familiar) if inner and inner != text else _shape(text, familiar)


def grades_in(value: str, familiar: frozenset[str] = frozenset()) -> list[Grade]:
    """The grade of each entry of a cell that may list several; of the whole where that is somebody turned around."""
    if is_turned(value):
        return [Grade.PERSON]
    return [grade_of(part, familiar) for part in entries_of(value)]


def entries_of(value: str) -> list[str]:
    """What a cell may list, cut wherever people cut lists."""
    return [part for part in map(str.strip, _PARTS.split(value)) if part]


def _shape(text: str, familiar: frozenset[str]) -> Grade:
    """What is left when neither an organisation's word nor a known given name tells."""
    words = [word for word in text.replace(",", " ").split() if word not in DEGREES]
    if (
        not words
        or len(words) > MOST_WORDS
        or not all(is_name(word) or word.casefold() in SMALL for word in words)
    ):
        return Grade.NOTHING if not words or not text[:1].isalpha() else Grade.ORGANIZATION
    names = [word for word in words if word.casefold() not in SMALL]
    if any(_is_thing(word, alone=len(names) == 1) or key_of(word) in familiar for word in names):
        return Grade.ORGANIZATION
    return Grade.SHAPED if len(names) > 1 else Grade.LONE


def _is_thing(word: str, *, alone: bool) -> bool:
    """`alone`: a word in capitals is a short form; beside another name it may be how registers write the family's."""
    is_short = ACRONYM.fullmatch(word) and (alone or len(word) <= 3 or not word.isupper())
    return bool(is_short) or any(map(THING.fullmatch, key_of(word).split()))
