"""Which files are taken in. Pure."""

from __future__ import annotations

import codecs
import io
import zipfile

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
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
_ZIP = b"PK\x03\x04"
_SIGNATURES = {
    ".pdf": b"%PDF-", ".docx": _ZIP, ".xlsx": _ZIP, ".odt": _ZIP,
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
    if _SIGNATURES.get(ending) == _ZIP and not zipfile.is_zipfile(io.BytesIO(data)):
        return "Diese Datei ist beschädigt und lässt sich nicht öffnen. Bitte speichern Sie sie neu."
    return ""


def media_type(name: str, data: bytes) -> str:
    """The media type that belongs to the file's ending; of a text, with how its letters are written."""
    found = MEDIA_TYPES[_ending(name)]
    return f"{found}; charset={_charset(data)}" if found.startswith("text/") else found


def readable_as(media_type: str) -> str:
    """How `reading` calls files of this type; '' for those it takes no text from."""
    bare = media_type.partition(";")[0]
    return next((kind for ending, kind in _READABLE.items() if MEDIA_TYPES[ending] == bare), "")


def _charset(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "windows-1252"  # what German editors wrote before
    return "utf-8"


def _ending(name: str) -> str:
    return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
