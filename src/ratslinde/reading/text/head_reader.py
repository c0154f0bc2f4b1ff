"""Reading a head: values beside, below and behind their labels, in columns and in blocks."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ratslinde.reading.text.facts import Head, with_rivals
from ratslinde.reading.text.labels import Found, find, split_inside
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.open_labels import OpenLabels


def read_head(lines: list[Line], kind: str) -> Head:
    """Return the facts of a head; it ends before the first section or table, or with the lines."""
    reader = HeadReader(kind)
    length = reader.read(lines)
    facts = with_rivals(tuple(opened.fact() for opened in reader.labels.opened))
    return Head(facts, tuple(reader.rest), length)


class HeadReader:
    """Walks the lines of a head once; `rest` are the lines without a label that are no value."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.labels = OpenLabels()
        self.rest: list[Line] = []

    def read(self, lines: Iterable[Line]) -> int:
        """Read up to the first section or table; return how many lines were read."""
        count = 0
        for line in lines:
            if line.text and self._line(line):
                return count
            if not line.text:
                self.labels.gap()
            count += 1
        return count

    def _line(self, line: Line) -> bool:
        """Take one line; return True when a section begins, which ends the head."""
        pieces = _pieces(line, self.kind)
        first = find(pieces[0][0], self.kind) if len(pieces) == 1 else None
        if first and not first.colon and self._waits_above(line) and self.labels.awaited(line):
            return False
        if first and first.label.shape != "line":
            return True
        if any(find(text, self.kind) for text, _ in pieces):
            self._labelled(line, pieces)
        elif not self.labels.takes(line):
            self.rest.append(line)
        return False

    def _waits_above(self, line: Line) -> bool:
        """Whether the line above is a label without value: what looks like a label now is its value."""
        last = self.labels.last
        return last is not None and not last.lines and last.at.number + 1 == line.number

    def _labelled(self, line: Line, pieces: list[tuple[str, float]]) -> None:
        loose: list[str] = []
        bare = len(pieces) > 1 and all(_is_bare_label(text, self.kind) for text, _ in pieces)
        for index, (text, left) in enumerate(pieces):
            found = find(text, self.kind)
            alone = bare or len(pieces) == 1 or index + 1 < len(pieces)
            if found and found.label.shape == "line" and (found.colon or alone or _asks_number(found)):
                self.labels.open(found, line, left)
            elif not self.labels.takes_beside(line, text, left) and not self.labels.takes_under(
                line, text, left
            ):
                loose.append(text)
        if loose and not self.labels.opened:
            self.rest.append(msgspec.structs.replace(line, text=" ".join(loose)))


def _is_bare_label(text: str, kind: str) -> bool:
    """Whether a column is a label and nothing else: a row of such labels has its values below."""
    found = find(text, kind)
    return found is not None and found.label.shape == "line" and not (found.colon or found.rest)


def _asks_number(found: Found) -> bool:
    """Whether a label names the number of a paper so plainly that it needs no colon ("Drucksachen-Nr.")."""
    return found.label.value == "reference" and found.name.endswith(("Nr.", "nummer", "Nummer"))


def _pieces(line: Line, kind: str) -> list[tuple[str, float]]:
    """The columns of a line, and the pieces of a column that holds several labels, with their left edges."""
    pieces: list[tuple[str, float]] = []
    for cell in line.cells:
        left = cell.left
        for text in split_inside(cell.text, kind):
            pieces.append((text, left))
            left += len(text) + 1
    return pieces
