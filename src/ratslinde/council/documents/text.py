"""The text of a file, as search and open data give it: running lines, only as much as search can show."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
from msgspec import Struct

from ratslinde.council.documents import portable, rules
from ratslinde.kernel.text import clean
from ratslinde.reading import ReadingError
from ratslinde.reading.sources import pdf
from ratslinde.reading.sources.opening import open_file
from ratslinde.reading.text.joining import collapse, join

PAGES_AT_ONCE = 20  # a fifth of a second; the rest is not read once there is text enough
MOST_PAGES = 300
NOT_ALL = "Durchsuchbar ist der Anfang: Der Text ist länger, als die Suche zeigen kann."
NO_TEXT = "Die Datei hat keinen Text, der sich lesen lässt (eingescannt?)."
NOT_THIS_KIND = "Aus Dateien dieser Art wird kein Text gelesen."


class Taken(Struct, frozen=True, kw_only=True):
    """The text of a file, at most `rules.MOST_TEXT` characters. `remark`: why there is none, or not all of it."""

    text: str = ""
    remark: str = ""


def text_of(path: Path, *, media_type: str) -> Taken:
    """What can be read in the file; one that is broken, locked, too large or of another kind has no text."""
    kind = rules.readable_as(media_type)
    if not kind:
        return Taken(remark=NOT_THIS_KIND)
    try:
        text, whole = _text(path, kind)
    except ReadingError as error:
        return Taken(remark=error.message)
    return Taken(text=text, remark="" if text and whole else NOT_ALL if text else NO_TEXT)


def _text(path: Path, kind: str) -> tuple[str, bool]:
    """The text, and whether that is all there is."""
    kept: list[str] = []
    size, whole = 0, True
    for lines, last in _portions(path) if kind == "pdf" else [(_lines(path, kind), True)]:
        kept += lines
        size += sum(len(line) + 1 for line in lines)
        whole = last
        if size > rules.MOST_TEXT:
            break
    text = clean("\n".join(_running(kept))).strip()
    return _cut(text), whole and len(text) <= rules.MOST_TEXT


def _lines(path: Path, kind: str) -> list[str]:
    source, _ = open_file(path, kind)
    return [line.text for line in source.lines]


def _portions(path: Path) -> Iterator[tuple[list[str], bool]]:
    """The lines of some pages, and whether these were the last."""
    with closing(portable.opened(path)) as whole:
        pages = len(whole)
        for first in range(0, min(pages, MOST_PAGES), PAGES_AT_ONCE):
            end = min(first + PAGES_AT_ONCE, pages)
            source, _ = pdf.read(_some(whole, first, end))
            yield [line.text for line in source.lines], end == pages


def _some(whole: pypdfium2.PdfDocument, first: int, end: int) -> bytes:
    data = io.BytesIO()
    with closing(pypdfium2.PdfDocument.new()) as some:
        try:
            some.import_pages(whole, list(range(first, end)))
        except pypdfium2.PdfiumError:
            raise ReadingError(portable.BROKEN) from None
        some.save(data)
    return data.getvalue()


def _running(lines: Iterable[str]) -> Iterator[str]:
    """Line by line as printed, but a word that is divided at the end of one is whole, so that it is found."""
    held: str | None = None
    for line in map(_one_line, lines):
        if held is not None and line and _divided(held):
            held = join(held, line)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _one_line(line: str) -> str:
    """Single blanks; a soft hyphen at the end stays, as it divides a word."""
    return collapse(line) + ("\u00ad" if line.rstrip().endswith("\u00ad") else "")


def _divided(line: str) -> bool:
    return line.endswith("\u00ad") or (line.endswith("-") and line[-2:-1].isalpha())


def _cut(text: str) -> str:
    """The beginning, up to a whole word."""
    if len(text) <= rules.MOST_TEXT:
        return text
    part = text[: rules.MOST_TEXT]
    return part.rpartition(" ")[0] or part
