"""Where the name of an actor ends in a cell that also says how it is reached, as tables out of letters have them."""

from __future__ import annotations

import re
from itertools import pairwise

from ratslinde.integration.importing.rules.persons.mentions import mentions
from ratslinde.integration.importing.rules.places.streets import is_street
from ratslinde.integration.importing.rules.reading.contact_cells import any_number_in
from ratslinde.kernel.text import collapse

LABELLED = re.compile(
    r"(?i)(?:tel(?:efon)?|fon|fax|mobil|handy|e-?mail|mail|web|homepage|internet|ansprech\w+|kontakt)\b"
    r"(?=\W*(?:[:.\d]|$))|c/o\b"
)
WEB = re.compile(r"(?i)(?:https?://|www\.)[^\s,;()<>]+")
_POSTAL_CODE = re.compile(r"(?<!\d)\d{5}\s+[^\W\d_]{2}")
_HAS_NUMBER = re.compile(r"(?:\+\d|\b0)[\d ()/.–-]{5,}\d")
_CUT_IN_LINE = re.compile(r"[,;|]\s+|\s[–•·]\s")
_BULLET = re.compile(r"^[\s•·▪◦‣*–-]+\s")
_LEGAL = re.compile(r"(?:e\. ?V\.|gGmbH|GmbH|gUG|eG|i\. ?Gr\.)")
_UNFINISHED = re.compile(r"(?:[-&/,]|\b(?:und|für|der|des|die|dem|den|im|in|am|an|von|zu|zur|zum|e\.))$")

_BEARS_A_NAME = re.compile(
    r"(?i)(?:schule|gymnasium|kolleg|kita|kindergarten|zentrum|haus|heim|stiftung|museum|bibliothek|platz|treff)$"
)
"""'Grundschule' above 'Maria Montessori': it is called so."""


def name_and_more(text: str) -> tuple[str, tuple[str, ...]]:
    """(the name, what else the cell says, line by line); a name that only runs over two lines is one."""
    lines = _lines_of(text)
    if not any(_says_more(line, above=above) for above, line in pairwise(lines)):
        return collapse(text), ()
    last = 1
    while last < len(lines) and _goes_on(lines[last], above=lines[last - 1]):
        last += 1
    return collapse(" ".join(lines[:last])), tuple(lines[last:])


def _lines_of(text: str) -> list[str]:
    if "\n" in text:
        pieces = text.split("\n")
    elif "@" in text or _HAS_NUMBER.search(text):
        pieces = _CUT_IN_LINE.split(text)
    else:
        return [text]
    return [line for line in (_BULLET.sub("", piece).strip(" ,;") for piece in pieces) if line]


def _says_more(line: str, *, above: str) -> bool:
    """Whether the line is no part of a name: where somebody is, how they are reached, or who it is."""
    return bool(
        "@" in line
        or LABELLED.match(line)
        or WEB.search(line)
        or _POSTAL_CODE.search(line)
        or any_number_in(line)
        or (any(map(str.isdigit, line)) and is_street(line))
        or (any(mentions(line)) and not _BEARS_A_NAME.search(above))
    )  # fmt: skip


def _goes_on(line: str, *, above: str) -> bool:
    """Whether the name runs on into the line."""
    runs_on = _UNFINISHED.search(above) or _LEGAL.match(line) or line[0].islower()
    is_called_so = _BEARS_A_NAME.search(above) and any(mentions(line))
    return bool(runs_on or is_called_so) and not _says_more(line, above=above)
