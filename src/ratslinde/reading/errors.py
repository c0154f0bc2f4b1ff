"""The one error that reading a file can end in."""

from __future__ import annotations


class ReadingError(Exception):
    """A file that cannot be read; `message` is one German sentence for the person who sent it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
