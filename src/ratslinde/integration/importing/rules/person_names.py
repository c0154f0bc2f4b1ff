"""Whether names of people stand in a column, or of organisations and offers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ratslinde.integration.importing.rules.given_names import NAMES
from ratslinde.integration.importing.rules.headers import key_of

_ORGANIZATION = re.compile(
    r"\b(e ?v|ggmbh|gmbh|ug|kg|ag|ohg|verein|amt|haus|schule|kita|gemeinde|verband|stiftung|zentrum|treff|cafe|kurs|"
    r"beratung|initiative|gruppe|projekt|dienst|stelle|kreis|bund|werk|moschee|kirche|club|netzwerk|bueche?rei|buero|"
    r"akademie|stadt|baecker|laden|shop|markt|imbiss|restaurant|apotheke|praxis|firma|agentur|studio|salon|sankt|st|"
    r"kinder|jugend|frauen|senioren|familien|chor|band|theater|museum|platz|strasse|weg|allee|park|saal|halle|radio|"
    r"international|interkultur|caritas|diakonie|awo|drk|vhs|college|gymnasium|sv|tsv|fc|sc|hilfe?|mode|moda|market)\b|"
    r"\b(verein|schule|zentrum|treff|beratung|initiative|gruppe|projekt|netzwerk|buero|kirche|familien|kinder|jugend)|"
    r"(verein|amt|haus|schule|kurs|treff|verband|zentrum|beratung|gruppe|dienst|stelle|hilfe|cafe|bund|werk|baeckerei|"
    r"laden|markt|strasse|platz|kirche|gemeinde|chor|stiftung)\b"
)
_ADDRESSED = re.compile(
    r"(Herrn?|Frau|Familie|Fam\.?|Mr\.?|Mrs\.?|Ms\.?) [A-ZÀ-Þ][\w'’-]+( [A-ZÀ-Þ][\w'’-]+)?"
)
_TURNED = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?, ?([^\W\d_][\w'’-]+)(?: [^\W\d_][\w'’-]+)?")
_SMALL = frozenset(
    {"von", "van", "de", "der", "den", "zu", "al", "el", "bin", "ibn", "da", "di", "la", "und"}
)
_DEGREES = frozenset({"Dr.", "Prof.", "Dr", "Prof", "med."})
_GENITIVE = re.compile(r"['’]s$")
_MARKS = str.maketrans("", "", "-'’.")
_LONGEST, _WORDS = 60, 4
_FEW = 2
"""Fewer names do not tell what a column is about."""


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
    return bool(values) and 2 * sum(bool(_ORGANIZATION.search(key_of(value))) for value in values) > len(
        values
    )


def is_person(value: str, *, turned: bool = False) -> bool:
    """Whether the cell looks like the name of somebody and not of an organisation or an offer."""
    return _is_named(value.strip(), turned=turned) and not _ORGANIZATION.search(key_of(value))


def is_addressed(value: str) -> bool:
    """'Frau Elif Demir', 'Familie Stein'."""
    return bool(_ADDRESSED.fullmatch(value.strip()))


def is_turned(value: str, *, known: bool = True) -> bool:
    """'Yılmaz, Ayşe'; `known`: the given name must be one of those known here."""
    found = _TURNED.fullmatch(value.strip())
    return found is not None and (not known or _is_given(found[1]))


def is_bare_name(value: str) -> bool:
    """'Elif Demir', 'Dr. Anna Berg', 'Anna von Berg', but not 'Elif Demir Übersetzungen': a firm with her name."""
    words = [word for word in value.split() if word not in _DEGREES]
    if not _are_names(words) or _GENITIVE.search(words[0]) or not _is_given(words[0]):
        return False
    return all(word.casefold() in _SMALL or _is_given(word) for word in words[1:-1])


def _is_named(text: str, *, turned: bool) -> bool:
    if len(text) > _LONGEST:
        return False
    other_way = _TURNED.fullmatch(text) if "," in text else None
    if other_way:
        return turned or _is_given(other_way[1])
    words = text.split()
    if not 2 <= len(words) <= _WORDS:
        return False
    named = _is_given(words[0]) or (len(words) == 2 and _is_given(words[1]))
    return (named and _are_names(words)) or bool(_ADDRESSED.fullmatch(text))


def _may_be_person(value: str) -> bool:
    text = value.strip()
    if len(text) > _LONGEST or _ORGANIZATION.search(key_of(text)):
        return False
    return bool(_TURNED.fullmatch(text)) or _are_names(text.split())


def _are_names(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= _WORDS and all(
        word.casefold() in _SMALL or (word[0].isupper() and word.translate(_MARKS).isalpha())
        for word in words
    )


@lru_cache(maxsize=20_000)
def _is_given(word: str) -> bool:
    """Also the first half of a double name."""
    return key_of(word).partition(" ")[0] in NAMES
