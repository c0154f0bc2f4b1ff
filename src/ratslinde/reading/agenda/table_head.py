"""The headings of a table of items: which column holds number, title, paper, decision and votes."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.outcome import Cell
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sources.grid import COLUMN
from ratslinde.reading.text.joining import join
from ratslinde.reading.text.lines import Line

_RULES = load("tables")
_KEYS = (
    "number", "title", "reference", "decision", "counts", "result", "yes", "no", "abstain", "public", "ticked",
)  # fmt: skip
_HEADINGS = {key: re.compile(alternatives(_RULES[key]) + r"\s*:?", re.IGNORECASE) for key in _KEYS}
_STRENGTH = re.compile(alternatives(_RULES["strength"]) + r"\s*:?")
COUNTS = ("yes", "no", "abstain")
VOTING = (*COUNTS, "ticked")
_PLAIN = {"number", "title", "reference"}
SAME = 1.0  # columns of a heading that stands in two lines begin at most so far apart
LONGEST = 45
MOST_LINES = 3
MOST_COLUMNS = 16


class Column(msgspec.Struct, frozen=True):
    """A column: what it is for, its heading, and where that begins and ends."""

    key: str
    heading: str
    left: float
    right: float


class TableHead(msgspec.Struct, frozen=True):
    """The columns of a table, and how many lines their headings take."""

    columns: tuple[Column, ...]
    lines: int = 1

    @property
    def keys(self) -> set[str]:
        return {column.key for column in self.columns}

    @property
    def plain(self) -> bool:
        """Whether the lines can be read without it: number, title and paper in this order, their columns only seen."""
        keys = [column.key for column in self.columns]
        return not self.counted and set(keys) <= _PLAIN and keys == sorted(keys, key=_KEYS.index)

    @property
    def counted(self) -> bool:
        """Whether the columns are counted: nothing but rows of the table can stand in them."""
        return all(column.left % COLUMN == 0 for column in self.columns)

    def column_of(self, cell: Cell) -> Column:
        """Return the column that a cell stands in: the one whose beginning or middle is nearest to its own.

        Where columns are counted, one whose heading is empty has no name.
        """
        if self.counted and cell.left % COLUMN == 0 and cell.left not in {one.left for one in self.columns}:
            return Column("unread", "", cell.left, cell.left)
        middle = cell.left + len(cell.text) / 2
        return min(
            self.columns,
            key=lambda column: min(
                abs(column.left - cell.left), abs((column.left + column.right) / 2 - middle)
            ),
        )


def head_at(lines: list[Line], index: int) -> TableHead | None:
    """Return the head of a table that begins at a line, None when none does there.

    Headings may be broken over several lines, or have a second row below them ("Abstimmung" over "Ja", "Nein").
    """
    cells = list(lines[index].cells)
    if not 1 < len(cells) < MOST_COLUMNS or not any(key_of(cell.text) for cell in cells):
        return None
    if any(number_of(Line(0, 0, cell.text)) for cell in cells):  # a row: "Tagesordnung" may be its title
        return None
    best: TableHead | None = None
    for count in range(1, MOST_LINES + 1):
        head = _head(cells, count)
        if head and (not best or _known(head) > _known(best)):
            best = head
        below = lines[index + count] if index + count < len(lines) else None
        if below is None or not (joined := _with_line_below(cells, below)):
            break
        cells = joined
    return best


def _with_line_below(cells: list[Cell], below: Line) -> list[Cell] | None:
    """The headings with those of the line below, None when that line holds more than short words."""
    if not below.cells or any(len(cell.text) > LONGEST or cell.text[:1].isdigit() for cell in below.cells):
        return None
    joined = list(cells)
    for cell in below.cells:
        above = next((n for n, one in enumerate(joined) if abs(one.left - cell.left) <= SAME), None)
        if above is None:
            joined.append(cell)
        elif key_of(cell.text) in VOTING:  # below "Abstimmung", which spans them
            joined[above] = cell
        else:
            joined[above] = Cell(join(joined[above].text, cell.text), joined[above].left)
    return sorted(joined, key=lambda cell: cell.left)


def _head(cells: list[Cell], count: int) -> TableHead | None:
    if any(len(cell.text) > LONGEST for cell in cells):
        return None
    columns = [
        Column(key_of(cell.text) or "unread", cell.text.rstrip(" :"), cell.left, cell.left + len(cell.text))
        for cell in cells
    ]
    titles = [n for n, column in enumerate(columns) if column.key == "title"]
    if len(titles) > 1 and not any(column.key == "number" for column in columns):
        columns[titles[0]] = msgspec.structs.replace(columns[titles.pop(0)], key="number")
    keys = {column.key for column in columns}
    if len(titles) != 1 or not keys - {"title", "unread"}:
        return None
    if "number" not in keys and columns[titles[0]] is columns[0] and columns[0].left > SAME:
        columns.insert(0, Column("number", "", 0.0, 0.0))  # its heading is empty
    return TableHead(tuple(columns), count)


def _known(head: TableHead) -> tuple[int, int]:
    """How much of a head is known: the fewest columns that are not, then the most that are."""
    unread = sum(1 for column in head.columns if column.key == "unread")
    return -unread, len(head.columns) - unread


def is_strength(heading: str) -> bool:
    """Return whether a column tells how many could vote ("anwesend"), which counts no vote."""
    return len(heading) <= LONGEST and _STRENGTH.fullmatch(" ".join(heading.split())) is not None


def key_of(heading: str) -> str | None:
    """Return what a column with this heading holds, None when that is not known."""
    if len(heading) > LONGEST:
        return None
    text = " ".join(heading.split())
    return next((key for key in _KEYS if _HEADINGS[key].fullmatch(text)), None)
