"""Walking the elements of an HTML page and writing down their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html

from ratslinde.reading.outcome import Cell, SourceLine
from ratslinde.reading.sources.entries import numbered
from ratslinde.reading.sources.grid import COLUMN, Grid, span
from ratslinde.reading.sources.html_tags import BLOCKS, HEADINGS, SKIPPED, SPACED, hidden, lays_out
from ratslinde.reading.text.joining import clean

DEPTH = 200


class HtmlLines:
    """Collects the text of inline content and turns each block into a line."""

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.text: list[str] = []
        self.heading = False
        self.number: str | None = None  # of the entry of a list that comes next
        self.waiting: str | None = (
            None  # until the first word of the entry, which may stand in a block of its own
        )
        self.grid = Grid()

    def flush(self, *, space: bool = False) -> None:
        """Make lines of the text so far, with an empty one behind them when `space` is set."""
        for row in clean("".join(self.text)).split("\n"):
            text = " ".join(row.split())
            if text:
                self.lines.append(SourceLine(text, 1, (Cell(text, 0.0),), self.heading))
        self.text = []
        if space:
            self._space()

    def _space(self) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(SourceLine("", 1))

    def element(self, node: lxml.html.HtmlElement, depth: int) -> None:
        """Take an element with all that is in it; `depth` counts how deep it is nested."""
        tag = node.tag
        if not isinstance(tag, str) or tag in SKIPPED or depth > DEPTH or hidden(node):
            return
        if tag == "br":
            self.text.append("\n")
        elif tag == "tr":
            self.flush()
            self._row(node, depth)
        elif tag == "table":
            outer, self.grid = self.grid, Grid()
            self.content(node, tag, depth)
            self.grid = outer
        elif tag == "dl":
            self.flush(space=True)
            self._definitions(node, depth)
        else:
            self.content(node, tag, depth)

    def content(self, node: lxml.html.HtmlElement, tag: str, depth: int) -> None:
        """Take text and children of an element as if it had this tag."""
        block = tag in BLOCKS
        if block:
            self.flush(space=tag in SPACED)
        heading, self.heading = self.heading, self.heading or tag in HEADINGS
        if tag == "li":
            self.waiting = self.number
        self._write(node.text)
        for child, self.number in numbered(node):
            self.element(child, depth + 1)
            self._write(child.tail)
        if block:
            self.flush(space=tag in SPACED)
        self.heading = heading

    def _write(self, text: str | None) -> None:
        if text and self.waiting and text.strip():
            self.text.append(self.waiting)
            self.waiting = None
        if text:
            self.text.append(re.sub(r"\s+", " ", text))

    def _row(self, row: lxml.html.HtmlElement, depth: int) -> None:
        cells = [cell for cell in row if cell.tag in ("td", "th") and not hidden(cell)]
        places = self.grid.place([(span(cell.get("colspan")), span(cell.get("rowspan"))) for cell in cells])
        if any(lays_out(cell, beside=len(cells) - 1) for cell in cells):
            for cell in cells:
                self.content(cell, "td", depth + 1)
            return
        columns = [_lines_in(cell, depth + 1) for cell in cells]
        heading = bool(cells) and all(cell.tag == "th" for cell in cells)
        self._grid(columns, heading=heading, places=places)

    def _grid(self, columns: list[list[str]], *, heading: bool, places: list[int] | None = None) -> None:
        places = places or list(range(len(columns)))
        if sum(1 for column in columns if column) == 1:
            self.lines.extend(
                SourceLine(text, 1, (Cell(text, 0.0),), heading) for column in columns for text in column
            )
            return
        for index in range(max(map(len, columns), default=0)):
            cells = tuple(
                Cell(column[index], place * COLUMN)
                for place, column in zip(places, columns, strict=True)
                if index < len(column)
            )
            self.lines.append(SourceLine("\t".join(cell.text for cell in cells), 1, cells, heading))

    def _definitions(self, node: lxml.html.HtmlElement, depth: int) -> None:
        """A definition list: each term with its first line of description on one line."""
        columns: list[list[str]] = []
        for child in _terms(node):
            lines = _lines_in(child, depth + 1)
            if child.tag == "dt" and columns:
                self._grid(columns, heading=False)
                columns = []
            if child.tag == "dt":
                columns = [lines]
            elif len(columns) == 2:
                columns[1].extend(lines)
            else:
                columns.append(lines)
        self._grid(columns, heading=False)
        self._space()


def _terms(node: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for child in node:
        if child.tag in ("dt", "dd"):
            yield child
        elif child.tag == "div":
            yield from _terms(child)


def _lines_in(node: lxml.html.HtmlElement, depth: int) -> list[str]:
    writer = HtmlLines()
    writer.content(node, "div", depth)
    return [line.text.replace("\t", " ") for line in writer.lines if line.text]
