"""One agenda item while it is read: number, title, number of the paper, and the lines below."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item_lines import (
    PAPER_LINE,
    begins_text,
    has_room,
    heads_columns,
    heads_group,
    is_beside,
    is_paper_line,
    is_remark,
)
from ratslinde.reading.agenda.numbers import ITEM, Number
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Cell, Entry, Field
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.joining import join, join_all
from ratslinde.reading.text.lines import Line, span_of
from ratslinde.reading.text.references import is_reference, leading_reference, split_title

_DASHED = re.compile(r"^[-–] ?[A-ZÄÖÜa-zäöüß]")
TITLE_LINES = 15
COLUMN = 3
SAME_COLUMN = 2
FULL = 0.95  # of the width of a full line: a title that ends there goes on in the next
NEAR = 3


class Doubt(msgspec.Struct, frozen=True):
    """A line that was left to the item above, and looks like an item of its own."""

    number: str
    line: int


class Item(msgspec.Struct):
    """An item while it is read: its lines, title pieces and what was found beside the title."""

    number: Number
    lines: list[Line]
    title: list[str]
    public: Field
    reference: str | None = None
    left: float = 0.0
    broken: Cell | None = None
    body: list[Line] = []
    told: bool = False
    stray: bool = False
    doubted: list[Doubt] = []
    loose: bool = False
    common: bool = False
    numbered_again: bool = False

    def entry(self) -> Entry:
        """Return the item with number, title, public and paper_reference."""
        span = span_of(self.lines)
        title, reference, rule = self._title()
        values = {
            "number": stated(self.number.text, "number-out-of-order" if self.stray else "row", span),
            "title": self.doubtful(stated(title, "title-loose" if self.loose else "row", span))
            if title
            else NOTHING,
            "public": self.public,
            "paper_reference": stated(reference, rule, span) if reference else self._number_below(),
        }
        return Entry(values, span=span)

    def _number_below(self) -> Field:
        """The empty field of the paper's number, to be checked when one stands alone soon below the head."""
        below = [line for line in self.body if line.text][:NEAR]
        found = next((line for line in below if is_paper_line(line.text)), None)
        return stated(None, "stated-elsewhere", span_of([found])) if found else NOTHING

    def doubtful(self, field: Field) -> Field:
        """Return the field to be checked when a line below looks like an item of its own, else as it is."""
        if not self.doubted or field.value is None:
            return field
        return stated(field.value, "item-below", field.span)

    def doubts(self) -> tuple[str, ...]:
        """Return a German sentence for each line below that looks like an item of its own."""
        return tuple(
            f"Zeile {one.line} sieht aus wie TOP {one.number} und gehört vielleicht nicht zu TOP {self.number.text}."
            for one in self.doubted
        )

    def _title(self) -> tuple[str, str | None, str]:
        """The title without the number of the paper, that number, and the rule that found it."""
        title = join_all(self.title)
        if self.reference:
            rule = "number-again" if self.numbered_again else "number-beside-title"
            return title.rstrip(" –-:,;|"), self.reference, rule
        title, reference = split_title(title)
        if reference:
            return title.rstrip(" –-:,;|"), reference, "number-in-title"
        return (*leading_reference(title), "number-in-title")

    def shape(self) -> str:
        """What is printed of the head, without blanks and case, to find the same head again."""
        return shape(join_all([*self.title, self.reference or ""]))

    def append(self, line: Line) -> None:
        """Add a line to what is told under the head."""
        self.body.append(line)
        self.told = self.told or bool(line.text)

    def goes_on(self, line: Line, *, gap: bool, width: float) -> bool:
        """Return whether a line belongs to the head; take it when it does.

        `gap`: an empty line stands before it. `width`: characters of a full line, 0 when lines have none.
        """
        beside = is_beside(line)
        if self.told or len(self.lines) > TITLE_LINES:
            return False
        if not beside and begins_text(line) and (gap or not self._dashed(line)):
            return False
        if self.title and not beside and (gap or (width and has_room(self.lines[-1], line, width))):
            return False
        if heads_columns(line.text) or heads_group(line.text, self.title):
            return False
        self.loose = self.loose or not (beside or self._wraps(line, width) or self._filled(line, width))
        self.lines.append(line)
        labelled = beside and len(line.cells) > 1 and line.cells[0].text.endswith(":")
        for cell in [Cell(line.text, line.left)] if labelled else line.cells:
            if not self._ends_reference(cell):
                self.take(cell.text)
        return True

    def _filled(self, line: Line, width: float) -> bool:
        """Whether the line above is full, so that a title must go on in the next."""
        return width > 0 and not has_room(self.lines[-1], line, width, share=FULL)

    def _wraps(self, line: Line, width: float) -> bool:
        """Whether a line shows that the title above it was broken: an open end, a small letter, its own column.

        A column as wide as the page shows nothing: a heading inside the item may stand in it as well.
        """
        if not self.title or not line.text[:1].isupper() or OPEN_END.search(self.title[-1]):
            return True
        if width and len(self.lines[0].cells) < 3:
            return False
        return self.left > self.lines[0].left + COLUMN and abs(line.left - self.left) <= SAME_COLUMN

    def _dashed(self, line: Line) -> bool:
        """Whether a line with a dash in front goes on with a title that stands in a column of its own."""
        number = self.lines[0].left
        column = self.left > number + COLUMN and abs(line.left - self.left) <= SAME_COLUMN
        return column and bool(self.title) and _DASHED.match(line.text) is not None

    def take(self, text: str) -> None:
        """Sort a piece of text: number of the paper, remark beside the title, or the title itself."""
        paper = PAPER_LINE.match(text)
        if paper and (is_reference(paper["number"]) or paper["number"].isdigit()):
            self._take_number(paper["number"].strip())
        elif self.title and is_reference(text):
            self._take_number(text.strip(" ()"))
        elif self.title and not self.title[-1].endswith(";") and is_remark(text):
            return
        elif text:
            self.title.append(text)

    def _take_number(self, number: str) -> None:
        """Keep the first number of a paper; another one is a doubt."""
        self.numbered_again = self.numbered_again or self.reference not in (None, number)
        self.reference = self.reference or number

    def _ends_reference(self, cell: Cell) -> bool:
        """Whether a cell ends the number of a paper that was broken in its column ("Ah 36/21-" and "26")."""
        if self.reference or not self.broken or abs(cell.left - self.broken.left) > 3:
            return False
        whole = join(self.broken.text, cell.text)
        if not is_reference(whole):
            return False
        self.title.remove(self.broken.text)
        self.reference = whole
        return True


def begin_item(number: Number, title: str, line: Line, public: Field, *, stray: bool = False) -> Item:
    """Return the item that a line begins; its columns are number, title, and what stands beside."""
    item = Item(number, [line], [], public, body=[], stray=stray)
    first = ITEM.match(line.cells[0].text) if len(line.cells) > 1 else None
    if not first:
        item.left = line.left + len(line.text) - len(title)
        item.take(title)
        return item
    pieces = list(line.cells[1:])
    inside = first["title"] or ""
    item.left = line.cells[0].left + len(line.cells[0].text) - len(inside) if inside else pieces[0].left
    for text in [inside, *(cell.text for cell in pieces)]:
        item.take(text)
    if item.title and item.title[-1] == pieces[-1].text and pieces[-1].text.endswith(("-", "/")):
        item.broken = pieces[-1]
    return item
