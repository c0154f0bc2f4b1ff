"""Counts of a vote in the margin beside the text of an item."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ratslinde.reading.minutes.telling import BARE
from ratslinde.reading.text.lines import Line


def margins_apart(lines: list[Line]) -> list[Line]:
    """Return the lines; the counts that stand in the last column beside a text are a line of their own below it."""
    return [piece for line in lines for piece in _parted(line)]


def _parted(line: Line) -> Iterator[Line]:
    margin = line.cells[-1] if len(line.cells) > 1 else None
    if margin is None or not BARE.fullmatch(margin.text):
        yield line
        return
    cells = line.cells[:-1]
    yield msgspec.structs.replace(line, text=" ".join(cell.text for cell in cells), cells=cells)
    yield msgspec.structs.replace(line, text=margin.text, cells=(margin,))
