"""Columns in plain text: cells parted by tabs or wide gaps, in some files by two blanks only."""

from __future__ import annotations

import re

from ratslinde.reading.outcome import Cell, SourceLine
from ratslinde.reading.sources.grid import COLUMN

_WIDE = re.compile(r"[^\t ](?:[^\t]*?[^\t ])??(?=\t| {3,}|$| *\t)")
_NARROW = re.compile(r"[^\t ](?:[^\t]*?[^\t ])??(?=\t| {2,}|$| *\t)")
_WIDE_GAP = re.compile(r"\S(?: {3,}| *\t)\s*\S")
_TWO_BLANKS = re.compile(r"(?<=\S)  (?=\S)")
MOST_COLUMNS = 5  # more gaps of two blanks on one line are justified text
ENOUGH = 3
SHARE = 5  # so many times as often as wide gaps are those of two blanks, when they part columns
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.?)\s*")
INDENT = 3


def lines_of_page(rows: list[str], *, page: int, narrow: bool) -> list[SourceLine]:
    """Return the printed rows of a page as lines with their cells; `narrow` when two blanks part columns."""
    return [_piped(row, page) or (_narrow if narrow else _wide)(row, page) for row in _numbers_lifted(rows)]


def _piped(row: str, page: int) -> SourceLine | None:
    """A row of a table drawn with upright strokes ("| 1 | Titel |"), None for other rows."""
    text = row.strip()
    if not (text.startswith("|") and text.endswith("|") and text.count("|") > 2):
        return None
    pieces = [" ".join(piece.split()) for piece in text.strip("|").split("|")]
    cells = tuple(Cell(piece, place * COLUMN) for place, piece in enumerate(pieces) if piece.strip("-–=:+ "))
    return SourceLine("\t".join(cell.text for cell in cells), page, cells)


def parted_by_two_blanks(rows: list[str]) -> bool:
    """Return whether two blanks part the columns of a file: they come again and again, wide gaps hardly ever."""
    narrow = sum(1 for row in rows if 0 < len(_TWO_BLANKS.findall(row)) < MOST_COLUMNS)
    wide = sum(1 for row in rows if _WIDE_GAP.search(row))
    return narrow >= ENOUGH and wide * SHARE < narrow


def _wide(row: str, page: int) -> SourceLine:
    cells = tuple(Cell(" ".join(m[0].split()), m.start()) for m in _WIDE.finditer(row.rstrip()))
    return SourceLine("\t".join(cell.text for cell in cells), page, cells)


def _narrow(row: str, page: int) -> SourceLine:
    """Without the lost blanks nothing stands below its column's head: columns are counted from the left."""
    if len(_TWO_BLANKS.findall(row)) >= MOST_COLUMNS:
        return _wide(row, page)
    found = list(_NARROW.finditer(row.rstrip()))
    cells = tuple(
        Cell(" ".join(m[0].split()), number * COLUMN if number else m.start())
        for number, m in enumerate(found)
    )
    return SourceLine("\t".join(cell.text for cell in cells), page, cells)


def _numbers_lifted(rows: list[str]) -> list[str]:
    """Lift a number that is centred beside the lines of its title ("   Title", "7", "   goes on") to the first."""
    rows = list(rows)
    for index in range(1, len(rows) - 1):
        match = _NUMBER.fullmatch(rows[index])
        if match and _indented(rows[index - 1]) and _indented(rows[index + 1]) and _begins(rows, index - 1):
            number = match["number"]
            rows[index - 1] = number + rows[index - 1][len(number) :]
            rows[index], rows[index + 1] = rows[index + 1], ""
    return rows


def _indented(row: str) -> bool:
    return bool(row.strip()) and not row[:INDENT].strip()


def _begins(rows: list[str], index: int) -> bool:
    return index == 0 or not rows[index - 1].strip()
