"""The headings that part a session into its public and its non-public half."""

from __future__ import annotations

import re

from ratslinde.reading.kinds import unspaced
from ratslinde.reading.rules import alternatives, load

_RULES = load("agenda")
_NUMBER = (
    r"(?:(?:[IVX]{1,4}|[A-D]|\d)[.):]?\s*(?:ff\.\s*)?)?(?:[-–]\s*)?"
    r"(?:(?:Teil|Abschnitt) (?:[IVX]{1,4}|[A-D\d])[.:)]?\s*(?:[-–]\s*)?)?"
)
_BEFORE = (
    rf"(?:{alternatives(_RULES['before_parts'])}[,:]?\s+)?(?:(?:der|die|eine|ein)\s+)?"
    r"(?:Tagesordnung\s*[-–:]?\s*(?:der |des |für (?:den|die) )?)?(?:[-–]\s*)?(?:im |in )?"
)
_NOUNS = alternatives(_RULES["parts"])
_BEHIND = (
    r"(?:\s*(?:der|des) [^.]{3,60})?(?:\s+(?:gemäß|gem\.|nach|ab|um|ca\.) .{3,60}|\s*[-–(:,].{0,60})?\s*"
)
_NOT = r"(?P<no>nicht\s?-?\s?)?"
_PART = re.compile(
    rf"{_NUMBER}{_BEFORE}{_NOT}öffentliche[rns]?\s?{_NOUNS}(?!\w){_BEHIND}",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"{_NUMBER}{_BEFORE}(?:(?P<no>(?:nicht ?-?|n\. ?|n)(?:öff?\.|ö\.?)|NÖ)|(?:öff\.|Ö(?=-)))"
    rf"[ -]?{_NOUNS}(?!\w){_BEHIND}",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"{_NUMBER}{_BEFORE}(?:{alternatives(_RULES['closed'])}e?[rsnm]?\s+{_NOUNS}(?!\w)|"
    rf"(?:Sitzung |Beratung )?unter Ausschluss der Öffentlichkeit|(?!\()nicht\s?-?\s?öffentlich(?=\s*[,(–-])){_BEHIND}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^[ÖN]\s+(?=(?:nicht\s?-?\s?)?öffentlich)", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?!\()(?:{_NUMBER}{_BEFORE}\(?(?P<no>nicht\s?-?\s?)?öffentlich(?:e[srn]?)?\)?|NÖ|N\. ?Ö\.|nö\.?)\s*:?",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:Wieder)?[Hh]erstellung der Öffentlichkeit|Fortsetzung (?:der )?öffentliche\w* (?:Sitzung|Teil\w*)"
)
_HINT = re.compile("|".join(_RULES["closed_hints"]), re.IGNORECASE)
_STEMS = ("öff", "nö", "n.ö", "n. ö", "ö-", *_RULES["closed"])
LONGEST = 140


def part_of(text: str) -> bool | None:
    """Return True for the heading of a public part, False for a non-public one, None for other lines."""
    plain = _LETTER.sub("", unspaced(text).strip())
    if len(plain) > LONGEST or not _may_tell(plain):
        return None
    if _CLOSED.fullmatch(plain):
        return False
    match = _PART.fullmatch(plain) or _SHORT.fullmatch(plain)
    if match and match["no"] is None:
        return None if hints_closed(plain) else True  # "Öffentliche Sitzung, anschließend nichtöffentliche"
    if match:
        return False
    if stands_alone(plain):
        return _HINT.search(plain) is None
    return True if _AGAIN.match(plain) else None


def stands_alone(text: str) -> bool:
    """Return whether a line says "öffentlich" or "nichtöffentlich" and no more: a heading, or a remark on an item."""
    return _may_tell(text) and _ALONE.fullmatch(text.strip()) is not None


def hints_closed(text: str) -> bool:
    """Return whether a text speaks of the non-public part, in whatever words."""
    return _may_tell(text) and _HINT.search(text) is not None


def _may_tell(text: str) -> bool:
    """Whether a text holds any of the words at all: most lines do not, and patterns take their time."""
    small = text.lower()
    return any(stem in small for stem in _STEMS)


def public_is_stated(text: str) -> bool:
    """Return whether a text calls the session or its announcement public."""
    return re.search(r"(?<!nicht)(?<!nicht )(?<!nicht-)\böffentlich", text, re.IGNORECASE) is not None
