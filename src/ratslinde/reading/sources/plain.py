"""Plain text: encodings, pages by form feed."""

from __future__ import annotations

import re

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import SourceText
from ratslinde.reading.sources import limits
from ratslinde.reading.sources.glued import with_columns_parted
from ratslinde.reading.sources.text_cells import lines_of_page, parted_by_two_blanks
from ratslinde.reading.sources.unbroken import break_lines
from ratslinde.reading.text.joining import clean

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a]")


def read(data: bytes) -> SourceText:
    """Return the text of a .txt file (UTF-8 with or without mark, UTF-16 with mark, Windows-1252)."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    limits.check_text(text)
    printed = [page.split("\n") for page in text.split("\f")]
    broken = [list(break_lines(rows)) for rows in printed]
    pages = [with_columns_parted([clean(row) for row in rows]) for rows in broken]
    narrow = parted_by_two_blanks([row for rows in pages for row in rows])
    lines = [
        line
        for number, rows in enumerate(pages, 1)
        for line in lines_of_page(rows, page=number, narrow=narrow)
    ]
    return SourceText(tuple(lines), len(pages), restored=broken != printed)


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
