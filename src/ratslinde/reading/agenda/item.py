"""One agenda item while it is read: number, title, number of the paper, and the lines below."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item_lines import PAPER_LINE, is_paper_line, is_remark
from ratslinde.reading.agenda.numbers import Number
from ratslinde.reading.agenda.table_cells import numbers_in, public_mark, states_public, told_public
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Cell, Entry, Field
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Beside, Line, span_of
from ratslinde.reading.text.references import is_reference, leading_reference, split_title

_MINUTES = re.compile(r"Niederschrift|[Pp]rotokoll")
NEAR = 3
LETTERS = 7  # characters of a mark such as " (nö)": it is no part of a title


class Doubt(msgspec.Struct, frozen=True):
    """A line that was left to the item above, and looks like an item of its own; `open`: unless that is found below."""

    number: str
    line: int
    open: bool = False


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
    beside: tuple[Beside, ...] = ()

    def entry(self) -> Entry:
        """Return the item with number, title, public and paper_reference."""
        span = span_of(self.lines)
        title, reference, rule = self._title()
        values = {
            "number": stated(self.number.text, "number-out-of-order" if self.stray else "row", span),
            "title": self.doubtful(stated(title, "title-loose" if self.loose else "row", span))
            if title
            else stated(None, "not-stated-expected", span),
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

    def take_columns(self, beside: tuple[Beside, ...]) -> None:
        """Take the columns of the row that begins the item: its paper and whether it is public; keep the others."""
        for column in beside:
            named = column.key == "reference" or (column.key == "unread" and is_reference(column.text))
            public = told_public(column) if column.key == "public" else None
            if named and (numbers := numbers_in(column.text)):
                for number in numbers:
                    self._take_number(number)
            elif public is not None:
                self.public = stated(public, "column", span_of(self.lines))
            else:
                self.beside = (*self.beside, column)

    def take(self, text: str) -> None:
        """Sort a piece of text: number of the paper, remark beside the title, or the title itself."""
        plain, public = public_mark(text)
        paper = PAPER_LINE.match(plain)
        self._take_mark(text, public=public)
        text = plain if len(text) - len(plain) <= LETTERS else text
        if paper and (is_reference(paper["number"]) or paper["number"].isdigit()):
            self._take_number(paper["number"].strip())
        elif self.title and is_reference(plain):
            self._take_number(plain.strip(" ()"))
        elif self.title and states_public(text) is not None and not self._names_part_of_minutes(text):
            self.public = stated(states_public(text), "public-beside", span_of(self.lines))
        elif self.title and not self.title[-1].endswith(";") and is_remark(text):
            return
        elif text:
            self.title.append(text)

    def _names_part_of_minutes(self, text: str) -> bool:
        """Whether "(öffentlicher Teil)" beside a title tells which minutes are meant, and nothing of the item."""
        return text.strip(" )").endswith("Teil") and _MINUTES.search(join_all(self.title)) is not None

    def _take_mark(self, text: str, *, public: bool | None) -> None:
        """Take what a mark behind a text says of the item; as a doubt where it may mean something else."""
        said = self.public.value
        if public is None or (public is said and self.public.sure):
            return
        doubtful = said is not None and (public or _MINUTES.search(join_all([*self.title, text])) is not None)
        value = public and said is not False
        rule = "public-mark-doubtful" if doubtful else "public-beside"
        self.public = stated(value, rule, span_of(self.lines))

    def _take_number(self, number: str) -> None:
        """Keep the first number of a paper; another one is a doubt."""
        self.numbered_again = self.numbered_again or self.reference not in (None, number)
        self.reference = self.reference or number
