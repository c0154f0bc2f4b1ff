"""Whether a cell names somebody, or an organisation, an offer or a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.given_names import NAMES
from ratslinde.integration.importing.rules.persons.organization_words import ORGANIZATION

_ADDRESSING = frozenset({
    "herr", "herrn", "frau", "familie", "fam", "ehepaar", "eheleute", "mr", "mrs", "ms", "bay", "bayan", "fr", "hr",
    "hrn", "pfr", "pfrin", "pfarrer", "pfarrerin", "pastor", "pastorin", "imam", "diakon", "diakonin",
})  # fmt: skip
OF_A_DAY = re.compile(r"(?i)(?:vor|nach)?mittags?|morgens?|abends?|nachts?|früh|ferien|uhr|geschlossen|frei")
"""What stands behind 'Fr.' where that is a Friday."""
_TURNED = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?, ?([^\W\d_][\w'’-]+)(?: [^\W\d_][\w'’-]+)?")
SMALL = frozenset(
    {
        "von",
        "van",
        "de",
        "der",
        "den",
        "zu",
        "al",
        "el",
        "bin",
        "ibn",
        "da",
        "di",
        "la",
        "und",
        "vom",
        "zum",
        "abu",
    }
)
DEGREES = frozenset({"Dr.", "Prof.", "Dr", "Prof", "med.", "Dipl.", "Ing."})
_GENITIVE = re.compile(r"['’]s$")
_MARKS = str.maketrans("", "", "-'’.ʼ`")
_NUMBERED = re.compile(r"^\d+[.)]\s*(?=\D)")
_WITH = re.compile(
    r"[\s,+/(-]*\b(mit |und |u\. )?\d+ ?(kinder?n?|kd|pers\w*|erwachsene\w*|ew)\b\.?\)?.*$", re.IGNORECASE
)
LONGEST, MOST_WORDS = 60, 4
_NO_NAME = 300
"""So long is no name, whatever is taken off it; looking costs the more the longer a text is."""
_FEW = 2
"""Fewer names do not tell what a column is about."""


def bare(value: str) -> str:
    """The name without its number in the list and how many come with it: '3. Familie Stein, 4 Kinder'."""
    if len(value) > _NO_NAME:
        return value.strip()
    return _WITH.sub("", _NUMBERED.sub("", value.strip())).strip() or value.strip()


def are_people(values: Sequence[str], *, is_certain: bool = False, few: int = _FEW) -> bool:
    """Whether mostly names of people stand there, and at least `few`.

    `is_certain`: the column is for names of some sort; there the turned form needs no given name that is known here.
    """
    once = set(values)
    people = sum(is_person(value, turned=is_certain) for value in once)
    if people < few or 2 * people > len(once):
        return people >= few
    # not all given names are known here: some are, and the rest looks the same
    share = 4 if is_certain else 3
    return share * people >= len(once) and 5 * sum(map(_may_be_person, once)) >= 4 * len(once)


def are_organizations(values: Sequence[str]) -> bool:
    """Whether most of the names say themselves that they are an organisation's."""
    return bool(values) and 2 * sum(bool(ORGANIZATION.search(key_of(value))) for value in values) > len(
        values
    )


def is_person(value: str, *, turned: bool = False) -> bool:
    """Whether the cell looks like the name of somebody and not of an organisation or an offer."""
    text = bare(value)
    return _is_named(text, turned=turned) and not ORGANIZATION.search(_subjectless(key_of(text)))


def is_addressed(value: str) -> bool:
    """'Frau Elif Demir', 'Fam. Şimşek', 'Hr. Zwirbel', 'Pfr. Zwirbel'."""
    words = value.split()
    if not 2 <= len(words) <= 3:
        return False
    first, names = words[0].rstrip(".").casefold(), words[1:]
    if first == "fr" and any(map(OF_A_DAY.fullmatch, names)):
        return False
    return first in _ADDRESSING and all(map(is_name, names))


def is_turned(value: str, *, known: bool = True) -> bool:
    """'Yılmaz, Ayşe'; `known`: the given name must be one of those known here."""
    found = _TURNED.fullmatch(value.strip())
    return found is not None and (not known or is_given(found[1]))


def is_bare_name(value: str) -> bool:
    """'Elif Demir', 'Dr. Anna Berg', 'Anna von Berg', but not 'Elif Demir Übersetzungen': a firm with her name."""
    words = [word for word in value.split() if word not in DEGREES]
    if not _are_names(words) or _GENITIVE.search(words[0]) or not is_given(words[0]):
        return False
    return all(word.casefold() in SMALL or is_given(word) for word in words[1:-1])


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether it is a given name that is known here; also the first half of a double name."""
    return key_of(word).partition(" ")[0] in NAMES


def _subjectless(key: str) -> str:
    """'Familie Stein' is no organisation's name because of its first word."""
    first, _, rest = key.partition(" ")
    return rest if first in _ADDRESSING and rest else key


def _is_named(text: str, *, turned: bool) -> bool:
    if len(text) > LONGEST:
        return False
    other_way = _TURNED.fullmatch(text) if "," in text else None
    if other_way:
        return turned or is_given(other_way[1])
    if is_addressed(text):
        return True
    words = text.split()
    if not 2 <= len(words) <= MOST_WORDS or _GENITIVE.search(words[0]):
        return False
    named = is_given(words[0]) or (len(words) == 2 and is_given(words[1]))
    return named and (_are_names(words) or (text.islower() and text.replace(" ", "").isalpha()))


def _may_be_person(value: str) -> bool:
    text = value.strip()
    if len(text) > LONGEST or ORGANIZATION.search(key_of(text)):
        return False
    return bool(_TURNED.fullmatch(text)) or _are_names(text.split())


def _are_names(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= MOST_WORDS and all(word.casefold() in SMALL or is_name(word) for word in words)


def is_name(word: str) -> bool:
    """A capital and letters; many scripts have no capitals."""
    letters = word.translate(_MARKS)
    return letters.isalpha() and not word[0].islower()
