"""Days as they stand in a cell: whole, as a month, as the end of a year, or as a spreadsheet's number of a day."""

from __future__ import annotations

import calendar
import datetime
import re
from enum import Enum

from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.kernel.text import spelled_out

_PLAIN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_NAMED_MONTH = re.compile(r"(?:(anfang|ende) )?(?:(\d{1,2})\. ?)?([a-z]{3,9})\.? (\d{4})")
_YEAR = re.compile(r"(anfang|ende) (\d{4})")
_NAMES = (
    "januar jaenner", "februar feber", "maerz mrz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
)  # fmt: skip
_SHORTEST = 3
_SERIAL = range(30_000, 60_001)
_SERIAL_BEGIN = datetime.date(1899, 12, 30)
"""Day 0 of the spreadsheets: so they count from March 1900 on, with the leap day that 1900 did not have."""


class Edge(Enum):
    """Which end of a month or year a column means: that from which, or until which, something holds."""

    FIRST = "anfang"
    LAST = "ende"
    NONE = ""


_EDGES = {
    "start": Edge.FIRST, "valid_from": Edge.FIRST, "until": Edge.LAST, "valid_until": Edge.LAST,
    "funding_until": Edge.LAST,
}  # fmt: skip


def edge_of(field: str) -> Edge:
    """Which end the field means."""
    return _EDGES.get(field, Edge.NONE)


def day(text: str, *, edge: Edge = Edge.NONE) -> datetime.date:
    """A day: 3.2.2026, 03.02.26, 2026-02-03, 46056; 02/2026 and 'Februar 2026' are the first or the last of the month.

    'Ende 2027' is a day only for a column of last days, 'Anfang 2027' only for one of first days. Raises Unreadable.
    """
    given = text.strip()
    try:
        found = _written(given, edge) or datetime.datetime.fromisoformat(given).date()
    except ValueError:
        raise Unreadable(f"„{text}“ ist kein Tag, zum Beispiel 3.2.2026.") from None
    return found


def _written(given: str, edge: Edge) -> datetime.date | None:
    if given.isdecimal() and int(given) in _SERIAL:
        return _SERIAL_BEGIN + datetime.timedelta(days=int(given))
    if plain := _PLAIN.fullmatch(given):
        year = int(plain[3]) + (2000 if len(plain[3]) == 2 else 0)
        return datetime.date(year, int(plain[2]), int(plain[1]))
    if month := _MONTH.fullmatch(given):
        return _of_month(int(month[2]), int(month[1]), edge)
    return _in_words(" ".join(spelled_out(given).split()), edge)


def _in_words(words: str, edge: Edge) -> datetime.date | None:
    if year := _YEAR.fullmatch(words):
        ends = {Edge.FIRST: (1, 1), Edge.LAST: (12, 31)}
        return datetime.date(int(year[2]), *ends[edge]) if year[1] == edge.value else None
    named = _NAMED_MONTH.fullmatch(words)
    number = _number(named[3]) if named else 0
    if named is None or not number or (named[1] and named[1] != edge.value):
        return None
    if named[2]:
        return None if named[1] else datetime.date(int(named[4]), number, int(named[2]))
    return _of_month(int(named[4]), number, edge)


def _number(word: str) -> int:
    """The number of the month that is called so, or shortened so; 0 for none."""
    for number, names in enumerate(_NAMES, start=1):
        if len(word) >= _SHORTEST and any(name.startswith(word) for name in names.split()):
            return number
    return 0


def _of_month(year: int, month: int, edge: Edge) -> datetime.date:
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
    return datetime.date(year, month, last if edge is Edge.LAST else 1)
