"""What lines and shapes mean, below the drawing of a network."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from ratslinde.ui.graphs.signs import outline, sample
from ratslinde.ui.graphs.values import Line, Shape
from ratslinde.ui.maps.values import Direction
from ratslinde.ui.pictures.lettering import lettered, width_of
from ratslinde.ui.pictures.svg import element

EDGE = 14
"""The margin of the sheet."""


def meanings(
    meant: Sequence[tuple[Line | Shape, str]], *, top: float, width: float, direction: Direction
) -> SafeString:
    """A sample and its words for each, in reading direction."""
    onward = 1 if direction == "ltr" else -1
    x = EDGE if direction == "ltr" else width - EDGE
    written = ""
    for each, text in meant:
        wide = 48 if isinstance(each, Line) else 30
        written += _sample(each, x, top, onward=onward) + lettered(
            text, x + onward * wide, top + 4.5, side=onward, size=13, class_="graph-word"
        )
        x += onward * (wide + 24 + width_of(text, size=13))
    return element("g", written, class_="graph-legend")


def _sample(each: Line | Shape, x: float, y: float, *, onward: int) -> SafeString:
    if isinstance(each, Line):
        return sample(each, x, y, onward=onward)
    return outline(each, x + onward * 13, y, radius=8)
