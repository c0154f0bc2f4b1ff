"""Places in a picture that are still free, so that no lettering lies on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_CELL = 64.0


class Box(NamedTuple):
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, *, width: float, height: float) -> Box:
        """The rectangle with that centre."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Room:
    """A picture and what stands in it already."""

    def __init__(self, *, width: float, height: float) -> None:
        self._whole = Box(0, 0, width, height)
        self._taken: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def free(self, box: Box) -> bool:
        """Whether the rectangle lies in the picture and on nothing else."""
        inside = (
            box.left >= self._whole.left
            and box.top >= self._whole.top
            and box.right <= self._whole.right
            and box.bottom <= self._whole.bottom
        )
        return inside and not any(box.meets(other) for cell in _cells(box) for other in self._taken[cell])

    def covered(self, box: Box) -> float:
        """How much of the rectangle lies on something else or outside of the picture, in square units."""
        near = {other for cell in _cells(box) for other in self._taken[cell]}
        return sum(_shared(box, other) for other in near) + _size(box) - _shared(box, self._whole)

    def take(self, box: Box) -> None:
        """Something stands there now."""
        for cell in _cells(box):
            self._taken[cell].append(box)


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _shared(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    along = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(across, 0) * max(along, 0)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
