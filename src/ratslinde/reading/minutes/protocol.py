"""The items of minutes: the agenda printed first and the protocol below belong together."""

from __future__ import annotations

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.items import START, ItemReader
from ratslinde.reading.agenda.numbers import WORDS, counts_in_chapters, is_marked, number_of
from ratslinde.reading.agenda.parts import part_of
from ratslinde.reading.agenda.titles import shape
from ratslinde.reading.kinds import unspaced
from ratslinde.reading.minutes.persons import is_person_of_office
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.lines import Line

HEAD_LINES = 2  # above them no item begins
NEAR = 6
SAME_TITLE = 25
ROWS = 2  # so many rows make a table


def read_protocol(lines: list[Line], part: Field) -> list[Item]:
    """Return the items: those of the protocol, and those that only the agenda before it lists.

    `lines` begin with the first item (see `items_start`), `part` holds before the first heading of a part.
    """
    width = _width(lines)
    begin = _protocol_start(lines, part)
    if begin is None:
        return ItemReader(part, width=width).read(lines)
    listed = ItemReader(part).read(lines[:begin])
    told = ItemReader(part, width=width, listed=listed).read(lines[begin:])
    return _merged(listed, told) if told else listed


def items_start(lines: list[Line]) -> int:
    """Return the index where the items begin: a heading of the agenda or of a part, or the first item."""
    marked = next((index for index, line in enumerate(lines) if is_marked(line)), len(lines))
    row = _first_row(lines[:marked])
    marked = marked if row is None else row
    for index, line in enumerate(lines[:marked]):
        if index > HEAD_LINES and _is_heading(line) and _item_near(lines, index):
            return index
    if marked < len(lines):
        return marked
    chapters = counts_in_chapters(lines)
    numbers = [
        (index, start[0], start[1])
        for index, line in enumerate(lines)
        if (start := number_of(line))
        and chapters is (start[0].chapter is not None)
        and not is_person_of_office(line.text)
    ]
    last = max((index for index, number, _ in numbers if number.parts in ((2,), (1, 1))), default=0)
    for index, number, title in numbers:
        titled = title or (index + 1 < len(lines) and lines[index + 1].text)
        if index > HEAD_LINES and number.parts == (1,) and titled and index < last:
            return index
    return len(lines)


def _first_row(lines: list[Line]) -> int | None:
    """The first numbered row of a table that has other columns beside the title; None without such a table."""
    rows = [index for index, line in enumerate(lines) if line.beside and number_of(line)]
    if len(rows) < ROWS:
        return None
    first = rows[0]
    while first and lines[first - 1].text and number_of(lines[first - 1]):
        first -= 1
    return first


def _is_heading(line: Line) -> bool:
    return START.fullmatch(unspaced(line.text)) is not None or (
        part_of(line.text) is not None and len(line.text.split()) > 1
    )


def _item_near(lines: list[Line], index: int) -> bool:
    below = [line for line in lines[index + 1 :][: 3 * NEAR] if line.text][:NEAR]
    return any(number_of(line) for line in below)


def _width(lines: list[Line]) -> float:
    """Return how many characters a full line has, 0 when the text is not broken into lines of one width."""
    lengths = sorted(line.left + len(line.text) for line in lines if len(line.text) > 30)
    if len(lengths) < 20 or lengths[-1] > 160:
        return 0.0
    return lengths[len(lengths) * 9 // 10]


def _protocol_start(lines: list[Line], part: Field) -> int | None:
    """Return where the protocol begins when the agenda is printed before it, else None."""
    first = next((index for index, line in enumerate(lines) if is_marked(line)), None)
    if first is not None and lines[first].text.startswith(WORDS):
        listed = sum(1 for line in lines[:first] if number_of(line))
        if listed > 1:
            return _heading_above(lines, first)
    items = ItemReader(part).read(lines)
    title = items[0].shape()[:SAME_TITLE] if items else ""
    if not title:
        return None
    for index, line in enumerate(lines):
        start = number_of(line) if line.number > items[0].lines[-1].number else None
        if start and start[0].text == items[0].number.text:
            told = shape(start[1] or _next_text(lines, index))
            if len(told) > 4 and told[: len(title)] == title[: len(told)]:
                return _heading_above(lines, index)
    return None


def _next_text(lines: list[Line], index: int) -> str:
    return next((line.text for line in lines[index + 1 : index + 3] if line.text), "")


def _heading_above(lines: list[Line], index: int) -> int:
    """Take the heading of the part above the first item along, unless another item stands between."""
    for row in range(index - 1, max(index - 5, -1), -1):
        if part_of(lines[row].text) is not None:
            return row
        if number_of(lines[row]):
            return index
    return index


def _merged(listed: list[Item], told: list[Item]) -> list[Item]:
    """Join agenda and protocol by number, in the order of the agenda; titles are those of the agenda."""
    by_number: dict[str, Item] = {}
    for item in told:
        by_number.setdefault(item.number.text, item)
    merged: list[Item] = []
    for item in listed:
        found = by_number.pop(item.number.text, None)
        item.body = []
        merged.append(_with_listing(found, item) if found else item)
    return [*merged, *(item for item in told if by_number.get(item.number.text) is item)]


def _with_listing(item: Item, listed: Item) -> Item:
    if listed.title:
        item.title, item.loose = listed.title, listed.loose
    item.reference = item.reference or listed.reference
    item.beside = item.beside or listed.beside
    item.public = listed.public if listed.public.value is not None else item.public
    return item
