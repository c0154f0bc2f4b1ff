"""One agenda item while it is read: number, title, number of the paper, and the lines below."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.numbers import ITEM, Number
from ratslinde.reading.agenda.titles import begins_sentence, shape
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.kinds import unspaced
from ratslinde.reading.outcome import Cell, Entry, Field
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.sessions.signatures import closes
from ratslinde.reading.text.joining import join, join_all
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of
from ratslinde.reading.text.references import is_reference, leading_reference, split_title

_RULES = load("agenda")
_NO_TITLE = re.compile(r"^(?:dazu:|[•▪●]|[-–]{2,}$|[-–] )")
_COLUMNS = re.compile(rf"(?:{alternatives(_RULES['columns'])}(?:\s+|$)){{2,}}")
_BESIDE = re.compile(alternatives(_RULES["beside"]))
PAPER_LINE = re.compile(
    rf"^(?P<frame>[-–(]\s*)?{alternatives(_RULES['paper'])}(?:[- ]?Nr\.?)?\s*:?\s*(?P<number>\S.*?)(?(frame)\s*[-–)])$"
)
_SUBMITTER = re.compile(rf"^(?:\w+ )?{alternatives(_RULES['submitters'])}\s*:")
_DASHED = re.compile(r"^[-–] ?[A-ZÄÖÜa-zäöüß]")
TITLE_LINES = 15
COLUMN = 3
SAME_COLUMN = 2


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

    def entry(self) -> Entry:
        """Return the item with number, title, public and paper_reference."""
        span = span_of(self.lines)
        title, reference, rule = self._title()
        values = {
            "number": stated(self.number.text, "number-out-of-order" if self.stray else "row", span),
            "title": self.doubtful(stated(title, "row", span)) if title else NOTHING,
            "public": self.public,
            "paper_reference": stated(reference, rule, span) if reference else NOTHING,
        }
        return Entry(values, span=span)

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
            return title.rstrip(" –-:,;|"), self.reference, "number-beside-title"
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
        beside = _is_beside(line)
        if self.told or len(self.lines) > TITLE_LINES:
            return False
        if not beside and _begins_text(line) and (gap or not self._dashed(line)):
            return False
        if self.title and not beside and (gap or (width and _has_room(self.lines[-1], line, width))):
            return False
        if _COLUMNS.fullmatch(line.text) or _is_group_heading(line.text, self.title):
            return False
        self.lines.append(line)
        for cell in line.cells:
            if not self._ends_reference(cell):
                self.take(cell.text)
        return True

    def _dashed(self, line: Line) -> bool:
        """Whether a line with a dash in front goes on with a title that stands in a column of its own."""
        number = self.lines[0].left
        column = self.left > number + COLUMN and abs(line.left - self.left) <= SAME_COLUMN
        return column and bool(self.title) and _DASHED.match(line.text) is not None

    def take(self, text: str) -> None:
        """Sort a piece of text: number of the paper, remark beside the title, or the title itself."""
        paper = PAPER_LINE.match(text)
        if paper and (is_reference(paper["number"]) or paper["number"].isdigit()):
            self.reference = self.reference or paper["number"].strip()
        elif self.title and is_reference(text):
            self.reference = self.reference or text.strip(" ()")
        elif (
            self.title
            and not self.title[-1].endswith(";")
            and (_BESIDE.fullmatch(text) or _SUBMITTER.match(text))
        ):
            return
        elif text:
            self.title.append(text)

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


def is_paper_line(text: str) -> bool:
    """Return whether a text is nothing but the number of a paper."""
    return PAPER_LINE.match(text) is not None or is_reference(text)


def _is_beside(line: Line) -> bool:
    text = line.text
    return is_paper_line(text) or bool(_BESIDE.fullmatch(text) or _SUBMITTER.match(text))


def _is_group_heading(text: str, title: list[str]) -> bool:
    """Whether a line heads a group of items ("A N T R Ä G E"): spaced letters, or capitals in small company."""
    if unspaced(text) != text:
        return True
    capitals = text.isupper() and len(text) > 4 and text.replace(" ", "").isalpha()
    return capitals and bool(title) and not "".join(title).isupper()


def _begins_text(line: Line) -> bool:
    """Whether a line begins something else: a list, a label, or place, date and name of who signs."""
    begins = _NO_TITLE.match(line.text) is not None or find(line.text, "item") is not None or closes(line)
    return begins or begins_sentence(line.text)


def _has_room(above: Line, line: Line, width: float) -> bool:
    """Whether the first word of a line would have fitted on the line above: then it begins something new."""
    if above.text.endswith((":", "-", ",", "–")):
        return False
    return above.left + len(above.text) + len(line.text.split()[0]) < 0.75 * width
