"""Which format a file has, and the way to its text."""

from __future__ import annotations

from pathlib import Path

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.outcome import SourceText
from ratslinde.reading.sources import html, limits, pdf, plain, word

Opened = tuple[SourceText, tuple[str, ...]]

_ENDINGS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "txt",
    ".text": "txt",
}
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "DOC (altes Word)",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
}
_UNKNOWN = "Das Format wird nicht gelesen; möglich sind TXT, PDF, HTML und DOCX."


def open_file(path: Path, kind: str | None) -> Opened:
    """Return text and warnings of a file; a PDF file is not read into memory as a whole."""
    try:
        size = path.stat().st_size
        limits.check_bytes(size)
        with path.open("rb") as file:
            start = file.read(2048)
        kind = kind or format_of(start, path.name)
        if kind == "pdf":
            return _with_text(pdf.read(path))
        limits.check_bytes(size, most=limits.BYTES if kind == "docx" else limits.MARKUP_BYTES)
        data = path.read_bytes()
    except OSError:
        raise ReadingError("Die Datei ist nicht zu finden oder nicht lesbar.") from None
    return _opened(data, kind)


def open_bytes(data: bytes, name: str) -> Opened:
    """Return text and warnings of the bytes of a file."""
    limits.check_bytes(len(data))
    return _opened(data, format_of(data[:2048], name))


def format_of(start: bytes, name: str) -> str:
    """Return "pdf", "docx", "html" or "txt": by the first bytes, else by the ending of the name."""
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    for magic, other in _OTHERS.items():
        if start.startswith(magic):
            raise ReadingError(f"{other} wird nicht gelesen; möglich sind TXT, PDF, HTML und DOCX.")
    begin = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<table")):
        return "html"
    kind = _ENDINGS.get(Path(name).suffix.lower())
    if kind in ("pdf", "docx"):
        raise ReadingError(
            f"Die Datei heißt {kind.upper()}, ist aber keine; sie ist beschädigt oder falsch benannt."
        )
    if kind is None and Path(name).suffix:
        raise ReadingError(_UNKNOWN)
    return kind or "txt"


def _opened(data: bytes, kind: str) -> Opened:
    if kind == "pdf":
        return _with_text(pdf.read(data))
    limits.check_bytes(len(data), most=limits.BYTES if kind == "docx" else limits.MARKUP_BYTES)
    if kind == "docx":
        return _with_text((word.read(data), ()))
    if kind == "html":
        return _with_text((html.read(data), ()))
    if kind == "txt":
        return _with_text((plain.read(data), ()))
    raise ReadingError(_UNKNOWN)


def _with_text(opened: Opened) -> Opened:
    """Refuse a file that says nothing at all; a scan says so in its warnings and is let through."""
    source, warnings = opened
    if not warnings and not any(line.text for line in source.lines):
        raise ReadingError("Die Datei enthält keinen Text.")
    return opened
