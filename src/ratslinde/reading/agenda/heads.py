"""A line that may begin an item: how its number looks, and whether a title stands behind it."""

from __future__ import annotations

import msgspec

from ratslinde.reading.agenda.numbers import ITEM, Number
from ratslinde.reading.agenda.titles import agrees, begins_heading, is_heading, is_moment
from ratslinde.reading.text.lines import Line

SAME_MARGIN = 3


class Style(msgspec.Struct, frozen=True):
    """How the numbers of the items look: a numbered list inside an item looks different, as a rule."""

    dotted: bool
    marked: bool
    left: float
    alone: bool

    def like(self, other: Style) -> bool:
        """Return whether two numbers can belong to the same row of items."""
        near = abs(self.left - other.left) <= SAME_MARGIN
        return self.dotted == other.dotted and self.marked == other.marked and near


def style_of(number: Number, line: Line) -> Style:
    """Return how the number at the start of a line looks; `alone` when it has a column of its own."""
    match = ITEM.match(line.text)
    first = ITEM.match(line.cells[0].text) if len(line.cells) > 1 else None
    alone = first is not None and first["title"] is None
    return Style(bool(match and match["dot"]), number.marked, line.left, alone)


class Head(msgspec.Struct, frozen=True):
    """A line that may begin an item: its number, the title behind it, the lines below, and whether a gap stands above.

    `width`: characters of a full line, 0 when lines have none.
    """

    number: Number
    title: str
    line: Line
    below: list[Line]
    gap: bool
    width: float = 0.0

    @property
    def style(self) -> Style:
        return style_of(self.number, self.line)

    def is_titled(self) -> bool:
        """Return whether what follows the number reads like a title, which may stand on the next line."""
        title, below = self._behind()
        return not is_moment(self.line) and is_heading(title, below, width=self.width)

    def may_be_titled(self) -> bool:
        """Return whether a title may begin there; without gaps nobody can tell where it ends."""
        return not is_moment(self.line) and begins_heading(self._behind()[0])

    def agrees(self, listed: dict[str, str]) -> bool | None:
        """Return whether the agenda lists number and title; None when it does not list the number."""
        return agrees(*self._behind(), listed.get(self.number.text))

    def _behind(self) -> tuple[str, list[Line]]:
        if not self.title and self.number.marked and self.below:
            return self.below[0].text, self.below[1:]
        return self.title, self.below
