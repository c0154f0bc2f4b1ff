"""A table as it was read, and what it may be at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 20_000
BLANK_ROWS = 300
"""So many empty rows in a row end a sheet: some programs write a million of them."""

_GUARDED = re.compile(r"'[=+\-@]")
_FAULTS = (
    "#NV",
    "#N/A",
    "#REF!",
    "#BEZUG!",
    "#WERT!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#ZAHL!",
    "#NUM!",
)


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet, counted from 1 as the program shows it, and its cells as text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A sheet: the names of its columns and the rows below; every row has a cell for each column.

    `caption`: what stands above the header. `left_out`: what of the sheet is not read, and where it stands.
    """

    sheet: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    left_out: tuple[str, ...] = ()


def cell_text(text: str) -> str:
    """The cell without what spreadsheets put around it; '' for the word of a formula that went wrong.

    A leading ' before = + - @ is the guard that exports put there (against formulas); it is taken off again.
    """
    if len(text) > MOST_CHARACTERS:
        raise Refused(f"Eine Zelle hat mehr als {MOST_CHARACTERS} Zeichen. Bitte kürzen.")
    text = clean(text).strip()
    if _GUARDED.match(text):
        return text[1:]
    return "" if text in _FAULTS else text


def bounded(lines: Iterable[tuple[str, ...]]) -> Iterator[Row]:
    """The rows that are not empty. Raises Refused when there are too many, or too wide ones."""
    blank, kept = 0, 0
    for line, cells in enumerate(lines, start=1):
        texts = tuple(cell_text(cell) for cell in cells)
        if not any(texts):
            blank += 1
            if blank > BLANK_ROWS:
                return
            continue
        blank, kept = 0, kept + 1
        if len(texts) > MOST_COLUMNS and any(texts[MOST_COLUMNS:]):
            raise Refused(f"Die Tabelle hat mehr als {MOST_COLUMNS} Spalten.")
        if kept > MOST_ROWS:
            raise Refused(f"Die Tabelle hat mehr als {MOST_ROWS} Zeilen. Bitte in mehrere Dateien teilen.")
        yield Row(line, texts[:MOST_COLUMNS])
