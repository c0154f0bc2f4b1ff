"""Nodes, their names, and the samples of lines."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.graphs.values import GraphNode, Line, Shape
from ratslinde.ui.maps.values import Direction
from ratslinde.ui.pictures.lettering import fitting, lettered, width_of
from ratslinde.ui.pictures.placing import Box, Room
from ratslinde.ui.pictures.svg import Attribute, element, link, words

RADIUS, SIZE = 9, 13
DASHES = {Line.SOLID: None, Line.DASHED: "9 5", Line.DOTTED: "1.5 5"}
RINGED = (Shape.RINGED, Shape.RINGED_SQUARE)
_ROOMS = (230, 120)
"""A name is shown whole where that is free, and cut where only this much is."""


def node_shape(node: GraphNode, x: float, y: float, *, numbered: bool, linked: bool) -> SafeString:
    """The node, a link to what it stands for; with its number where its name found no room."""
    shape = outline(node.shape, x, y, radius=RADIUS + 3 if numbered else RADIUS)
    figure = ""
    if numbered:
        figure = element(
            "text", words(str(node.number)), x=x, y=y + 4, font_size=11, font_weight=600, text_anchor="middle",
            fill="#fff", class_="map-number",
        )  # fmt: skip
    # What is seen is what the name begins with, for those who speak to their machine.
    label = f"{node.number} {node.label}" if numbered else node.label
    return link(node.href if linked else "", shape + figure, label=label, class_="graph-node")


def outline(shape: Shape, x: float, y: float, *, radius: float) -> SafeString:
    """The shape without a name."""
    looks: dict[str, Attribute] = {
        "class_": "map-disc", "fill": "#14406b", "stroke": "#fff", "stroke_width": 1.5,
    }  # fmt: skip
    ring: dict[str, Attribute] = {
        "class_": "graph-ring", "fill": "none", "stroke": "#14406b", "stroke_width": 2,
    }  # fmt: skip
    square = shape in (Shape.SQUARE, Shape.RINGED_SQUARE)
    drawn = _square(x, y, radius, looks) if square else element("circle", cx=x, cy=y, r=radius, **looks)
    if shape not in RINGED:
        return drawn
    away = radius + 3.5
    around = _square(x, y, away, ring) if square else element("circle", cx=x, cy=y, r=away, **ring)
    return mark_safe(drawn + around)  # noqa: S308 - put together from safe parts


def _square(x: float, y: float, half: float, looks: dict[str, Attribute]) -> SafeString:
    return element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **looks)


def node_name(node: GraphNode, x: float, y: float, room: Room, *, direction: Direction) -> SafeString:
    """The name beside, below or above the node; nothing where it has no room."""
    away = RADIUS + (9 if node.shape in RINGED else 5)
    onward = 1 if direction == "ltr" else -1
    for most in _ROOMS:
        text = fitting(node.label, size=SIZE, room=most)
        width = width_of(text, size=SIZE)
        for across, along in ((onward, 0), (-onward, 0), (0, 1), (0, -1)):
            middle = x + across * (away + width / 2), y + along * (away + 6)
            box = Box.around(*middle, width=width + 2, height=15)
            if text and room.free(box):
                room.take(box)
                return lettered(
                    text, x + across * away, middle[1] + 4.5, side=across, size=SIZE, class_="map-name", stroke="#fff",
                    stroke_width=4.5, stroke_linejoin="round",
                )  # fmt: skip
    return SafeString()


def sample(line: Line, x: float, y: float, *, onward: int) -> SafeString:
    """A piece of the line for the legend."""
    return element(
        "path", d=f"M{x:.0f} {y:.0f}h{onward * 40}", class_=f"graph-line graph-{line}", fill="none",
        stroke="#4a5a6c", stroke_width=2, stroke_dasharray=DASHES[line], stroke_linecap="round",
    )  # fmt: skip
