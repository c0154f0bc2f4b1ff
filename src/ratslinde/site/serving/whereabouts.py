"""Where this installation is being served right now, so that commands print addresses that can be opened.

A running server holds a lock on a file in the data folder that says its address. The lock goes with the server, however
that ends: a file that nobody holds says nothing.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from ratslinde.site.startup import locked

_FILES = "serve-*.address"


@contextlib.contextmanager
def known(data: Path, address: str) -> Iterator[None]:
    """Let commands with this data folder find the address as long as the block runs."""
    path = data / f"serve-{os.getpid()}.address"
    with contextlib.ExitStack() as held:
        with locked(data / "setup.lock"):  # nobody clears up between making the file and locking it
            _clear_up(data)
            held.enter_context(locked(path))
            path.write_text(address)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def address_of_server(data: Path) -> str:
    """Where a server with this data folder is reached, of several the one that was started last, or ''."""
    found = []
    for path in data.glob(_FILES):
        with contextlib.suppress(FileNotFoundError):  # its server ended just now
            if _is_held(path):
                found.append((path.stat().st_mtime, path.read_text()))
    return max(found, default=(0.0, ""))[1]


def _clear_up(data: Path) -> None:
    for path in data.glob(_FILES):
        with contextlib.suppress(FileNotFoundError):
            if not _is_held(path):
                path.unlink()


def _is_held(path: Path) -> bool:
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
