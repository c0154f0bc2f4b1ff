"""Word files (.docx): paragraphs with their automatic numbers, table rows as lines with cells."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import Cell, SourceLine, SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.word_numbers import Numbering, element_of
from ratslinde.reading.text.joining import clean

UNPACKED = 80 * 1024 * 1024
XML_UNPACKED = 12 * 1024 * 1024
ENTRIES = 3_000
TAGS = 400_000
PARAGRAPHS = 25_000
COLUMN = 40.0
DEPTH = 8
_HEADINGS = ("Heading", "berschrift", "Überschrift", "Title", "Titel")  # Word leaves umlauts out of ids
_PARAGRAPH = re.compile(rb"<w:p[ >/]")
_BROKEN = "Die Word-Datei ist beschädigt und kann nicht gelesen werden."
_TOO_LARGE = "Die Word-Datei ist ausgepackt zu groß, um eine Sitzungsunterlage zu sein."


def read(data: bytes) -> SourceText:
    """Return the text of a Word file; hard page breaks count pages."""
    _check_archive(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets the errors of zip, lxml and dicts through
        raise ReadingError(_BROKEN) from error
    writer = _Writer(document)
    for block in document.iter_inner_content():
        writer.block(block, 0)
    limits.check_characters(sum(len(line.text) for line in writer.lines))
    return SourceText(tuple(writer.lines), writer.page)


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist())
            text = archive.read("word/document.xml")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        raise ReadingError(_BROKEN) from None
    limits.check_tags(text, most=TAGS)
    if len(_PARAGRAPH.findall(text)) > PARAGRAPHS:
        raise ReadingError(_TOO_LARGE)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if "word/document.xml" not in names:
        raise ReadingError("Die Datei ist ein Archiv, aber keine Word-Datei (DOCX).")
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReadingError("Die Word-Datei ist verschlüsselt; bitte ohne Kennwort speichern.")
    xml = [entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if (
        len(entries) > ENTRIES
        or sum(entry.file_size for entry in entries) > UNPACKED
        or sum(xml) > XML_UNPACKED
    ):
        raise ReadingError(_TOO_LARGE)


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

    def _row(self, cells: list[_Cell], depth: int) -> None:
        if any(cell.tables for cell in cells):
            for cell in cells:
                for block in cell.iter_inner_content():
                    self.block(block, depth + 1)
            return
        columns = [self._column(cell) for cell in cells]
        for index in range(max(map(len, columns), default=0)):
            row = [
                Cell(column[index], number * COLUMN)
                for number, column in enumerate(columns)
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


def _distinct_rows(table: Table) -> Iterator[list[_Cell]]:
    for row in table.rows:
        cells: list[_Cell] = []
        for cell in row.cells:
            if not cells or element_of(cell) is not element_of(cells[-1]):
                cells.append(cell)
        yield cells


def _is_heading(paragraph: Paragraph) -> bool:
    return str(element_of(paragraph).style or "").startswith(_HEADINGS)


def _indent(paragraph: Paragraph) -> float:
    indent = paragraph.paragraph_format.left_indent
    return round(indent.pt / 5, 1) if indent is not None else 0.0
