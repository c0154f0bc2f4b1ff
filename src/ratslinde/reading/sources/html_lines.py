"""Walking the elements of an HTML page and writing down their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html

from ratslinde.reading.outcome import Cell, SourceLine
from ratslinde.reading.text.joining import clean

_SKIPPED = {
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "button",
    "select",
    "option",
    "svg",
    "iframe",
    "head",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "legend"}
_SPACED = {"p", "table", "ul", "ol", "dl", "section", "article", "pre", "blockquote", *_HEADINGS} - {"th"}
_ROWS = {"tr", "td", "th", "tbody", "thead", "tfoot", "dd", "dt", "li"}
_BLOCKS = {*_SPACED, *_ROWS, "div", "main", "header", "footer", "aside", "hr", "fieldset", "form", "address"}
_BLOCKS |= {"figure", "body", "html"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
COLUMN = 40.0
DEPTH = 200


class HtmlLines:
    """Collects the text of inline content and turns each block into a line."""

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.text: list[str] = []
        self.heading = False

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
        if not isinstance(tag, str) or tag in _SKIPPED or depth > DEPTH or _hidden(node):
            return
        if tag == "br":
            self.text.append("\n")
        elif tag == "tr":
            self.flush()
            self._row(node, depth)
        elif tag == "dl":
            self.flush(space=True)
            self._definitions(node, depth)
        else:
            self.content(node, tag, depth)

    def content(self, node: lxml.html.HtmlElement, tag: str, depth: int) -> None:
        """Take text and children of an element as if it had this tag."""
        block = tag in _BLOCKS
        if block:
            self.flush(space=tag in _SPACED)
        heading, self.heading = self.heading, self.heading or tag in _HEADINGS
        self._write(node.text)
        for child in node:
            self.element(child, depth + 1)
            self._write(child.tail)
        if block:
            self.flush(space=tag in _SPACED)
        self.heading = heading

    def _write(self, text: str | None) -> None:
        if text:
            self.text.append(re.sub(r"\s+", " ", text))

    def _row(self, row: lxml.html.HtmlElement, depth: int) -> None:
        cells = [cell for cell in row if cell.tag in ("td", "th") and not _hidden(cell)]
        if any(cell.find(".//table") is not None for cell in cells):
            for cell in cells:
                self.content(cell, "td", depth + 1)
            return
        columns = [_lines_in(cell, depth + 1) for cell in cells]
        self._grid(columns, heading=bool(cells) and all(cell.tag == "th" for cell in cells))

    def _grid(self, columns: list[list[str]], *, heading: bool) -> None:
        if sum(1 for column in columns if column) == 1:
            self.lines.extend(
                SourceLine(text, 1, (Cell(text, 0.0),), heading) for column in columns for text in column
            )
            return
        for index in range(max(map(len, columns), default=0)):
            cells = tuple(
                Cell(column[index], number * COLUMN)
                for number, column in enumerate(columns)
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


def _hidden(node: lxml.html.HtmlElement) -> bool:
    return isinstance(node.tag, str) and (
        node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None
    )
