"""The names of the columns where they stand in two rows: headings of groups, as merged cells leave them, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.integration.importing.rules.headers import BARE, is_column_name, key_of
from ratslinde.integration.importing.rules.persons.columns import PRIVATE
from ratslinde.integration.importing.rules.tables import Row

_LONGEST = 40
"""A heading is short; what is longer is a sentence about the list."""


@dataclass(frozen=True)
class Header:
    """The names of the columns, and the number of the last row that belongs to them."""

    titles: tuple[str, ...]
    last: int


def header_of(rows: Sequence[Row], at: int) -> Header:
    """The names of the columns around row `at`, which holds most of them.

    A name that only stands in the upper of two merged cells counts. 'Name' below 'Kontakt' is 'Kontakt: Name', and so
    is each name that stands below several headings; all others stay as they are, since lists are known by them.
    """
    if _names_stand_below(rows, at):
        at += 1
    titles = rows[at].cells
    above = _headings_above(rows, at)
    if not above:
        return Header(_trimmed(titles), at)
    width = max(len(titles), len(above))
    names, headings = _padded(titles, width), _padded(above, width)
    often = Counter(map(key_of, filter(None, names)))
    groups = _groups(headings, names)
    merged = [
        _called(name, heading, group, is_alone=often[key_of(name)] < 2)
        for name, heading, group in zip(names, headings, groups, strict=True)
    ]
    return Header(_trimmed(merged), at)


def _called(name: str, heading: str, group: str, *, is_alone: bool) -> str:
    if not name:
        return heading
    tells = is_column_name(group) or bool(PRIVATE.fullmatch(key_of(f"{group} {name}")))
    if group and (not is_alone or (key_of(name) in BARE and tells)):
        return f"{group}: {name}"
    return name


def _groups(headings: Sequence[str], names: Sequence[str]) -> list[str]:
    """The heading of each column: that above it, or the last one to its left; one without a name below is a name."""
    found, current = [], ""
    for heading, name in zip(headings, names, strict=True):
        if heading:
            current = heading if name else ""
        found.append(current)
    return found


def _headings_above(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    """The row above, where it is one of headings; a title of the whole list stands alone in the first column."""
    if at == 0 or rows[at - 1].line + 1 != rows[at].line:
        return ()
    above, names = rows[at - 1].cells, rows[at].cells
    filled = [column for column, cell in enumerate(above) if cell]
    over = sum(column < len(names) and bool(names[column]) for column in filled)
    if not _are_short(above) or over >= sum(map(bool, names)):
        return ()
    return above if len(filled) > 1 or filled[0] > 0 else ()


def _names_stand_below(rows: Sequence[Row], at: int) -> bool:
    """Whether the row below says how the columns are called that the row itself only groups."""
    if at + 2 >= len(rows) or rows[at].line + 1 != rows[at + 1].line:
        return False
    width = max(len(rows[at].cells), len(rows[at + 1].cells)) + 1
    upper, below = _padded(rows[at].cells, width), _padded(rows[at + 1].cells, width)
    filled = [column for column, cell in enumerate(below) if cell]
    known = sum(is_column_name(below[column]) for column in filled)
    grouped = all(not upper[column] or (below[column + 1] and not upper[column + 1]) for column in filled)
    return grouped and known > 1 and 2 * known > len(filled) and _are_short(below)


def _are_short(cells: Sequence[str]) -> bool:
    return all(
        len(cell) <= _LONGEST and "@" not in cell and not any(map(str.isdigit, cell)) for cell in cells
    )


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))


def _trimmed(titles: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, title in enumerate(titles, 1) if title), default=0)
    return tuple(titles[:last])
