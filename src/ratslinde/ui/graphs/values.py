"""What a drawing of a network is given, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Line(StrEnum):
    """How an edge is drawn; told apart without colours."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Shape(StrEnum):
    """How a node is drawn."""

    DISC = "disc"
    RINGED = "ringed"
    SQUARE = "square"
    RINGED_SQUARE = "ringed-square"


@dataclass(frozen=True, kw_only=True)
class GraphNode:
    """A node. `number` stands in it where its name has no room: the table twin has it in the same row."""

    key: str
    label: str
    number: int
    href: str = ""
    shape: Shape = Shape.DISC


@dataclass(frozen=True, kw_only=True)
class GraphEdge:
    """An edge between two keys."""

    one: str
    other: str
    line: Line = Line.SOLID


@dataclass(frozen=True, kw_only=True)
class DrawnGraph:
    """`svg`: safe text to put into a page. `named`: how many names had room; `places`: where each node stands."""

    svg: str
    named: int
    places: Mapping[str, tuple[float, float]]
    width: int
    height: int
