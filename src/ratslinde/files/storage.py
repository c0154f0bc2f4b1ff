"""Bytes in and out of the data folder.

The bytes are on disk before the row that names them is committed: a crash between the two leaves bytes
without a row, which `sweep` removes, and never a row without bytes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from ratslinde.files.models import StoredFile
from ratslinde.kernel import clock


def folder() -> Path:
    """Where the bytes lie; made when missing."""
    path = Path(settings.RATSLINDE_DATA) / "files"
    path.mkdir(parents=True, exist_ok=True)
    return path


def path_of(sha256: str) -> Path:
    """Where the bytes of that name lie, whether they are there or not."""
    return folder() / sha256[:2] / sha256


def store(data: bytes) -> StoredFile:
    """Keep the bytes and return their row; the same bytes are kept once."""
    sha256 = keep(data)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={"sha512": hashlib.sha512(data).hexdigest(), "size": len(data), "created_at": clock.now()},
    )
    return stored


def keep(data: bytes) -> str:
    """Put the bytes on disk without a row, and return their name: for who brings the row along."""
    sha256 = hashlib.sha256(data).hexdigest()
    _write(path_of(sha256), data)
    return sha256


def read(sha256: str) -> bytes:
    """The bytes of that name. Raises FileNotFoundError when they are not there."""
    return path_of(sha256).read_bytes()


def sweep() -> int:
    """Remove bytes that no row names; returns how many. Not while something is being stored."""
    known = set(StoredFile.objects.values_list("sha256", flat=True))
    strays = [path for path in folder().glob("??/*") if path.name not in known]
    for path in strays:
        path.unlink()
    return len(strays)


def _write(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).replace(path)
