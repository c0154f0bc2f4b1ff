"""The archive that a Word file is: whole, not locked, not larger than what a council paper can be."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ratslinde.reading.errors import ReadingError
from ratslinde.reading.sources import limits

UNPACKED = 80 * 1024 * 1024
XML_UNPACKED = 12 * 1024 * 1024
ENTRIES = 3_000
TAGS = 400_000
PARAGRAPHS = 25_000
_PARAGRAPH = re.compile(rb"<w:p[ >/]")
BROKEN = "Die Word-Datei ist beschädigt und kann nicht gelesen werden."
_TOO_LARGE = "Die Word-Datei ist ausgepackt zu groß, um eine Sitzungsunterlage zu sein."


def check_archive(data: bytes) -> None:
    """Raise ReadingError for an archive that is broken, locked, no Word file, or too large when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist())
            text = archive.read("word/document.xml")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        raise ReadingError(BROKEN) from None
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
