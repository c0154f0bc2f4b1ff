"""What a file may be at most, so that reading stays below 300 MB of memory and ends in time."""

from __future__ import annotations

from ratslinde.reading.errors import ReadingError

BYTES = 100 * 1024 * 1024
MARKUP_BYTES = 8 * 1024 * 1024
TAGS = 150_000  # each element costs about 700 bytes once it is read
PAGES = 2_000
CHARACTERS = 8_000_000
LINES = 200_000
LINE_CHARACTERS = 200_000


def check_bytes(size: int, *, most: int = BYTES) -> None:
    """Raise ReadingError for an empty file and for one of more than `most` bytes."""
    if size == 0:
        raise ReadingError("Die Datei ist leer.")
    if size > most:
        raise ReadingError(f"Die Datei ist zu groß: höchstens {most // 1024 // 1024} MB werden gelesen.")


def check_tags(data: bytes, *, most: int = TAGS) -> None:
    """Raise ReadingError for markup of too many elements."""
    if data.count(b"<") > most:
        raise ReadingError("Die Datei hat zu viele Elemente, um eine Sitzungsunterlage zu sein.")


def check_pages(count: int) -> None:
    """Raise ReadingError for a file of too many pages."""
    if count > PAGES:
        raise ReadingError(f"Die Datei hat {count} Seiten; höchstens {PAGES} werden gelesen.")


def check_characters(count: int) -> None:
    """Raise ReadingError for too much text."""
    if count > CHARACTERS:
        raise ReadingError("Die Datei enthält zu viel Text, um eine Sitzungsunterlage zu sein.")


def check_text(text: str) -> None:
    """Raise ReadingError for too much text, too many lines or a line without end."""
    check_characters(len(text))
    if text.count("\n") > LINES:
        raise ReadingError("Die Datei hat zu viele Zeilen, um eine Sitzungsunterlage zu sein.")
    if max(map(len, text.split("\n")), default=0) > LINE_CHARACTERS:
        raise ReadingError("Die Datei enthält eine Zeile ohne Ende und kann nicht gelesen werden.")
