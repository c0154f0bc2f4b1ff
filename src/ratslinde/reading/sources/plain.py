"""Plain text: encodings, pages by form feed, columns by tabs or wide gaps."""

from __future__ import annotations

import re

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import Cell, SourceLine, SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.unbroken import break_lines
from ratslinde.reading.text.joining import clean

_CELL = re.compile(r"[^\t ](?:[^\t]*?[^\t ])??(?=\t| {3,}|$| *\t)")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a]")


def read(data: bytes) -> SourceText:
    """Return the text of a .txt file (UTF-8 with or without mark, UTF-16 with mark, Windows-1252)."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    limits.check_text(text)
    lines = [
        line_of(clean(row), page=number)
        for number, page in enumerate(text.split("\f"), 1)
        for row in break_lines(page.split("\n"))
    ]
    return SourceText(lines=tuple(lines), pages=text.count("\f") + 1)


def decode(data: bytes) -> str:
    """Return the characters of a text file; raise ReadingError when it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if len(_BINARY.findall(data[:65536])) > len(data[:65536]) // 100:
        raise ReadingError("Die Datei ist kein Text und keines der Formate TXT, PDF, HTML und DOCX.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def line_of(row: str, *, page: int, heading: bool = False) -> SourceLine:
    """Return a printed row as a line with its cells."""
    cells = tuple(Cell(" ".join(m[0].split()), m.start()) for m in _CELL.finditer(row.rstrip()))
    return SourceLine("\t".join(cell.text for cell in cells), page, cells, heading)
