"""Words with their places on a page, and the rows that they form."""

from __future__ import annotations

import msgspec


class Word(msgspec.Struct):
    """A printed word: left and right edge, height of its base line above the page's foot, letter size."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Row(msgspec.Struct):
    """Words on one base line."""

    words: list[Word]
    base: float
    size: float

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)
