"""The items of an agenda or of minutes: the lines parted at their numbers."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.heads import Head
from ratslinde.reading.agenda.item import Doubt, Item
from ratslinde.reading.agenda.item_lines import is_paper_line
from ratslinde.reading.agenda.numbers import Number, motion_of, number_of
from ratslinde.reading.agenda.order import Order, Verdict
from ratslinde.reading.agenda.part_reader import PartReader
from ratslinde.reading.agenda.title_lines import begin_item, goes_on
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

START = re.compile(alternatives(load("agenda")["start"]) + r"(?:\s:)?", re.IGNORECASE)
AHEAD = 7  # so many lines below a number are looked at to tell a title from a sentence
TITLE_KNOWN = 10  # so many characters of a title must agree with the listed one


class ItemReader:
    """Walks the lines of an agenda or of minutes once and parts them into items.

    `part` is what holds before the first heading of a part; `width` the characters of a full line (0: lines
    have no common width); `listed` the agenda that was printed before the protocol.
    """

    def __init__(self, part: Field, *, width: float = 0.0, listed: list[Item] | None = None) -> None:
        self.parts = PartReader(part)
        self.width = width
        self.listed = {item.number.text: item.shape() for item in listed or ()}
        self.items: list[Item] = []
        self.gap = False

    def read(self, lines: list[Line]) -> list[Item]:
        """Return the items; what is no head of an item goes to the body of the one above."""
        order = Order(lines, self.listed)
        self.parts.look_through(lines)
        for index, line in enumerate(lines):
            if line.text:
                self._line(line, order, lines[index + 1 : index + 1 + AHEAD])
            elif self.items:
                self.items[-1].append(line)
            self.gap = not line.text or (index + 1 < len(lines) and lines[index + 1].page > line.page)
        self._close_doubts()
        return self.items

    def _line(self, line: Line, order: Order, below: list[Line]) -> None:
        above = self.items[-1] if self.items else None
        if self.parts.takes(line, above, below, gap=self.gap):
            order.fresh = True
            return
        start = motion_of(line) or number_of(line)
        verdict = self._judge(start, line, order, below) if start else "text"
        if start and verdict in ("next", "listed", "stray"):
            self._begin(*start, line, order, stray=verdict == "stray")
            return
        if verdict in ("doubt", "open") and self.items and start:
            self.items[-1].doubted.append(Doubt(start[0].text, line.number, open=verdict == "open"))
        if self.items and not self._head_goes_on(self.items[-1], line):
            self.items[-1].append(line)

    def _close_doubts(self) -> None:
        """Take back the doubts about numbers that are found further down."""
        below: set[str] = set()
        for item in reversed(self.items):
            item.doubted = [one for one in item.doubted if not (one.open and one.number in below)]
            below.add(item.number.text)

    def _judge(self, start: tuple[Number, str], line: Line, order: Order, below: list[Line]) -> Verdict:
        number, title = start
        if number.motion:
            return "next" if self.items else "text"
        return order.judge(Head(number, title, line, below, gap=self.gap, width=self.width))

    def _begin(self, number: Number, title: str, line: Line, order: Order, *, stray: bool) -> None:
        public = self.parts.field
        if number.public is not None:
            public = stated(number.public, "public-letter", span_of([line]))
        self.items.append(begin_item(number, title, line, public, stray=stray and not number.marked))
        if not number.motion:
            order.take(number, line, stray=stray)

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
        return goes_on(item, line, gap=self.gap, width=self.width)
