"""Numbers and titles of items that lost the blank between their columns ("1Anfragen", "Kosten2024/0131")."""

from __future__ import annotations

import re
from itertools import pairwise

_GLUED = re.compile(
    r"^\s*(?P<number>(?:TOP |[ÖN] )?(?P<digits>\d{1,2})(?:\.\d{1,2})*\.?)(?P<title>[A-ZÄÖÜ„\"][a-zäöüß].*)$"
)
_REFERENCE = re.compile(r"(?<=[a-zäöüß)“\"])(?=(?:[A-ZÄÖÜ]{1,3}/)?\d{4}/\d{2,5}(?:[/-]\d{1,2})?\s*$)")
ENOUGH = 3
GAP = "   "


def with_columns_parted(rows: list[str]) -> list[str]:
    """Return the rows, glued items with their columns apart, when at least three of them count on one by one."""
    found = [_GLUED.match(row) for row in rows]
    numbers = [int(match["digits"]) for match in found if match]
    steps = sum(1 for above, below in pairwise(numbers) if below == above + 1)
    if steps < ENOUGH - 1:
        return rows
    return [_apart(match) if match else row for row, match in zip(rows, found, strict=True)]


def _apart(match: re.Match[str]) -> str:
    return match["number"] + GAP + _REFERENCE.sub(GAP, match["title"])
