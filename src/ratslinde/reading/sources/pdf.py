"""The text layer of PDF files, by PDFium: words with their places, so that columns and rows stay whole."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import SourceLine, SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.layout import Columns, lines_on_page
from ratslinde.reading.sources.words import Word

PAGE_CHARACTERS = 60_000
NARROW = 0.2  # times letter size and letters: what is narrower may be turned text
# PDFium marks the hyphen at a line end, and leaves the line break behind it out.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]*[\x02\ufffe]|[^\s\x00\x02\ufffe]+")
_NO_TEXT = "Seite {page} hat keine Textebene (eingescannt?); ihr Inhalt fehlt."
_IMAGE = "Seite {page} besteht zum großen Teil aus einem Bild; Text darin wird nicht gelesen."


def read(source: Path | bytes) -> tuple[SourceText, tuple[str, ...]]:
    """Return the text of a PDF file and a warning for each page without a text layer."""
    document = _opened(source)
    try:
        limits.check_pages(len(document))
        return _read(document)
    finally:
        document.close()


def _opened(source: Path | bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadingError("Die PDF-Datei ist verschlüsselt; bitte ohne Kennwort speichern.") from None
        raise ReadingError("Die PDF-Datei ist beschädigt und kann nicht gelesen werden.") from None


def _read(document: pypdfium2.PdfDocument) -> tuple[SourceText, tuple[str, ...]]:
    lines: list[SourceLine] = []
    warnings: list[str] = []
    characters = 0
    columns = Columns()
    for number in range(1, len(document) + 1):
        page_lines, warning = _page(document, number, columns)
        characters += sum(len(line.text) for line in page_lines)
        limits.check_characters(characters)
        lines.extend(page_lines)
        if warning:
            warnings.append(warning.format(page=number))
    return SourceText(tuple(lines), len(document)), _summed(warnings)


def _summed(warnings: list[str]) -> tuple[str, ...]:
    if len(warnings) <= 5:
        return tuple(warnings)
    return (*warnings[:5], f"Das gilt für {len(warnings) - 5} weitere Seiten.")


def _page(
    document: pypdfium2.PdfDocument, number: int, columns: Columns
) -> tuple[list[SourceLine], str | None]:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        raise ReadingError(
            f"Die PDF-Datei ist beschädigt: Seite {number} kann nicht gelesen werden."
        ) from None
    try:
        text = page.get_textpage()
        try:
            words = list(_words(text, min(text.count_chars(), PAGE_CHARACTERS)))
        finally:
            text.close()
        lines = list(lines_on_page(words, number, columns))
        return lines, _warning(page, lines)
    finally:
        page.close()


def _warning(page: pypdfium2.PdfPage, lines: list[SourceLine]) -> str | None:
    characters = sum(len(line.text) for line in lines)
    if characters > 600:
        return None
    images = sum(_area(image) for image in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    if images < 0.3 * page.get_width() * page.get_height():
        return None
    return _IMAGE if characters else _NO_TEXT


def _area(image: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))


def _words(text: pypdfium2.PdfTextPage, count: int) -> Iterator[Word]:
    """Yield the words of a page; turned text (a note in the margin) is left out."""
    place = _Place()
    for match in _WORD.finditer(_letters(text, count)):
        word = _word(text.raw, match, place)
        if word:
            yield word


def _letters(text: pypdfium2.PdfTextPage, count: int) -> str:
    """Return one character for each that PDFium counts, so that places in it are PDFium's indexes."""
    letters: str = text.get_text_range(0, count) if count else ""
    if len(letters) == count:
        return letters
    return "".join(chr(pdfium.FPDFText_GetUnicode(text.raw, index)) for index in range(count))


class _Place:
    """What PDFium writes the place of a letter to; one for all words of a page."""

    def __init__(self) -> None:
        self.x, self.y, self.box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        self.origin = ctypes.byref(self.x), ctypes.byref(self.y)
        self.bounds = ctypes.byref(self.box)


def _word(text: object, match: re.Match[str], place: _Place) -> Word | None:
    first, last = match.start(), match.end() - 1
    if not pdfium.FPDFText_GetCharOrigin(text, first, *place.origin):
        place.x.value = place.y.value = 0.0  # what stands there is that of the word before
    if not pdfium.FPDFText_GetLooseCharBox(text, last, place.bounds):
        place.box.left = place.box.bottom = place.box.right = place.box.top = 0.0
    size = abs(pdfium.FPDFText_GetFontSize(text, first))
    left, base, box = place.x.value, place.y.value, place.box
    height = max(box.top - box.bottom, 1.0)
    size = min(size, height) if size > 1.5 else height  # some files scale letters of size 1
    letters, right = match[0], max(box.right, left)
    if len(letters) > 1 and right - left < NARROW * size * len(letters) and _turned(text, first):
        return None
    return Word(letters, left, right, base, size)


def _turned(text: object, index: int) -> bool:
    angle = float(pdfium.FPDFText_GetCharAngle(text, index))
    return 0.2 < angle < 6.0
