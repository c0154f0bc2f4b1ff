"""The two ways in: a file, or bytes with the name they came under."""

from __future__ import annotations

from pathlib import Path

from ratslinde.reading.outcome import Reading
from ratslinde.reading.reader import read_source
from ratslinde.reading.sources.opening import open_bytes, open_file


def read_file(path: Path, *, kind: str | None = None) -> Reading:
    """Read a file. `kind` is "txt", "pdf", "html" or "docx"; without it name and first bytes tell.

    Raises ReadingError for what is broken, locked, empty, too large or of another format.
    """
    return read_source(*open_file(path, kind))


def read_bytes(data: bytes, *, name: str) -> Reading:
    """Read the bytes of a file; the ending of `name` and the first bytes tell the format.

    Raises ReadingError as `read_file` does.
    """
    return read_source(*open_bytes(data, name))
