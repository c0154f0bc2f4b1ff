"""The headings that part a session into its public and its non-public half."""

from __future__ import annotations

import re

from ratslinde.reading.kinds import unspaced
from ratslinde.reading.rules import alternatives, load

_NUMBER = r"(?:(?:[IVX]{1,4}|[A-D]|\d)[.)]?\s*(?:ff\.\s*)?)?(?:(?:Teil|Abschnitt) [A-D\d][.:]?\s*)?"
_BEFORE = r"(?:Tagesordnung\s*[-–:]?\s*(?:der |des |für (?:den|die) )?)?(?:[-–]\s*)?(?:im |in )?"
_NOUNS = alternatives(load("agenda")["parts"])
_PART = re.compile(
    rf"{_NUMBER}{_BEFORE}(?P<no>nicht\s?-?\s?)?öffentliche[rns]?\s?{_NOUNS}(?!\w)"
    r"(?:\s*(?:der|des) [^.]{3,60})?(?:\s*[-–(:].{0,60})?\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^[ÖN]\s+(?=(?:nicht\s?-?\s?)?öffentlich)", re.IGNORECASE)
_ALONE = re.compile(r"(?P<no>nicht\s?-?\s?)?öffentlich\s*:?", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:Wieder)?[Hh]erstellung der Öffentlichkeit|Fortsetzung (?:der )?öffentliche\w* (?:Sitzung|Teil\w*)"
)


def part_of(text: str) -> bool | None:
    """Return True for the heading of a public part, False for a non-public one, None for other lines."""
    plain = _LETTER.sub("", unspaced(text).strip())
    if len(plain) > 140:
        return None
    match = _PART.fullmatch(plain) or _ALONE.fullmatch(plain)
    if match:
        return match["no"] is None
    return True if _AGAIN.match(plain) else None


def public_is_stated(text: str) -> bool:
    """Return whether a text calls the session or its announcement public."""
    return re.search(r"(?<!nicht)(?<!nicht )(?<!nicht-)\böffentlich", text, re.IGNORECASE) is not None
