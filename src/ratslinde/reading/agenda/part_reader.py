"""Which half of the session the items belong to: told by headings, and doubted where words only hint at it."""

from __future__ import annotations

import re

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.numbers import number_of
from ratslinde.reading.agenda.parts import LONGEST, hints_closed, part_of, stands_alone
from ratslinde.reading.agenda.table_cells import public_mark
from ratslinde.reading.fields import stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.endings import OPEN_END
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_MINUTES = re.compile(r"Niederschrift|[Pp]rotokoll")
_FRAMED = ("-", "–", "(")
_BEGINS = re.compile(r"Öffentlichkeit|unter Ausschluss|schließt|folgt|beginnt|Anschluss|[Aa]nschließend")
_CLOSED_FIRST = re.compile(r"nicht\s?-?\s?öff|nö\b|n\. ?ö\.|vertraulich", re.IGNORECASE)
MOST_HEADINGS = 3  # more lines that only say "öffentlich" or "nichtöffentlich" are remarks on the items
AHEAD = 3
SHORT = 60


class PartReader:
    """Walks the lines between the items; `field` tells of the next item whether it is public."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.remarks = False

    def look_through(self, lines: list[Line]) -> None:
        """Tell whether lines that only say "öffentlich" stand below the items that they speak of."""
        alone = [line for line in lines if line.text and stands_alone(line.text)]
        first = next((line.number for line in lines if number_of(line)), None)
        below = first is not None and bool(alone) and alone[0].number > first
        below = below and part_of(alone[0].text) is True
        self.remarks = len(alone) > MOST_HEADINGS or below

    def takes(self, line: Line, above: Item | None, below: list[Line], *, gap: bool) -> bool:
        """Return whether a line heads a part; one that only hints at the non-public part leaves a doubt."""
        public = part_of(line.text)
        if public is None:
            if self._hints(line, above, below, gap=gap):
                self._doubt(line)
            return False
        if self.remarks and stands_alone(line.text):
            return False
        if above and not gap and _goes_on(above, line):
            if not public and not _is_open(above):
                self._doubt(line)
            return False
        self.field = stated(public, "part-heading", span_of([line]))
        return True

    def _doubt(self, line: Line) -> None:
        self.field = stated(value=False, rule="part-doubtful", span=span_of([line]))

    def _hints(self, line: Line, above: Item | None, below: list[Line], *, gap: bool) -> bool:
        """Whether a line between items speaks of the non-public part in words that no heading is known for."""
        text, told = line.text, above is not None and above.told
        own = gap or line.heading or not told or len(text) <= SHORT
        if not own or len(text) > LONGEST or not hints_closed(text) or number_of(line):
            return False
        if text.endswith(".") and not _BEGINS.search(text):
            return False
        if not gap and public_mark(text)[1] is not None:
            return False
        if above and not told and not gap and _looks_inside(above, text):
            return False
        if below and below[0].text and not number_of(below[0]):
            return False
        ahead = [row for row in below if row.text][:AHEAD]
        return any((start := number_of(row)) and start[1] for row in ahead)


def _looks_inside(item: Item, text: str) -> bool:
    """Whether a line right below a title looks like more of it or a remark on it."""
    small = text[:1].islower() and not _CLOSED_FIRST.match(text)
    return small or text.startswith(_FRAMED) or _is_open(item)


def _is_open(item: Item) -> bool:
    """Whether the title of an item must go on in the next line."""
    return not item.told and OPEN_END.search(item.lines[-1].text) is not None


def _goes_on(item: Item, line: Line) -> bool:
    """Whether what looks like a heading goes on with the title above ("Niederschrift" and "- öffentlicher Teil -")."""
    if item.told:
        return False
    framed = line.text.startswith(_FRAMED) and _MINUTES.search(join_all(item.title)) is not None
    return framed or (_is_open(item) and line.text[:1].islower())
