"""The network as one SVG: lines by their style, nodes as links, names where there is room, and what the lines mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.graphs.layout import HIGH, layout
from ratslinde.ui.graphs.legend import EDGE, meanings
from ratslinde.ui.graphs.signs import DASHES, RADIUS, node_name, node_shape
from ratslinde.ui.graphs.values import DrawnGraph, GraphEdge, GraphNode, Line, Shape
from ratslinde.ui.maps.values import Direction
from ratslinde.ui.pictures.frame import picture
from ratslinde.ui.pictures.lettering import lettered
from ratslinde.ui.pictures.placing import Box, Room
from ratslinde.ui.pictures.svg import element, number

_LEGEND = 34


def draw_graph(
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    *,
    title: str,
    description: str,
    legend: Mapping[Line, str],
    shapes: Mapping[Shape, str] | None = None,
    singles: str = "",
    name: str = "netz",
    direction: Direction = "ltr",
    standalone: bool = False,
    natural: bool = True,
) -> DrawnGraph:
    """The network. `legend`: what each line means; `shapes`: what each shape means; `singles`: the words above the
    nodes without an edge.

    Links are met in the order of `nodes`. `standalone`: for a file, without any link.
    `natural`: in its own size, in which every letter can be read; else as wide as the page.
    """
    sheet = _sheet(nodes, edges)
    room = Room(width=sheet.width, height=sheet.height - _LEGEND)
    names, named = _names(nodes, sheet.places, room, direction=direction)
    layers = mark_safe(  # noqa: S308 - put together from safe parts
        _lines(edges, sheet.places)
        + ("" if sheet.singles is None else _heading(singles, sheet.singles + 2 * EDGE, sheet.width))
        + element("g", names, class_="graph-names", aria_hidden="true", pointer_events="none")
        + element("g", _shapes(nodes, sheet.places, named, linked=not standalone), class_="graph-nodes")
        + meanings(
            [*legend.items(), *(shapes or {}).items()], top=sheet.height - _LEGEND / 2, width=sheet.width,
            direction=direction,
        )
    )  # fmt: skip
    svg = picture(
        layers, width=sheet.width, height=sheet.height, title=title, description=description, name=name,
        standalone=standalone, natural=natural,
    )  # fmt: skip
    return DrawnGraph(svg=svg, named=len(named), places=sheet.places, width=sheet.width, height=sheet.height)


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """Where the nodes stand, the size with edges and legend, and the top of the single nodes (None without any)."""

    places: Mapping[str, tuple[float, float]]
    width: int
    height: int
    singles: float | None


def _sheet(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> _Sheet:
    if not nodes:
        return _Sheet(places={}, width=2 * EDGE, height=HIGH + 2 * EDGE + _LEGEND, singles=None)
    found = layout((node.key for node in nodes), ((edge.one, edge.other) for edge in edges))
    return _Sheet(
        places={key: (x + EDGE, y + EDGE) for key, (x, y) in found.places.items()},
        width=round(found.width) + 2 * EDGE,
        height=round(found.height) + 2 * EDGE + _LEGEND,
        singles=found.singles,
    )


def _lines(edges: Sequence[GraphEdge], places: Mapping[str, tuple[float, float]]) -> SafeString:
    """One path for each style: thousands of edges stay small."""
    paths = ""
    for line, dashes in reversed(DASHES.items()):
        path = "".join(
            f"M{_point(places[edge.one])}L{_point(places[edge.other])}" for edge in edges if edge.line == line
        )
        if path:
            paths += element(
                "path", d=path, class_=f"graph-line graph-{line}", fill="none", stroke="#4a5a6c",
                stroke_width=2 if line == Line.SOLID else 1.6, stroke_dasharray=dashes, stroke_linecap="round",
            )  # fmt: skip
    return element("g", paths, class_="graph-lines", aria_hidden="true")


def _names(
    nodes: Sequence[GraphNode], places: Mapping[str, tuple[float, float]], room: Room, *, direction: Direction
) -> tuple[str, set[str]]:
    for x, y in places.values():
        room.take(Box.around(x, y, width=2 * RADIUS + 4, height=2 * RADIUS + 4))
    written, named = "", set()
    for node in nodes:
        text = node_name(node, *places[node.key], room, direction=direction)
        if text:
            written += text
            named.add(node.key)
    return written, named


def _shapes(
    nodes: Sequence[GraphNode], places: Mapping[str, tuple[float, float]], named: set[str], *, linked: bool
) -> str:
    return "".join(
        node_shape(node, *places[node.key], numbered=node.key not in named, linked=linked) for node in nodes
    )


def _heading(text: str, top: float, width: float) -> SafeString:
    rule = element(
        "path", d=f"M{EDGE} {number(top - 18)}H{width - EDGE}", class_="graph-rule", stroke="#8592a0"
    )
    word = lettered(text, width / 2, top, side=0, size=14, font_weight=600, class_="graph-word")
    return mark_safe(rule + word)  # noqa: S308 - put together from safe parts


def _point(place: tuple[float, float]) -> str:
    return f"{number(place[0])} {number(place[1])}"
