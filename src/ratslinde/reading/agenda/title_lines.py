"""The lines below the first of an item's head: which of them go on with its title."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.item_lines import begins_text, has_room, heads_columns, heads_group, is_beside
from ratslinde.reading.agenda.numbers import ITEM, Number
from ratslinde.reading.outcome import Cell, Field
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.joining import join
from ratslinde.reading.text.lines import Line
from ratslinde.reading.text.references import is_reference

_DASHED = re.compile(r"^[-–] ?[A-ZÄÖÜa-zäöüß]")
_LETTERED = re.compile(r"[a-z]\)\s")  # points below a title ("a) Beratung") are perhaps none of it
_CODE = re.compile(r"\S*\d\S*")  # in a column of its own it may be the number of a paper
TITLE_LINES = 15
COLUMN = 3
SAME_COLUMN = 2
FULL = 0.95  # of the width of a full line: a title that ends there goes on in the next


def begin_item(number: Number, title: str, line: Line, public: Field, *, stray: bool = False) -> Item:
    """Return the item that a line begins; its columns are number, title, and what stands beside."""
    item = Item(number, [line], [], public, body=[], stray=stray)
    first = ITEM.match(line.cells[0].text) if len(line.cells) > 1 else None
    item.take_columns(line.beside)
    if not first:
        item.left = line.left + len(line.text) - len(title)
        item.take(title)
        return item
    pieces = list(line.cells[1:])
    inside = first["title"] or ""
    item.left = line.cells[0].left + len(line.cells[0].text) - len(inside) if inside else pieces[0].left
    for text in [inside, *(cell.text for cell in pieces)]:
        item.take(text)
    item.loose = len(item.title) > 1 and _CODE.fullmatch(item.title[-1]) is not None
    if item.title and item.title[-1] == pieces[-1].text and pieces[-1].text.endswith(("-", "/")):
        item.broken = pieces[-1]
    return item


def goes_on(item: Item, line: Line, *, gap: bool, width: float) -> bool:
    """Return whether a line belongs to the head of an item; give it to the item when it does.

    `gap`: an empty line stands before it. `width`: characters of a full line, 0 when lines have none.
    """
    beside = is_beside(line)
    if item.told or len(item.lines) > TITLE_LINES:
        return False
    if not beside and begins_text(line) and (gap or not _dashed(item, line)):
        return False
    if item.title and not beside and (gap or (width and has_room(item.lines[-1], line, width))):
        return False
    if heads_columns(line.text) or heads_group(line.text, item.title):
        return False
    item.loose = item.loose or not (beside or _wraps(item, line, width) or _filled(item, line, width))
    item.lines.append(line)
    labelled = beside and len(line.cells) > 1 and line.cells[0].text.endswith(":")
    for cell in [Cell(line.text, line.left)] if labelled else line.cells:
        if not _ends_reference(item, cell):
            item.take(cell.text)
    return True


def _filled(item: Item, line: Line, width: float) -> bool:
    """Whether the line above is full, so that a title must go on in the next."""
    return width > 0 and not has_room(item.lines[-1], line, width, share=FULL)


def _wraps(item: Item, line: Line, width: float) -> bool:
    """Whether a line shows that the title above it was broken: an open end, a small letter, its own column.

    A column as wide as the page shows nothing: a heading inside the item may stand in it as well.
    """
    if _LETTERED.match(line.text):
        return False
    if not item.title or not line.text[:1].isupper() or OPEN_END.search(item.title[-1]):
        return True
    if width and len(item.lines[0].cells) < 3:
        return False
    return _in_own_column(item, line)


def _dashed(item: Item, line: Line) -> bool:
    """Whether a line with a dash in front goes on with a title that stands in a column of its own."""
    return _in_own_column(item, line) and bool(item.title) and _DASHED.match(line.text) is not None


def _in_own_column(item: Item, line: Line) -> bool:
    return item.left > item.lines[0].left + COLUMN and abs(line.left - item.left) <= SAME_COLUMN


def _ends_reference(item: Item, cell: Cell) -> bool:
    """Whether a cell ends the number of a paper that was broken in its column ("Ah 36/21-" and "26")."""
    if item.reference or not item.broken or abs(cell.left - item.broken.left) > COLUMN:
        return False
    whole = join(item.broken.text, cell.text)
    if not is_reference(whole):
        return False
    item.title.remove(item.broken.text)
    item.reference = whole
    return True
