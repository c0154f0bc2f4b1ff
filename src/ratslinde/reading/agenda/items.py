"""The items of an agenda or of minutes: the lines parted at their numbers."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item import Item, begin_item, is_paper_line, shape
from ratslinde.reading.agenda.numbers import ITEM, Number, follows, is_marked, motion_of, number_of
from ratslinde.reading.agenda.parts import part_of
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

START = re.compile(alternatives(load("agenda")["start"]), re.IGNORECASE)
TITLE_KNOWN = 10  # so many characters of a title must agree with the listed one


class _Style(msgspec.Struct, frozen=True):
    """How the numbers of the items look: a numbered list inside an item looks different, as a rule."""

    dotted: bool
    marked: bool
    left: float

    def like(self, other: _Style) -> bool:
        """Return whether two numbers can belong to the same row of items."""
        near = abs(self.left - other.left) <= 3
        return self.dotted == other.dotted and self.marked == other.marked and near


def _style(number: Number, line: Line) -> _Style:
    match = ITEM.match(line.text)
    return _Style(bool(match and match["dot"]), number.marked, line.left)


class ItemReader:
    """Walks the lines of an agenda or of minutes once and parts them into items.

    `part` is what holds before the first heading of a part; `width` the characters of a full line (0: lines
    have no common width); `listed` the agenda that was printed before the protocol.
    """

    def __init__(self, part: Field, *, width: float = 0.0, listed: list[Item] | None = None) -> None:
        self.part = part
        self.width = width
        self.listed = {item.number.text: item.shape() for item in listed or ()}
        self.items: list[Item] = []
        self.last: Number | None = None
        self.fresh = True
        self.gap = False
        self.marked = False
        self.styles: dict[int, _Style] = {}
        self.inner: tuple[int, ...] = ()

    def read(self, lines: list[Line]) -> list[Item]:
        """Return the items; what is no head of an item goes to the body of the one above."""
        self.marked = any(is_marked(line) for line in lines)
        for line in lines:
            if line.text:
                self._line(line)
            elif self.items:
                self.items[-1].append(line)
            self.gap = not line.text
        return self.items

    def _line(self, line: Line) -> None:
        heading = part_of(line.text)
        if heading is not None:
            self.part, self.fresh = stated(heading, "part-heading", span_of([line])), True
            return
        start = motion_of(line) or number_of(line)
        if start and self._is_item(start[0], line):
            self._begin(*start, line)
        elif self.items and not self._head_goes_on(self.items[-1], line):
            self.items[-1].append(line)

    def _begin(self, number: Number, title: str, line: Line) -> None:
        public = self.part
        if number.letter:
            public = stated(number.letter == "Ö", "public-letter", span_of([line]))
        self.items.append(begin_item(number, title, line, public))
        if number.motion:
            return
        self.styles.setdefault(len(number.parts), _style(number, line))
        self.last, self.fresh, self.inner = number, False, ()

    def _is_item(self, number: Number, line: Line) -> bool:
        if number.motion:
            return bool(self.items)
        if self.marked and not number.marked:
            return False
        if not number.marked and self._inside(number):
            return False
        possible = follows(number, self.last, new_part=self.fresh)
        style = self.styles.get(len(number.parts))
        if possible and style and not self.fresh and not style.like(_style(number, line)):
            possible = False
        if not possible and number.parts == (1,):
            self.inner = number.parts
        return possible

    def _inside(self, number: Number) -> bool:
        """Whether a number goes on with a list that began inside the item."""
        if self.inner and number.parts == (self.inner[0] + 1,):
            self.inner = number.parts
            return True
        return False

    def _head_goes_on(self, item: Item, line: Line) -> bool:
        """Whether a line belongs to the head; the title that the agenda listed tells best where it ends."""
        listed = self.listed.get(item.number.text)
        if listed and not item.told:
            title = shape(join_all(item.title))
            if listed.startswith(title + shape(line.text)):
                item.lines.append(line)
                item.title.append(line.text)
                return True
            if listed.startswith(title) and len(title) > TITLE_KNOWN and not is_paper_line(line.text):
                return False
        return item.goes_on(line, gap=self.gap, width=self.width)
