"""The lines of one document as the reader walks them: numbered, without page heads and feet."""

from __future__ import annotations

import msgspec

from ratslinde.reading.outcome import Cell, SourceText, Span


class Beside(msgspec.Struct, frozen=True):
    """What stands in a column beside the title of an item: what the column is for, its heading, and the text.

    `key` is one of the columns in rules/tables.toml, "unread" for one that nothing is known of, or "row" for
    a whole row below that has no number.
    """

    key: str
    heading: str
    text: str


class Line(msgspec.Struct, frozen=True):
    """A line of the source; `number` counts from 1 over the whole file, `text` has single blanks.

    `beside`: the other columns of the row that the line begins, where the headings of a table tell them apart.
    """

    number: int
    page: int
    text: str
    cells: tuple[Cell, ...] = ()
    heading: bool = False
    beside: tuple[Beside, ...] = ()

    @property
    def left(self) -> float:
        """Where the line begins, in characters from the margin."""
        return self.cells[0].left if self.cells else 0.0


def lines_of(source: SourceText) -> tuple[Line, ...]:
    """Return all lines of a source, numbered."""
    return tuple(
        Line(number, line.page, " ".join(line.text.split()), line.cells, line.heading)
        for number, line in enumerate(source.lines, 1)
    )


def span_of(lines: tuple[Line, ...] | list[Line]) -> Span | None:
    """Return the span from the first to the last line that is not empty."""
    printed = [line for line in lines if line.text]
    if not printed:
        return None
    return Span(printed[0].page, printed[0].number, printed[-1].number)


def strip_blank(lines: list[Line]) -> list[Line]:
    """Return the lines without empty ones at both ends."""
    printed = [index for index, line in enumerate(lines) if line.text]
    return lines[printed[0] : printed[-1] + 1] if printed else []
