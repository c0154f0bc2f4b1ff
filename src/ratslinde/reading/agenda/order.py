"""The order of the numbers: what can be the next item, also one taken first, and what is a list inside an item."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from ratslinde.reading.agenda.beginning import first_number, opening_style
from ratslinde.reading.agenda.heads import Head, Style, style_of
from ratslinde.reading.agenda.numbers import (
    MARKED_LEAP,
    Number,
    counts_in_chapters,
    follows,
    is_marked,
)
from ratslinde.reading.agenda.titles import goes_on_speaking
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line

Verdict: TypeAlias = Literal["next", "listed", "stray", "doubt", "open", "text"]


class _List(msgspec.Struct, frozen=True):
    """A numbered list inside an item: its last number and where it stands, and whether all of it was sentences.

    `parted`: empty lines stand between its entries.
    """

    number: tuple[int, ...]
    line: int
    style: Style
    sentences: bool
    parted: bool = False


class Order:
    """Says of each numbered line whether it begins an item; `listed` holds shapes of titles by number."""

    def __init__(self, lines: list[Line], listed: dict[str, str]) -> None:
        self.lines = lines
        self.listed = listed
        self.marked = any(is_marked(line) for line in lines)
        self.chapters = counts_in_chapters(lines)
        self.first = first_number(lines)
        self.opening = opening_style(lines)
        self.last: Number | None = None
        self.left: Number | None = None  # the item before the latest leap: the order may go on there
        self.fresh = True
        self.seen: set[str] = set()
        self.strays: set[str] = set()
        self.parents: set[tuple[int, ...]] = {()}
        self.styles: dict[int, Style] = {}
        self.inner: _List | None = None

    def take(self, number: Number, line: Line, *, stray: bool = False) -> None:
        """Take the number of an item that begins; `stray` when it only looks like one."""
        if self.fresh and number.parts == (1,):
            self.seen.clear()
        self.seen.add(number.text)
        if stray:
            self.strays.add(number.text)
        if not follows(number, self.last, most=1):
            self.left = self.last
        self.parents.add(number.parts)
        self.styles.setdefault(len(number.parts), style_of(number, line))
        self.last, self.fresh, self.inner = number, False, None

    def judge(self, head: Head) -> Verdict:
        """Return what a numbered line is.

        "next": the item that follows. "listed": an item out of order that the agenda lists like this. "stray": an
        item out of order that looks like the others. "doubt": perhaps an item, perhaps not. "open": the same, unless
        its number is found further down. "text": no item.
        """
        number = head.number
        if self._is_of_other_kind(number) or (number.marked and goes_on_speaking(head.title)):
            return self._below_item(head)
        if not number.marked and self._goes_on_with_list(head):
            return self._behind_list(head)
        if self._is_next(head):
            return "next"
        verdict = self._out_of_order(head)
        if verdict == "text" and number.parts == (1,):
            self.inner = _List(number.parts, head.line.number, head.style, not head.is_titled())
        return verdict

    def _is_of_other_kind(self, number: Number) -> bool:
        """Whether the items have a word or a chapter in front of their numbers, and this one has not."""
        return (self.marked and not number.marked) or self.chapters is not (number.chapter is not None)

    def _below_item(self, head: Head) -> Verdict:
        """What "2.1: Title" is below "TOP 2": perhaps an item, since only the upper ones may have the word."""
        last, number = self.last, head.number
        below = last is not None and len(number.parts) > 1 and number.parts[0] == last.parts[0]
        plain = not number.marked and number.letter is None
        counted = below and plain and head.style.dotted and follows(number, last, most=1)
        return "stray" if counted and head.may_be_titled() else "text"

    def _is_next(self, head: Head) -> bool:
        number, last = head.number, self.last
        possible = follows(number, last, new_part=self.fresh) or (last is None and number.parts == self.first)
        style = self.styles.get(len(number.parts))
        return possible and (not style or self.fresh or style.like(head.style))

    def _goes_on_with_list(self, head: Head) -> bool:
        """Whether a number goes on with a list that began inside the item, and looks like its numbers."""
        inner, items = self.inner, self.styles.get(1)
        if not inner or head.number.parts != (inner.number[0] + 1,):
            return False
        return not items or not items.like(head.style) or inner.style.like(head.style)

    def _behind_list(self, head: Head) -> Verdict:
        """A title behind a vote, a list of sentences, or the gap below a list in one block is the next item.

        Behind other lists of titles nobody can tell.
        """
        inner, titled = self.inner, head.is_titled()
        if not inner:
            return "text"
        if self._is_unseen(head) and head.agrees(self.listed):
            return "listed"
        possible = self._is_next(head) or self._out_of_order(head) == "stray"
        ended = titled and head.gap and possible
        if ended and (inner.sentences or self._voted(inner.line, head.line.number)):
            return "stray"
        awaited = follows(head.number, self.last, most=1) or self._returns(head)
        heading = possible and awaited and head.may_be_titled()
        if heading and head.gap and not inner.parted and len(inner.number) == 1 and inner.number > (1,):
            return "stray"
        sentences, parted = inner.sentences and not titled, inner.parted or head.gap
        self.inner = _List(head.number.parts, head.line.number, inner.style, sentences, parted)
        if heading:
            return "doubt" if ended else "open"
        return "text"

    def _returns(self, head: Head) -> bool:
        """Whether a number goes on where the order was left for an item taken first."""
        unseen = self.left is not None and self._is_unseen(head)
        return unseen and follows(head.number, self.left, most=1)

    def _voted(self, above: int, below: int) -> bool:
        """Whether the result of a vote stands between two lines: it ends the list of a decision."""
        between = (line for line in self.lines if above < line.number < below and line.text)
        return any(found.label.key == "vote" for line in between if (found := find(line.text, "item")))

    def _taken_first(self, head: Head) -> Verdict:
        """What a number is that stands before all others: an item taken before item 1, when it looks like that."""
        alike = self.opening and self.opening.like(head.style) and len(head.number.parts) == 1
        near = head.number.parts[0] <= MARKED_LEAP
        return "stray" if alike and near and head.gap and head.is_titled() else "text"

    def _out_of_order(self, head: Head) -> Verdict:
        if self.last is None:
            return self._taken_first(head)
        if not self._is_unseen(head):
            again = head.number.text in self.strays and head.gap and head.is_titled()
            return "doubt" if again else "text"
        agreed = head.agrees(self.listed)
        if agreed:
            return "listed"
        style = self.styles.get(len(head.number.parts))
        if not style or not style.like(head.style) or not self._is_near(head.number):
            return "text"
        if head.is_titled() and (head.gap or (style.alone and head.style.alone)):
            return "doubt" if agreed is False else "stray"
        if head.number.marked and head.may_be_titled() and self._returns(head):
            return "stray"
        told = head.number.marked or head.style.dotted
        return "doubt" if told and head.may_be_titled() else "text"

    def _is_unseen(self, head: Head) -> bool:
        return head.number.text not in self.seen

    def _is_near(self, number: Number) -> bool:
        far = self.last is None or abs(number.parts[0] - self.last.parts[0]) > MARKED_LEAP
        return not far and number.parts[:-1] in self.parents
