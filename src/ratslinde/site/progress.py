"""Saying that work is under way: on stderr, from two seconds on."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType

SILENT = 2.0
"""Seconds after which the first sign is given."""
BETWEEN = {True: 0.5, False: 15.0}
"""Seconds between two signs: on a terminal, and in a log."""
_CLEAR = "\r\x1b[K"


class Progress:
    """A line that says what is being done and for how long; on a terminal it is rewritten and goes at the end."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._ended = threading.Event()
        self._shown = False
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Progress:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
        if self._shown and self._terminal:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def step(self, what: str) -> None:
        """From now on the line says this."""
        self._what = what

    def _show(self) -> None:
        wait = SILENT
        while not self._ended.wait(wait):
            seconds = int(time.monotonic() - self._began)
            line = f"{self._what} … {seconds} s"
            sys.stderr.write(f"{_CLEAR}{line}" if self._terminal else f"{line}\n")
            sys.stderr.flush()
            self._shown = True
            wait = BETWEEN[self._terminal]
