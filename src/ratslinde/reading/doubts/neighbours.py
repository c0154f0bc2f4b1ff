"""Values that were not found although something that looks like them stands where they use to stand."""

from __future__ import annotations

import re

from ratslinde.reading.kinds import SITTINGS
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.dates import weekday_in
from ratslinde.reading.text.lines import Line

HEAD = 15
TAIL = 12
_PLACE_AND_DATE = re.compile(
    r"\b[A-ZÄÖÜ]\w+, (?:den )?\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,8}) ?\d{4}(?!\d)"
)


def missed(values: dict[str, Field], kind: str, printed: list[Line]) -> list[str]:
    """Return the names of fields that nothing was found for, surely, while the document may state them."""
    if kind not in (*SITTINGS, "niederschrift"):
        return []
    head, tail = printed[:HEAD], printed[-TAIL:]
    found = ["weekday"] if any(weekday_in(line.text) for line in head) else []
    if any(_PLACE_AND_DATE.search(line.text) for line in (*head, *tail)):
        found += ["issued_on", "issued_at"]
    return [name for name in found if name in values and values[name].value is None and values[name].sure]
