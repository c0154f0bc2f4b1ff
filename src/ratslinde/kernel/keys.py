"""Keys that an installation makes for itself, once, and keeps in a file."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path


class EmptyKey(Exception):
    """The file of a key holds none."""


def kept_key(path: Path, *, make: Callable[[], str]) -> str:
    """The key in the file, which is made for the owner alone when it is not there. Raises EmptyKey and OSError."""
    with contextlib.suppress(FileExistsError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as stream:
            stream.write(make())
    for _ in range(
        100
    ):  # another process that starts at the same moment may have made and not yet written it
        if key := path.read_text().strip():
            return key
        time.sleep(0.05)
    raise EmptyKey
