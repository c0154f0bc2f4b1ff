"""Page heads and feet: page numbers and lines that come back on every page are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from ratslinde.reading.text.lines import Line

_PAGE = (
    r"(?:[-–—]\s*\d{1,3}\s*[-–—]|(?:Seite|S\.)\s*:?\s*\d{1,3}(?:\s*(?:von|/)\s*\d{1,3})?"
    r"|\d{1,3} von \d{1,3}|Seite\s+\d{1,3}\s*-)"
)
_PAGE_LINE = re.compile(rf"{_PAGE}(?:\s*_+)?")
_PAGE_AT_END = re.compile(rf"\s+{_PAGE}$")
_COUNTED_PAGE = re.compile(r"(?:Seite )?\d{1,3} (?:von|/) \d{1,3}")
_NARROW_COUNT = re.compile(r"(?P<page>\d{1,3})/\d{1,3}")
_NUMBER = re.compile(r"\d+")
EDGE = 3


def without_furniture(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with those of page heads and feet emptied; all keep their numbers.

    A repeated page head is kept where it stands first, without its page number: it may be a heading too.
    """
    lines = list(lines)
    repeated = _repeated(lines)
    left_out = _bare_numbers(lines) | _feet(lines, repeated) | _counted(lines) | _counted_feet(lines)
    seen: set[str] = set()
    return [_emptied(line) if line.number in left_out else _kept(line, repeated, seen) for line in lines]


def _feet(lines: list[Line], repeated: set[str]) -> set[int]:
    """Numbers of the repeated lines that stand last on their pages: those are never headings."""
    last = [rows[-1] for rows in _edges(lines, 1).values()]
    return {line.number for line in last if _shape(line.text) in repeated} if len(last) > 1 else set()


def _bare_numbers(lines: list[Line]) -> set[int]:
    """Numbers of the lines that hold nothing but the number of their page, when several pages do so."""
    edges = [row for rows in _edges(lines, 1).values() for row in rows]
    bare = {line.number for line in edges if line.text == str(line.page)}
    return bare if len(bare) > 1 else set()


def _counted_feet(lines: list[Line]) -> set[int]:
    """Numbers of the lines that stand last on their pages, with "1 von 2" in a column of its own."""
    last = [rows[-1] for rows in _edges(lines, 1).values()]
    return {line.number for line in last if len(line.cells) > 1 and _counts_page(line)}


def _counts_page(line: Line) -> bool:
    """Whether the last column of a line is the number of its page ("2 von 5"); "1/2" counts where it fits the page."""
    text = line.cells[-1].text
    narrow = _NARROW_COUNT.fullmatch(text)
    return _COUNTED_PAGE.fullmatch(text) is not None or (
        narrow is not None and int(narrow["page"]) == line.page
    )


def _kept(line: Line, repeated: set[str], seen: set[str]) -> Line:
    if not line.text:
        return line
    if _PAGE_LINE.fullmatch(line.text) or _rule(line.text):
        return _emptied(line)
    shape = _shape(line.text)
    if shape in repeated and shape in seen:
        return _emptied(line)
    seen.add(shape)
    if _PAGE_AT_END.search(line.text) and not line.text.startswith("Anlage"):
        return _stripped(line)
    return line


def _rule(text: str) -> bool:
    return len(text) > 3 and not text.strip("_-–—=* .")


def _emptied(line: Line) -> Line:
    return msgspec.structs.replace(line, text="", cells=())


def _stripped(line: Line) -> Line:
    cells = tuple(cell for cell in line.cells if not _PAGE_LINE.fullmatch(cell.text))
    return msgspec.structs.replace(line, text=_PAGE_AT_END.sub("", line.text), cells=cells)


def _shape(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.split()))


def _repeated(lines: list[Line]) -> set[str]:
    """Shapes of lines that carry a page number, or that stand at the edge of most pages."""
    shapes = {_shape(line.text) for line in lines if _PAGE_AT_END.search(line.text)}
    edges = _edges(lines, EDGE)
    if len(edges) < 3:
        return shapes
    counted = Counter(shape for page in edges.values() for shape in {_shape(line.text) for line in page})
    often = max(3, len(edges) * 2 // 3)
    return shapes | {shape for shape, count in counted.items() if count >= often and len(shape) > 12}


def _counted(lines: list[Line]) -> set[int]:
    """Numbers of the lines at the edges of pages behind the first that end with the number of their page."""
    edges = [line for page in _edges(lines, EDGE).values() for line in page if _ends_with_page(line)]
    counted = Counter(shape for shape, _ in {(_shape(line.text), line.page) for line in edges})
    return {line.number for line in edges if line.page > 1 and counted[_shape(line.text)] > 1}


def _ends_with_page(line: Line) -> bool:
    """Whether a bare number ends the line; "Erläuterungen Seite 2" may head a section and is kept once."""
    words = line.text.split()
    return len(words) > 1 and words[-1] == str(line.page) and not _PAGE_AT_END.search(line.text)


def _edges(lines: list[Line], depth: int) -> dict[int, list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.text:
            pages.setdefault(line.page, []).append(line)
    return {page: [*rows[:depth], *rows[-depth:]] for page, rows in pages.items()}
