"""A matrix as one SVG for a report or a slide: heads, cells with a ground and words, what the words mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.pictures.frame import picture
from ratslinde.ui.pictures.lettering import in_lines, lettered
from ratslinde.ui.pictures.svg import element

COLUMN, HEAD, PAD, LINE, EDGE = 152.0, 240.0, 8.0, 17.0, 16.0
SIZE = 13.0
_MOST_LINES = 5


class Ground(StrEnum):
    """On what a cell stands; it only helps the eye, the words say it."""

    PLAIN = "plain"
    OPEN = "open"
    GOOD = "good"
    CAREFUL = "careful"
    MISSING = "missing"


_FILLS = {
    Ground.PLAIN: ("#ffffff", "#8592a0"),
    Ground.OPEN: ("#ffffff", "#4a5a6c"),
    Ground.GOOD: ("#d3f2e3", "#0b6b45"),
    Ground.CAREFUL: ("#ffe9b8", "#8a5a00"),
    Ground.MISSING: ("#fde2e0", "#b3261e"),
}


@dataclass(frozen=True, kw_only=True)
class GridCell:
    """A cell: its first line stands out, the others are smaller. Without lines nothing is drawn."""

    lines: tuple[str, ...] = ()
    ground: Ground = Ground.PLAIN


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """A row: its name, a smaller line below, and a cell for each column."""

    head: str
    below: str = ""
    cells: Sequence[GridCell]


def draw_grid(
    columns: Sequence[str],
    rows: Sequence[GridRow],
    *,
    title: str,
    description: str,
    notes: Sequence[tuple[GridCell | None, str]] = (),
    name: str = "matrix",
) -> SafeString:
    """The matrix for a file, on white ground, without links. `notes`: a sample of a cell or None, and its meaning."""
    width = 2 * EDGE + HEAD + COLUMN * len(columns)
    heads = [in_lines(each, size=SIZE, room=COLUMN - 2 * PAD, most=3) for each in columns]
    y = EDGE + 24 + max((len(each) for each in heads), default=1) * LINE + PAD
    drawn: str = lettered(title, EDGE, EDGE + 16, side=1, size=18, font_weight=600)
    drawn += "".join(_text(lines, _x(at), EDGE + 24 + LINE, bold=True) for at, lines in enumerate(heads))
    for row in rows:
        height = _height(row)
        drawn += _row(row, y, height=height, width=width)
        y += height
    y += PAD
    for sample, meaning in notes:
        note, height = _note(sample, meaning, y, width=width)
        drawn, y = drawn + note, y + height
    return picture(
        mark_safe(drawn),  # noqa: S308 - put together from safe parts
        width=width, height=y + EDGE, title=title, description=description, name=name, standalone=True,
    )  # fmt: skip


def _x(at: int) -> float:
    return EDGE + HEAD + at * COLUMN + PAD


def _wrapped(cell: GridCell) -> list[str]:
    room = COLUMN - 2 * PAD - 8
    return [line for text in cell.lines for line in in_lines(text, size=SIZE, room=room, most=3)][
        :_MOST_LINES
    ]


def _height(row: GridRow) -> float:
    own = len(in_lines(row.head, size=SIZE, room=HEAD - PAD, most=3)) + bool(row.below)
    most = max([own, *(len(_wrapped(cell)) for cell in row.cells)])
    return math.ceil(most * LINE + 2 * PAD)


def _row(row: GridRow, y: float, *, height: float, width: float) -> str:
    rule = element("path", d=f"M{EDGE:.0f} {y:.0f}H{width - EDGE:.0f}", stroke="#c3cbd4", stroke_width=1)
    lines = in_lines(row.head, size=SIZE, room=HEAD - PAD, most=3)
    head = _text(lines, EDGE, y + LINE + 2, bold=True)
    head += _text([row.below] if row.below else [], EDGE, y + LINE * (len(lines) + 1) + 2, bold=False)
    return (
        rule
        + head
        + "".join(
            _cell(cell, _x(at) - PAD + 2, y + 2, height=height - 4) for at, cell in enumerate(row.cells)
        )
    )


def _cell(cell: GridCell, x: float, y: float, *, height: float) -> str:
    if not cell.lines:
        return ""
    fill, bar = _FILLS[cell.ground]
    dashes = "4 3" if cell.ground == Ground.OPEN else None
    box = element(
        "rect", x=x, y=y, width=COLUMN - 4, height=height, fill=fill, stroke=bar, stroke_width=0.8,
        stroke_dasharray=dashes,
    )  # fmt: skip
    side = "" if dashes else element("rect", x=x, y=y, width=4, height=height, fill=bar)
    first, *rest = _wrapped(cell)
    return (
        box
        + side
        + _text([first], x + 10, y + LINE - 1, bold=True)
        + _text(rest, x + 10, y + 2 * LINE - 1, bold=False)
    )


def _note(sample: GridCell | None, meaning: str, y: float, *, width: float) -> tuple[str, float]:
    """What a cell means, or a remark; and how high it is."""
    if sample is None:
        lines = in_lines(meaning, size=SIZE, room=width - 2 * EDGE, most=4)
        return _text(lines, EDGE, y + LINE, bold=False), LINE * len(lines) + 4
    words = lettered(meaning, EDGE + COLUMN + 8, y + 18, side=1, size=SIZE)
    return _cell(sample, EDGE, y, height=26) + words, 32


def _text(lines: Sequence[str], x: float, y: float, *, bold: bool) -> str:
    weight = 600 if bold else None
    return "".join(
        lettered(line, x, y + at * LINE, side=1, size=SIZE if bold else SIZE - 0.5, font_weight=weight)
        for at, line in enumerate(lines)
    )
