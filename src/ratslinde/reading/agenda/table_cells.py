"""What single cells of a table of items say: a paper's number, whether an item is public, the words of a result."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.titles import holds_verb
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.facts import STATUS
from ratslinde.reading.text.lines import Beside
from ratslinde.reading.text.references import REFERENCE, is_reference, looks_like_number

_RULES = load("tables")
_TICK = re.compile(alternatives(_RULES["ticks"]))
_STATUS = re.compile(r"(?:(?P<no>nicht ?-?)?öffentlich(?:er Teil)?|(?P<letters>nö|n\. ?ö|ö))", re.IGNORECASE)
_CLOSED = r"nicht\s?-?\s?öffentlich"
_MARK = re.compile(
    rf"\s*(?:[(\[]\s*(?:(?P<no>{_CLOSED}|nicht ?-?öff\.|nö\.?|n\. ?ö\.|(?-i:N)|vertraulich)|öffentlich|ö\.?)\s*[)\]]"
    rf"|[\s,:;](?:[-–]\s*|\s*)(?P<bare>{_CLOSED}|nö|n\. ?ö\.|(?<=[,:;–-] )vertraulich)(?:\s*[-–])?)$",
    re.IGNORECASE,
)
_MARK_IN_FRONT = re.compile(
    rf"[(\[]\s*(?:{_CLOSED}|nö|n\. ?ö\.|vertraulich)\s*[)\]]|(?:{_CLOSED}|NÖ|vertraulich)\s*[:–-]\s",
    re.IGNORECASE,
)
_NOT_PUBLIC = re.compile(r"n|vertraulich|geschlossen|intern", re.IGNORECASE)
_LETTER = re.compile(r"n|ö|nö|n\. ?ö|vertraulich|geschlossen|intern", re.IGNORECASE)
_TOLD = re.compile(rf".*(?<!\w){alternatives(_RULES['told'])}\.?", re.IGNORECASE | re.DOTALL)
LONGEST_RESULT = 70
SENTENCE = 4  # words


def numbers_in(text: str) -> list[str]:
    """Return the numbers of papers that a cell holds, with or without words beside them."""
    plain = text.strip(" ()")
    if is_reference(plain) or looks_like_number(plain):
        return [plain]
    return [match[0].strip() for match in REFERENCE.finditer(plain) if is_reference(match[0])]


def is_tick(text: str) -> bool:
    """Return whether a cell holds a cross or a tick."""
    return _TICK.fullmatch(text) is not None


def states_public(text: str) -> bool | None:
    """Return whether a text beside a title says that the item is public, None when it says something else."""
    found = _STATUS.fullmatch(text.strip(" .()[]-–"))
    return not (found["no"] or _NOT_PUBLIC.match(found["letters"] or "")) if found else None


def public_mark(text: str) -> tuple[str, bool | None]:
    """Return a text without the mark at its end that says whether it is public ("(nö)"), and what that says.

    A mark in front ("NÖ: …") is left where it stands.
    """
    found = _MARK.search(text)
    if not found:
        return text, False if _MARK_IN_FRONT.match(text) else None
    return text[: found.start()].rstrip(), not (found["no"] or found["bare"])


def told_public(column: Beside) -> bool | None:
    """Return whether a cell says that an item is public, by a letter, a word, or a tick below one."""
    text = (column.heading if is_tick(column.text) else column.text).strip(" .()")
    if not (STATUS.fullmatch(text) or _LETTER.fullmatch(text)):
        return None
    return _NOT_PUBLIC.match(text) is None


def tells_result(text: str) -> bool:
    """Return whether a cell of decisions holds only words of a result ("ungeändert beschlossen"), no text."""
    if "\n" in text or len(text) > LONGEST_RESULT or _is_sentence(text):
        return False
    return text[:1].islower() or len(text.split()) == 1 or _TOLD.fullmatch(text) is not None


def may_tell_result(text: str) -> bool:
    """Return whether a cell of decisions may hold words of a result as well as a short text."""
    return len(text) <= LONGEST_RESULT and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE and text[:1].isupper() and (text.endswith(".") or holds_verb(text))
