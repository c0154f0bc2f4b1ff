"""Whether a value is whole and alone: names that end openly, are too long, or run on in the next line."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.titles import holds_sentence
from ratslinde.reading.outcome import Value
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.facts import fits

LONGEST = {
    "title": 300,
    "body": 120,
    "place": 160,
    "room": 120,
    "name": 60,
    "role": 100,
    "group": 60,
    "lead_department": 120,
    "responsible": 120,
    "submitter": 160,
    "author": 120,
    "signed_by": 60,
    "signed_role": 100,
    "issued_at": 28,
    "paper_reference": 40,
    "reference": 40,
}  # values that are the name of something, and the most characters that such a name has
_GOES_ON = re.compile(
    r"(?!\(?[a-z]\)|gez\b|(?:nicht ?-?)?öffentlich|www|http|\S+@|[a-z]\.)[a-zäöü]|[(„\"](?!\d{1,2}\))[A-ZÄÖÜ]"
)
_ADDRESS_GOES_ON = re.compile(r"\d{1,4}\s?[a-z]?,|\d{5}\s[A-ZÄÖÜ]")
_ADDRESS_OPEN = re.compile(r"\b\d{5}$|(?:straße|str\.|weg|platz|allee)$", re.IGNORECASE)
_ROOM = re.compile(alternatives(load("places")["words"]), re.IGNORECASE)
_LABELLED = re.compile(r"[^:]{3,40}:")
_TORN_NUMBER = re.compile(r"(?<![\d/])(?!(?:19|20)\d\d/(?:(?:19|20)\d\d|\d\d)(?!\d))\d{1,6}/\d{2,}")
_TITLES = re.compile(r"\b(?:Prof|Dr|Dipl|Ing|med|jur|h\. ?c)\b\.?(?:-\w+\.?)?|\((?:FH|TU)\)")
_WORD = re.compile(r"[A-ZÄÖÜ][\w’'-]+")
_SECOND = re.compile(r"^\(|,|\b(?:Herrn?|Frau|Hr\.|Fr\.)\s")
_NUMBERS_AT_END = re.compile(r"(?<![.,/:-])(?:\s\d{1,3}){2,}$|\s(?:19|20)\d\d\s\d{1,3}$")
_MARK_WITHOUT_NUMBER = re.compile(
    r"(?:^|\s)TOP(?:\s[ÖN])?\s(?![\dÖN])"
)  # its number may have slipped into a line below
_GLUED_NUMBER = re.compile(
    r"\s\d{1,3}(?=[A-ZÄÖÜ][a-zäöü]{3})"
)  # the next item of a narrow column ("10Haushalt")
NAME_WORDS = 3


def why_not_whole(name: str, value: Value, below: str) -> str | None:
    """Return the rule that tells why a value may not be whole, None where nothing does; `below` is the next line."""
    if not isinstance(value, str) or name not in LONGEST:
        return None
    if len(value) > LONGEST[name]:
        return "value-long"
    if name == "title" and (rule := _runs_on(value)):
        return rule
    cut = OPEN_END.search(value) or (name == "title" and _GOES_ON.match(below))
    return "value-cut" if cut or (name in ("place", "room") and _place_goes_on(value, below)) else None


def _runs_on(title: str) -> str | None:
    """The rule that tells what else a title holds: numbers of other columns at its end, or a sentence."""
    if _NUMBERS_AT_END.search(title) or _GLUED_NUMBER.search(title):
        return "title-numbers"
    if _MARK_WITHOUT_NUMBER.search(title):
        return "title-mark"
    return "title-sentence" if holds_sentence(title) else None


def _place_goes_on(value: str, below: str) -> bool:
    """Whether the address of a place may go on in the next line, which is no label with a value of its own."""
    if _ADDRESS_OPEN.search(value) or _ADDRESS_GOES_ON.match(below) or _GOES_ON.match(below):
        return True
    return not _LABELLED.match(below) and (
        fits(below, "address") or (len(below) < LONGEST["place"] and _ROOM.match(below) is not None)
    )


def holds_number(title: Value, *, at_end: bool) -> bool:
    """Return whether something like the number of a paper stands inside a title, or `at_end`; "2023/2024" are years."""
    found = _TORN_NUMBER.search(title) if isinstance(title, str) else None
    return found is not None and (not at_end or found.end() == found.endpos)


def holds_several(name: Value, *beside: Value) -> bool:
    """Return whether a name, or what stands beside it, seems to hold more than one person."""
    if not isinstance(name, str):
        return False
    words = _WORD.findall(_TITLES.sub("", name))
    others = [text for text in beside if isinstance(text, str)]
    return len(words) > NAME_WORDS or any(_SECOND.search(text) for text in (name, *others))
