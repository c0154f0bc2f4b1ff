"""The rows of a table of items: number and title stay in the line, what other columns hold goes beside them."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.numbers import is_marked, number_of
from ratslinde.reading.agenda.parts import part_of
from ratslinde.reading.agenda.table_cells import numbers_in
from ratslinde.reading.agenda.table_head import COUNTS, Column, TableHead, head_at
from ratslinde.reading.agenda.vote_table import vote_table_at
from ratslinde.reading.outcome import Cell
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import join_all, paragraphs
from ratslinde.reading.text.lines import Beside, Line

_NOTHING = re.compile(alternatives(load("tables")["nothing"]), re.IGNORECASE)
_KEPT = ("number", "title")
_WITHOUT_NUMBER = Column("row", "", 0.0, 0.0)
_TEXT_TABLE = {"number", "title", "unread"}
NEAR = 4  # characters: a line that begins further left of a column goes over several


def with_columns_apart(lines: list[Line]) -> list[Line]:
    """Return the lines, those of tables of items with number and title only and the other columns in `beside`."""
    if not any(len(line.cells) > 1 for line in lines):
        return lines
    reader = _TableReader()
    for index in range(len(lines)):
        reader.take(lines, index)
    reader.end_row()
    return reader.lines


class _TableReader:
    """Walks the lines once; `row` is the place of the line that began the row, `pieces` what stands beside it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.head: TableHead | None = None
        self.head_lines = 0
        self.row: int | None = None
        self.pieces: list[tuple[Column, str]] = []
        self.numbered = False
        self.plain_rows = False

    def take(self, lines: list[Line], index: int) -> None:
        """Take the line at an index: a heading, the beginning of a row, more of a row, or something else."""
        line = lines[index]
        if self.head_lines:
            self.head_lines -= 1
            self.lines.append(_with_cells(line, ()))
        elif head := head_at(lines, index):
            self._begin(head, line)
        elif counted := vote_table_at(lines, index):
            self.head_lines = 1
            self.lines.append(counted)
        elif self.head and line.cells and self._row(self.head, line):
            return
        else:
            self._between(line)
            self.numbered = self.numbered or bool((start := number_of(line)) and start[1])
            self.lines.append(line)

    def _begin(self, head: TableHead, line: Line) -> None:
        """Take the head of a table; inside an item, one with unknown columns only is a table of the text."""
        self.end_row()
        if head.plain or (self.numbered and not head.keys - _TEXT_TABLE):
            self.head = None
            self.lines.append(line)
            return
        self.lines.append(_with_cells(line, ()) if self.head else line)  # the first heads the agenda
        self.head, self.head_lines, self.plain_rows = head, head.lines - 1, False

    def _between(self, line: Line) -> None:
        """Take a line that is none of the table: a gap ends the row, free text behind it the table."""
        if not line.text:
            self.end_row()
        elif self.row is None and part_of(line.text) is None:
            self.head = None

    def _row(self, head: TableHead, line: Line) -> bool:
        """Take a line of the table; return False when it is none."""
        cells = [(head.column_of(cell), cell) for cell in line.cells]
        if part_of(line.text) is not None:
            self.end_row()
            return False
        if len(cells) == 1 and cells[0][1].left < cells[0][0].left - NEAR:
            return False
        if self._is_text_below(line):
            return False
        kept = [(column, cell) for column, cell in cells if column.key in _KEPT]
        beside = [(column, cell) for column, cell in cells if column.key not in _KEPT]
        if _begins(kept):
            self.end_row()
            self.row = len(self.lines)
            self.plain_rows = self.plain_rows or not is_marked(line)
        elif self.row is None or (len(cells) > 1 and not beside):
            return False
        elif head.counted and any(column.key in COUNTS for column, _ in beside):
            self.pieces.append((_WITHOUT_NUMBER, line.text))
            return True
        self.pieces += [(column, cell.text) for column, cell in beside]
        ordered = sorted(kept, key=lambda pair: (_KEPT.index(pair[0].key), pair[1].left))
        if ordered:
            self.lines.append(_with_cells(line, tuple(cell for _, cell in ordered)))
        return True

    def _is_text_below(self, line: Line) -> bool:
        """Whether a line behind a gap begins a text about an item ("Zu TOP 3: …"), where the rows have bare numbers."""
        return self.row is None and self.plain_rows and len(line.cells) == 1 and is_marked(line)

    def end_row(self) -> None:
        """Put what was read in the other columns beside the line that began the row."""
        if self.row is not None and self.pieces:
            begin = self.lines[self.row]
            self.lines[self.row] = msgspec.structs.replace(begin, beside=tuple(_joined(self.pieces)))
        self.row, self.pieces = None, []


def _begins(kept: list[tuple[Column, Cell]]) -> bool:
    """Whether a line begins a row: a number stands in its column, or in front of the title."""
    numbers = [cell for column, cell in kept if column.key == "number"]
    first = numbers[0] if numbers else kept[0][1] if kept else None
    if first is None:
        return False
    start = number_of(Line(0, 0, first.text))
    return start is not None and (bool(start[1]) or (bool(numbers) and len(kept) > 1))


def _with_cells(line: Line, cells: tuple[Cell, ...]) -> Line:
    return msgspec.structs.replace(line, text=" ".join(cell.text for cell in cells), cells=cells)


def _texts(column: Column, rows: list[str]) -> list[str]:
    """The text of a column; several numbers of papers and rows without a number stay apart."""
    if column.key == "row" or (column.key == "reference" and all(numbers_in(row) for row in rows)):
        return rows
    return [(paragraphs if column.key == "decision" else join_all)(rows)]


def _joined(pieces: list[tuple[Column, str]]) -> list[Beside]:
    """What each column holds, its lines joined; "–" says nothing."""
    texts: dict[Column, list[str]] = {}
    for column, text in pieces:
        texts.setdefault(column, []).append(text)
    found = [
        Beside(column.key, column.heading, text)
        for column, rows in texts.items()
        for text in _texts(column, rows)
    ]
    return [one for one in found if not _NOTHING.fullmatch(one.text)]
