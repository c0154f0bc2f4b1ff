"""The network as one SVG: lines by their style, nodes as links, names where there is room, and what the lines mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.graphs.layout import HIGH, layout
from ratslinde.ui.graphs.signs import node_name, node_shape, outline, sample
from ratslinde.ui.graphs.values import DrawnGraph, GraphEdge, GraphNode, Line, Shape
from ratslinde.ui.maps.values import Direction
from ratslinde.ui.pictures.frame import picture
from ratslinde.ui.pictures.lettering import lettered, width_of
from ratslinde.ui.pictures.placing import Box, Room
from ratslinde.ui.pictures.svg import element, number

RADIUS = 9
_LEGEND = 34
_EDGE = 14
_DASHES = {Line.SOLID: None, Line.DASHED: "9 5", Line.DOTTED: "1.5 5"}


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
    found = (
        layout((node.key for node in nodes), ((edge.one, edge.other) for edge in edges)) if nodes else None
    )
    width = round(found.width if found else 0) + 2 * _EDGE
    height = round(found.height if found else HIGH) + 2 * _EDGE + _LEGEND
    places = {key: (x + _EDGE, y + _EDGE) for key, (x, y) in (found.places if found else {}).items()}
    names, named = _names(nodes, places, Room(width=width, height=height - _LEGEND), direction=direction)
    heading = (
        _heading(singles, found.singles + 2 * _EDGE, width) if found and found.singles is not None else ""
    )
    layers = mark_safe(  # noqa: S308 - put together from safe parts
        _lines(edges, places)
        + heading
        + element("g", names, class_="graph-names", aria_hidden="true", pointer_events="none")
        + element("g", _shapes(nodes, places, named, linked=not standalone), class_="graph-nodes")
        + _legend(legend, shapes or {}, top=height - _LEGEND / 2, width=width, direction=direction)
    )
    svg = picture(
        layers, width=width, height=height, title=title, description=description, name=name,
        standalone=standalone, natural=natural,
    )  # fmt: skip
    return DrawnGraph(svg=svg, named=len(named), places=places, width=width, height=height)


def _lines(edges: Sequence[GraphEdge], places: Mapping[str, tuple[float, float]]) -> SafeString:
    """One path for each style: thousands of edges stay small."""
    paths = ""
    for line, dashes in reversed(_DASHES.items()):
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
        "path", d=f"M{_EDGE} {number(top - 18)}H{width - _EDGE}", class_="graph-rule", stroke="#8592a0"
    )
    word = lettered(text, width / 2, top, side=0, size=14, font_weight=600, class_="graph-word")
    return mark_safe(rule + word)  # noqa: S308 - put together from safe parts


def _legend(
    lines: Mapping[Line, str], shapes: Mapping[Shape, str], *, top: float, width: float, direction: Direction
) -> SafeString:
    onward = 1 if direction == "ltr" else -1
    x = _EDGE if direction == "ltr" else width - _EDGE
    written = ""
    meant: list[tuple[Line | Shape, str]] = [*lines.items(), *shapes.items()]
    for each, text in meant:
        wide = 48 if isinstance(each, Line) else 30
        written += _sample(each, x, top, onward=onward) + lettered(
            text, x + onward * wide, top + 4.5, side=onward, size=13, class_="graph-word"
        )
        x += onward * (wide + 24 + width_of(text, size=13))
    return element("g", written, class_="graph-legend")


def _sample(each: Line | Shape, x: float, y: float, *, onward: int) -> SafeString:
    if isinstance(each, Line):
        return sample(each, x, y, onward=onward, dashes=_DASHES[each])
    return outline(each, x + onward * 13, y, radius=8)


def _point(place: tuple[float, float]) -> str:
    return f"{number(place[0])} {number(place[1])}"
