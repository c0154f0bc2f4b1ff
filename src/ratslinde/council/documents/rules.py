"""Which files are taken in. Pure."""

from __future__ import annotations

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
LARGEST = 50 * 1024 * 1024
MOST_TEXT = 100_000
"""Characters of a file's text that are kept: as far as search looks for the place that it shows. The text also stands
in each object that the file is part of.
"""
_READABLE = {".pdf": "pdf", ".txt": "txt", ".docx": "docx"}
_SIGNATURES = {
    ".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".odt": b"PK\x03\x04",
    ".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff",
}  # fmt: skip


def fault(name: str, data: bytes) -> str:
    """A German sentence that says why the file is not taken, or ''."""
    ending = _ending(name)
    if ending not in MEDIA_TYPES:
        return f"Dateien dieser Art werden nicht angenommen. Möglich sind: {', '.join(sorted(MEDIA_TYPES))}."
    if not data:
        return "Die Datei ist leer."
    if len(data) > LARGEST:
        return f"Die Datei ist größer als {LARGEST // 1024 // 1024} MB."
    if not data.startswith(_SIGNATURES.get(ending, b"")):
        return f"Der Inhalt der Datei passt nicht zur Endung {ending}."
    return ""


def media_type(name: str) -> str:
    """The media type that belongs to the file's ending."""
    return MEDIA_TYPES[_ending(name)]


def readable_as(media_type: str) -> str:
    """How `reading` calls files of this type; '' for those it takes no text from."""
    return next((kind for ending, kind in _READABLE.items() if MEDIA_TYPES[ending] == media_type), "")


def _ending(name: str) -> str:
    return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
