"""Names on a map: of areas where their middle is free, of single spots beside them, never over one another."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

from ratslinde.ui.maps.outlines import Outline
from ratslinde.ui.maps.values import Direction, MapMark
from ratslinde.ui.pictures.lettering import fitting, in_lines, isolated, lettered, width_of
from ratslinde.ui.pictures.placing import Box, Room
from ratslinde.ui.pictures.svg import Attribute, element

AREA_SIZE, SPOT_SIZE = 15, 13
_LONGEST = 210
_HALO: dict[str, Attribute] = {"stroke": "#fff", "stroke_width": 3.5, "stroke_linejoin": "round"}
_ROOMS = (1.8, 2.6, 3.4)
"""How wide a name may be, in radii of the area: inside of it; over its border rather than cut."""
_TRIED = (0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1)
_AWAY = sorted(((x, y) for x in _TRIED for y in _TRIED), key=lambda at: (abs(at[0]) + abs(at[1]), at))
"""Where in the area the name may stand, in parts of its inner radius: the middle first."""


def area_label(outline: Outline, room: Room) -> SafeString:
    """The name of the area on one or two lines; nothing where it is too small (its link and the table say it)."""
    lines = _lines(outline.area.label or outline.area.name, outline.radius)
    if not lines:
        return SafeString()
    width, height = max(width_of(line, size=AREA_SIZE) for line in lines) + 6, 19 * len(lines)
    for across, along in _AWAY:
        x, y = outline.x + across * outline.radius, outline.y + along * outline.radius
        box = Box.around(x, y, width=width, height=height)
        if room.free(box):
            room.take(box)
            return _area_text(lines, x, y)
    box = Box.around(outline.x, outline.y, width=width, height=height)
    room.take(box)  # signs lie over it then: better half hidden than not named
    return _area_text(lines, outline.x, outline.y)


def mark_label(mark: MapMark, room: Room, *, direction: Direction) -> SafeString:
    """The name beside a single spot, where there is room: onward in the direction of reading, else before it."""
    if mark.together:
        return SafeString()
    text = fitting(mark.spots[0].label, size=SPOT_SIZE, room=_LONGEST)
    width, away = width_of(text, size=SPOT_SIZE), mark.radius + 4
    onward = 1 if direction == "ltr" else -1
    for side in (onward, -onward):
        box = Box.around(mark.x + side * (away + width / 2), mark.y, width=width, height=16)
        if text and room.free(box):
            room.take(box)
            x, y = mark.x + side * away, mark.y + 4.5
            return lettered(text, x, y, side=side, size=SPOT_SIZE, class_="map-name", **_HALO)
    return SafeString()


def _lines(name: str, radius: float) -> list[str]:
    """The name on so many lines that it fits, parted at hyphens as well; cut only where it fits in no way."""
    parts = re.sub(r"(?<=\w)-(?=\w)", "- ", name)
    for share in _ROOMS:
        found = in_lines(parts, size=AREA_SIZE, room=max(share * radius, 40), most=3)
        if found and not any(line.endswith("…") for line in found):
            break
    return [re.sub(r"(?<=\w)- (?=\w)", "-", line) for line in found]


def _area_text(lines: list[str], x: float, y: float) -> SafeString:
    top = y + 5 - 9.5 * (len(lines) - 1)
    spans = "".join(
        element("tspan", isolated(line), x=x, y=top + 19 * place) for place, line in enumerate(lines)
    )
    return element(
        "text", spans, class_="map-area-name", font_size=AREA_SIZE, font_weight=600, text_anchor="middle",
        **_HALO,
    )  # fmt: skip
