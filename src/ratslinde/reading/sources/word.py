"""Word files (.docx): paragraphs with their automatic numbers, table rows as lines with cells."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import Cell, SourceLine, SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.grid import COLUMN
from ratslinde.reading.sources.word_archive import BROKEN, check_archive
from ratslinde.reading.sources.word_numbers import Numbering, element_of
from ratslinde.reading.text.joining import clean

DEPTH = 8
_HEADINGS = ("Heading", "berschrift", "Überschrift", "Title", "Titel")  # Word leaves umlauts out of ids


def read(data: bytes) -> SourceText:
    """Return the text of a Word file; hard page breaks count pages."""
    check_archive(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets the errors of zip, lxml and dicts through
        raise ReadingError(BROKEN) from error
    writer = _Writer(document)
    for block in document.iter_inner_content():
        writer.block(block, 0)
    limits.check_characters(sum(len(line.text) for line in writer.lines))
    return SourceText(tuple(writer.lines), writer.page)


class _Writer:
    def __init__(self, document: WordDocument) -> None:
        self.lines: list[SourceLine] = []
        self.page = 1
        self.numbered = False
        self.numbering = Numbering(document)

    def block(self, block: Paragraph | Table, depth: int) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block)
            return
        if depth < DEPTH:
            if self.lines and self.lines[-1].text:
                self.lines.append(SourceLine("", self.page))
            for row in _distinct_rows(block):
                self._row(row, depth)
            self.lines.append(SourceLine("", self.page))

    def _paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph; an empty line parts it from the end of a numbered list above."""
        number = self.numbering.number(paragraph)
        if self.numbered and not number:
            self.lines.append(SourceLine("", self.page))
        self.numbered = bool(number)
        for cells in self._rows(paragraph, number):
            self._add(cells, heading=_is_heading(paragraph))

    def _add(self, cells: tuple[Cell, ...], *, heading: bool) -> None:
        self.lines.append(SourceLine("\t".join(cell.text for cell in cells), self.page, cells, heading))

    def _rows(self, paragraph: Paragraph, number: str) -> Iterator[tuple[Cell, ...]]:
        text = "".join(self._pieces(paragraph))
        indent = _indent(paragraph)
        for index, row in enumerate(text.split("\n")):
            pieces = [" ".join(piece.split()) for piece in clean(row).split("\t")]
            cells = [Cell(piece, indent + at * COLUMN) for at, piece in enumerate(pieces) if piece]
            if number and not index:
                cells = [Cell(number, 0.0), *(Cell(cell.text, cell.left + 4) for cell in cells)]
            yield tuple(cells)

    def _pieces(self, paragraph: Paragraph) -> Iterator[str]:
        for node in element_of(paragraph).iter(
            qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"), qn("w:softHyphen")
        ):
            if node.tag == qn("w:t"):
                yield node.text or ""
            elif node.tag == qn("w:tab"):
                yield "\t" if node.getparent().tag == qn("w:r") else ""
            elif node.tag == qn("w:noBreakHyphen"):
                yield "-"
            elif node.tag == qn("w:softHyphen"):
                yield "\u00ad"
            else:
                if node.get(qn("w:type")) == "page":
                    self.page += 1
                yield "\n"

    def _row(self, placed: dict[int, _Cell], depth: int) -> None:
        if any(cell.tables for cell in placed.values()):
            for cell in placed.values():
                for block in cell.iter_inner_content():
                    self.block(block, depth + 1)
            return
        columns = {place: self._column(cell) for place, cell in placed.items()}
        for index in range(max(map(len, columns.values()), default=0)):
            row = [
                Cell(column[index], place * COLUMN)
                for place, column in columns.items()
                if index < len(column) and column[index]
            ]
            if row:
                self._add(tuple(row), heading=False)

    def _column(self, cell: _Cell) -> list[str]:
        texts = [
            " ".join(piece.text for piece in row)
            for paragraph in cell.paragraphs
            for row in self._rows(paragraph, self.numbering.number(paragraph))
        ]
        return [text for text in texts if text]


def _distinct_rows(table: Table) -> Iterator[dict[int, _Cell]]:
    """Yield the cells that begin in each row by their column; python-docx names a wide or deep one again and again."""
    above: list[object] = []
    for row in table.rows:
        cells = list(row.cells)
        here: list[object] = [element_of(cell) for cell in cells]
        yield {
            place: cell
            for place, cell in enumerate(cells)
            if not (place and here[place] is here[place - 1])
            and not (place < len(above) and here[place] is above[place])
        }
        above = here


def _is_heading(paragraph: Paragraph) -> bool:
    return str(element_of(paragraph).style or "").startswith(_HEADINGS)


def _indent(paragraph: Paragraph) -> float:
    indent = paragraph.paragraph_format.left_indent
    return round(indent.pt / 5, 1) if indent is not None else 0.0
