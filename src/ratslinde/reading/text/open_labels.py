"""Labels of a head whose values are still being collected, and where the next text belongs."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.text.facts import STATUS, Fact, fits
from ratslinde.reading.text.labels import Found
from ratslinde.reading.text.lines import Line

_OPEN_END = re.compile(r"(?:,|[^\W\d_]-|\u00ad)$")
_WRAPPING = ("department", "list", "title")  # values that may need more than one line of a column
SAME_COLUMN = 2
INDENT = 4
COLUMNS = 3
FAR = 8
MOST_WAITING = 100  # labels without values: no form has more
MOST_PAIRS = 400  # of labels in a row and values below them: no form has more


class OpenLabel(msgspec.Struct):
    """A label whose value is still being collected; `left` is where its value stands.

    `row`: it stands in a row of labels, and the values in columns below.
    """

    found: Found
    at: Line
    lines: list[Line]
    left: float
    below: bool = False
    row: bool = False

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

    def lists(self, line: Line) -> bool:
        """Return whether a line below the label of a list of departments holds one more of them."""
        return self.kind == "list" and self.below and fits(line.text, "department")

    def in_column(self, left: float) -> bool:
        wide = self.left > INDENT or (self.row and self.kind in _WRAPPING)
        return wide and abs(left - self.left) <= SAME_COLUMN

    def cannot_be(self, text: str) -> bool:
        """Return whether a text beside the label of a paper's number is a date: the number stands below."""
        return self.kind == "reference" and fits(text, "date")


class OpenLabels:
    """The labels met so far. Empty ones wait for a value on one of the next lines, in order."""

    def __init__(self) -> None:
        self.opened: list[OpenLabel] = []
        self.waiting: list[OpenLabel] = []
        self.last: OpenLabel | None = None

    def open(self, found: Found, line: Line, left: float) -> None:
        """Take a label with the text behind it."""
        opened = OpenLabel(found, line, [], left + len(found.name) + 2)
        self.opened.append(opened)
        self.last = opened
        if found.label.value == "list" or not found.rest:
            self.waiting = [other for other in self.waiting if other.kind != "list"]
        if found.rest and not opened.cannot_be(found.rest):
            self.value(opened, line, found.rest)
        else:
            self.waiting = [*self.waiting[-MOST_WAITING:], opened]

    def value(self, opened: OpenLabel, line: Line, text: str) -> None:
        """Give a text of a line to a label."""
        opened.lines.append(msgspec.structs.replace(line, text=text))
        self.waiting = [other for other in self.waiting if other is not opened]
        self.last = opened

    def gap(self) -> None:
        """Take an empty line: it ends a value, and a list that is empty so far stays so."""
        if not self.last or not (self.last.lines or self.last.kind == "list"):
            return
        if not self.last.lines:
            self.waiting = [opened for opened in self.waiting if opened is not self.last]
        self.last = None

    def takes_beside(self, line: Line, text: str, left: float) -> bool:
        """Return whether a text beside a label is its value, or that of a label above that alone it fits."""
        if above := self._awaiting_number(line, text):
            self.value(above, line, text)
            above.below = True
            return True
        last = self.last
        if not last or last.at is not line or last.lines or last.cannot_be(text):
            return False
        self.value(last, line, text)
        last.left = left
        return True

    def takes_under(self, line: Line, text: str, left: float) -> bool:
        """Return whether a column without label is the value of the label right above it in the same column."""
        for opened in self.waiting:
            right_above = opened.at.number + 1 == line.number and abs(opened.label_left - left) <= SAME_COLUMN
            if right_above and opened.found.colon and fits(text, opened.kind):
                self.value(opened, line, text)
                opened.below, opened.left = True, left
                return True
        return False

    def _awaiting_number(self, line: Line, text: str) -> OpenLabel | None:
        """The label of a paper's number above, when the text beside a department looks like such a number."""
        if not self.last or self.last.kind != "department" or fits(text, "department"):
            return None
        waiting = [one for one in self.waiting if one.kind == "reference" and one.at is not line]
        return waiting[-1] if waiting and fits(text, "reference") else None

    def takes(self, line: Line) -> bool:
        """Return whether a line without label is a value, or goes on with one."""
        return self._below_row(line) or self._continued(line) or self.awaited(line)

    def _continued(self, line: Line) -> bool:
        """Whether the line goes on with values above it: in the same column, or behind an open end."""
        if self._beside_unknown_label(line):
            return False
        taken = [self._in_column(line, cell.left, cell.text) for cell in line.cells]
        if any(taken) or self._address_below(line):
            return True
        last = self.last
        if not last or not last.near(line):
            return False
        if not last.lists(line) and last.kind != "title" and not _OPEN_END.search(last.lines[-1].text):
            return False
        last.lines.append(line)
        return True

    def _beside_unknown_label(self, line: Line) -> bool:
        """Whether a line has its own word in the column of the labels: what stands beside it belongs to that."""
        if len(line.cells) < 2 or not line.cells[0].text[:1].isupper():
            return False
        label, value = line.cells[0].left, line.cells[1].left
        return any(
            one.in_column(value) and len(one.at.cells) > 1 and abs(one.at.left - label) <= SAME_COLUMN
            for one in self.opened[-COLUMNS:]
            if not (one.row or _OPEN_END.search(one.at.cells[0].text))
        )

    def _address_below(self, line: Line) -> bool:
        """Whether a street with its number stands right below a place that other values may stand beside."""
        place = next((one for one in self.opened[-COLUMNS:] if one.kind == "place" and one.near(line)), None)
        if not place or len(line.cells) > 1 or not fits(line.text, "address"):
            return False
        place.lines.append(line)
        return True

    def _in_column(self, line: Line, left: float, text: str) -> bool:
        for opened in reversed(self.opened[-COLUMNS:]):
            if opened.in_column(left) and opened.near(line, most=1 if opened.below else 2):
                opened.lines.append(msgspec.structs.replace(line, text=text))
                return True
        return False

    def _below_row(self, line: Line) -> bool:
        """Whether a row of values stands below a row of labels: each value goes to the label above it."""
        last = self.last
        row = [opened for opened in self.waiting if last and opened.at is last.at]
        if len(row) < 2 or len(line.cells) < 2 or len(row) * len(line.cells) > MOST_PAIRS:
            return False
        pairs = [(min(row, key=lambda one: abs(one.label_left - cell.left)), cell) for cell in line.cells]
        distinct = {id(opened) for opened, _ in pairs}
        if len(distinct) < len(pairs) or any(abs(one.label_left - cell.left) > FAR for one, cell in pairs):
            return False
        for opened, cell in pairs:
            self.value(opened, line, cell.text)
            opened.below, opened.row, opened.left = True, True, cell.left
        self.last = None
        return True

    def awaited(self, line: Line) -> bool:
        """Return whether the line is the value of a label that waits; an unlabelled status stands for itself."""
        if self.waiting and self.waiting[0].kind != "status" and STATUS.fullmatch(line.text):
            return False
        opened = next((one for one in self.waiting if fits(line.text, one.kind)), None)
        if not opened:
            return False
        opened = self._right_above(line) or opened
        opened.below = True
        self.waiting = self.waiting[self.waiting.index(opened) + 1 :]
        self.value(opened, line, line.text)
        return True

    def _right_above(self, line: Line) -> OpenLabel | None:
        """The label with a colon right above a value that it alone can have ("Sitzungstag:" and a date)."""
        last = self.last
        if not last or last not in self.waiting or not last.found.colon or last.kind not in ("date", "time"):
            return None
        return last if last.at.number + 1 == line.number and fits(line.text, last.kind) else None
