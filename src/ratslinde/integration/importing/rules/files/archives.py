"""Files that are ZIP archives (XLSX, HSDS packages), looked at before anything in them is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from ratslinde.integration.importing.rules.tables import MOST_BYTES
from ratslinde.kernel.errors import Refused
from ratslinde.reading.errors import ReadingError
from ratslinde.reading.sources import limits

UNPACKED = 80 * 1024 * 1024
ENTRIES = 500
_BROKEN = "Die Datei ist beschädigt und kann nicht gelesen werden."


def check_size(data: bytes) -> None:
    """Raise Refused for an empty file and for one that is too large."""
    try:
        limits.check_bytes(len(data), most=MOST_BYTES)
    except ReadingError as error:
        raise Refused(error.message) from error


def names_in(data: bytes) -> list[str]:
    """The names of the files in the archive. Raises Refused for one that is broken, locked or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise Refused("Die Datei ist verschlüsselt. Bitte ohne Kennwort speichern.")
            if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
                raise Refused("Die Datei ist ausgepackt zu groß.")
            for entry in entries:
                _refuse_entities(archive, entry)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise Refused(_BROKEN) from error
    return [entry.filename for entry in entries]


def read_entry(data: bytes, name: str) -> bytes:
    """The bytes of one file of the archive, which `names_in` has checked; never more than it says it has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise Refused(_BROKEN) from error


def _refuse_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """An XML part of a spreadsheet has no document type: it could only be a bomb of entities."""
    if entry.filename.endswith((".xml", ".rels")):
        with archive.open(entry) as part:
            if b"<!DOCTYPE" in part.read(4_096).upper():
                raise Refused(_BROKEN)
