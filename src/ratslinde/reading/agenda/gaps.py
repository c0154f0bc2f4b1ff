"""Numbers that a row of items leaves out."""

from __future__ import annotations

import re
from itertools import pairwise

_PLAIN = re.compile(r"(?P<letter>(?:NÖ|nö|[ÖN]) |(?:[A-D]|IV|I{1,3})[./]? ?)?(?P<number>\d{1,3})")


def missing_numbers(numbers: list[str]) -> list[str]:
    """Return what is left out between the least and the greatest number of each row ("3", "5 bis 7").

    A row ends where the numbers begin anew or the letter changes. A list with other numbers ("2.1", "3a") has
    an order of its own: nothing is missing there.
    """
    found = [_PLAIN.fullmatch(number) for number in numbers]
    plain = [match for match in found if match]
    if len(plain) < len(numbers):
        return []
    rows: list[tuple[str, set[int]]] = []
    for match in plain:
        letter, number = match["letter"] or "", int(match["number"])
        if not rows or rows[-1][0] != letter or number in rows[-1][1]:
            rows.append((letter, set()))
        rows[-1][1].add(number)
    return [gap for letter, row in rows for gap in _gaps(letter, sorted(row))]


def _gaps(letter: str, row: list[int]) -> list[str]:
    ranges = [(low + 1, high - 1) for low, high in pairwise(row) if high - low > 1]
    return [text for low, high in ranges for text in _range(letter, low, high)]


def _range(letter: str, low: int, high: int) -> list[str]:
    if high - low > 1:
        return [f"{letter}{low} bis {high}"]
    return [f"{letter}{number}" for number in range(low, high + 1)]
