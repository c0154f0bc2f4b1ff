"""Values that were not found although something that looks like them stands where they use to stand."""

from __future__ import annotations

import re

from ratslinde.reading.kinds import SITTINGS
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.dates import weekday_in
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.references import is_reference

HEAD = 15
TAIL = 12
TOP = 6
_PLACE_AND_DATE = re.compile(
    r"\b[A-ZÄÖÜ]\w+, (?:den )?\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,8}) ?\d{4}(?!\d)"
)


def _tells_issue(text: str) -> bool:
    """Whether a text holds place and date ("Lindenhagen, den 3. Mai 2024"); a weekday is no place."""
    return any(not weekday_in(match[0]) for match in _PLACE_AND_DATE.finditer(text))


def missed(values: dict[str, Field], kind: str, printed: list[Line]) -> list[str]:
    """Return the names of fields that nothing was found for, surely, while the document may state them."""
    if kind == "vorlage":
        return ["reference"] if _lacks(values, "reference") and _tells_number(printed[:TOP]) else []
    if kind not in (*SITTINGS, "niederschrift"):
        return []
    head, tail = printed[:HEAD], printed[-TAIL:]
    found = ["weekday"] if any(weekday_in(line.text) for line in head) else []
    if any(_tells_issue(line.text) for line in (*head, *tail)):
        found += ["issued_on", "issued_at"]
    return [name for name in found if _lacks(values, name)]


def _lacks(values: dict[str, Field], name: str) -> bool:
    return name in values and values[name].value is None and values[name].sure


def _tells_number(head: list[Line]) -> bool:
    """Whether a word at the top of a paper looks like its number ("0815/2026", "DS-2026-0815")."""
    words = [word for line in head for word in line.text.split()]
    return any(("/" in word or word[0].isupper()) and is_reference(word.strip(".,;:")) for word in words)
