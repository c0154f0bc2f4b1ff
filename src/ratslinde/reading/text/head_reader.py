"""Reading a head: values beside, below and behind their labels, in columns and in blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from ratslinde.reading.text.facts import STATUS, Fact, Head, fits
from ratslinde.reading.text.labels import Found, find, split_inside
from ratslinde.reading.text.lines import Line

_OPEN_END = re.compile(r"(?:,|[^\W\d_]-|\u00ad)$")
SAME_COLUMN = 2
INDENT = 4
COLUMNS = 3
FAR = 8


def read_head(lines: list[Line], kind: str) -> Head:
    """Return the facts of a head; it ends before the first section or table, or with the lines."""
    reader = HeadReader(kind)
    length = reader.read(lines)
    return Head(tuple(opened.fact() for opened in reader.opened), tuple(reader.rest), length)


class _Open(msgspec.Struct):
    """A label whose value is still being collected; `left` is where its value stands."""

    found: Found
    at: Line
    lines: list[Line]
    left: float
    below: bool = False

    @property
    def label_left(self) -> float:
        """Where the label stands, as long as it waits for its value."""
        return self.left - len(self.found.name) - 2

    @property
    def kind(self) -> str:
        return self.found.label.value

    def fact(self) -> Fact:
        return Fact(self.found.label, self.found.name, tuple(self.lines), self.at, self.below)

    def near(self, line: Line, *, most: int = 1) -> bool:
        """Return whether a line comes right below the value, or with one empty line between."""
        return bool(self.lines) and line.number - self.lines[-1].number <= most

    def in_column(self, left: float) -> bool:
        return self.left > INDENT and abs(left - self.left) <= SAME_COLUMN


class HeadReader:
    """Walks the lines of a head once. Empty labels wait for a value on one of the next lines, in order."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.opened: list[_Open] = []
        self.waiting: list[_Open] = []
        self.rest: list[Line] = []
        self.last: _Open | None = None

    def read(self, lines: Iterable[Line]) -> int:
        """Read up to the first section or table; return how many lines were read."""
        count = 0
        for line in lines:
            if line.text and self._line(line):
                return count
            if not line.text:
                self._gap()
            count += 1
        return count

    def _gap(self) -> None:
        """An empty line ends a value, and a list that is empty so far stays so."""
        if not self.last or not (self.last.lines or self.last.kind == "list"):
            return
        if not self.last.lines:
            self.waiting = [opened for opened in self.waiting if opened is not self.last]
        self.last = None

    def _line(self, line: Line) -> bool:
        """Take one line; return True when a section begins, which ends the head."""
        pieces = _pieces(line, self.kind)
        first = find(pieces[0][0], self.kind) if len(pieces) == 1 else None
        if first and not first.colon and self._waits_above(line) and self._awaited(line):
            return False
        if first and first.label.shape != "line":
            return True
        if any(find(text, self.kind) for text, _ in pieces):
            self._labelled(line, pieces)
        elif not (self._below_row(line) or self._continued(line) or self._awaited(line)):
            self.rest.append(line)
        return False

    def _waits_above(self, line: Line) -> bool:
        """Whether the line above is a label without value: what looks like a label now is its value."""
        return self.last is not None and not self.last.lines and self.last.at.number + 1 == line.number

    def _labelled(self, line: Line, pieces: list[tuple[str, float]]) -> None:
        loose: list[str] = []
        for index, (text, left) in enumerate(pieces):
            found = find(text, self.kind)
            alone = len(pieces) == 1 or index + 1 < len(pieces)
            if found and found.label.shape == "line" and (found.colon or alone):
                self._open(found, line, left)
            elif self.last and self.last.at is line and not self.last.lines and not _other(text, self.last):
                self._value(self.last, line, text)
                self.last.left = left
            else:
                loose.append(text)
        if loose and not self.opened:
            self.rest.append(msgspec.structs.replace(line, text=" ".join(loose)))

    def _open(self, found: Found, line: Line, left: float) -> None:
        opened = _Open(found, line, [], left + len(found.name) + 2)
        self.opened.append(opened)
        self.last = opened
        if found.label.value == "list" or not found.rest:
            self.waiting = [other for other in self.waiting if other.kind != "list"]
        if found.rest:
            self._value(opened, line, found.rest)
        else:
            self.waiting.append(opened)

    def _value(self, opened: _Open, line: Line, text: str) -> None:
        opened.lines.append(msgspec.structs.replace(line, text=text))
        self.waiting = [other for other in self.waiting if other is not opened]
        self.last = opened

    def _continued(self, line: Line) -> bool:
        """Whether the line goes on with values above it: in the same column, or behind an open end."""
        taken = [self._in_column(line, cell.left, cell.text) for cell in line.cells]
        if any(taken):
            return True
        last = self.last
        if not last or not last.near(line):
            return False
        if last.kind != "title" and not _OPEN_END.search(last.lines[-1].text):
            return False
        last.lines.append(line)
        return True

    def _in_column(self, line: Line, left: float, text: str) -> bool:
        for opened in self.opened[-COLUMNS:]:
            if opened.in_column(left) and opened.near(line, most=1 if opened.below else 2):
                opened.lines.append(msgspec.structs.replace(line, text=text))
                return True
        return False

    def _below_row(self, line: Line) -> bool:
        """Whether a row of values stands below a row of labels: each value goes to the label above it."""
        last = self.last
        row = [opened for opened in self.waiting if last and opened.at is last.at]
        if len(row) < 2 or len(line.cells) < 2:
            return False
        pairs = [(min(row, key=lambda one: abs(one.label_left - cell.left)), cell) for cell in line.cells]
        distinct = {id(opened) for opened, _ in pairs}
        if len(distinct) < len(pairs) or any(abs(one.label_left - cell.left) > FAR for one, cell in pairs):
            return False
        for opened, cell in pairs:
            self._value(opened, line, cell.text)
            opened.below, opened.left = True, cell.left
        self.last = None
        return True

    def _awaited(self, line: Line) -> bool:
        """Whether the line is the value of a label that waits; an unlabelled status stands for itself."""
        if self.waiting and self.waiting[0].kind != "status" and STATUS.fullmatch(line.text):
            return False
        opened = next((one for one in self.waiting if fits(line.text, one.kind)), None)
        if not opened:
            return False
        opened.below = True
        self.waiting = self.waiting[self.waiting.index(opened) + 1 :]
        self._value(opened, line, line.text)
        return True


def _other(text: str, opened: _Open) -> bool:
    """Whether a text beside the label of a paper's number is a date, and the number stands below."""
    return opened.kind == "reference" and fits(text, "date")


def _pieces(line: Line, kind: str) -> list[tuple[str, float]]:
    """The columns of a line, and the pieces of a column that holds several labels, with their left edges."""
    pieces: list[tuple[str, float]] = []
    for cell in line.cells:
        left = cell.left
        for text in split_inside(cell.text, kind):
            pieces.append((text, left))
            left += len(text) + 1
    return pieces
