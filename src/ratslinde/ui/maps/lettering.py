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
_ROOMS = (1.8, 2.6, 3.4, 4.5)
"""How wide a name may be, in radii of the area: inside of it; over its border rather than cut."""
_TRIED = (0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1)
_FURTHER = tuple(step / 2 for step in range(-7, 8))


def _nearest_first(steps: tuple[float, ...]) -> list[tuple[float, float]]:
    return sorted(((x, y) for x in steps for y in steps), key=lambda at: (abs(at[0]) + abs(at[1]), at))


_AWAY, _FAR = _nearest_first(_TRIED), _nearest_first(_FURTHER)
"""Where in the area the name may stand, in parts of its inner radius: the middle first; far off in a long area."""


def area_label(outline: Outline, room: Room) -> SafeString:
    """The name of the area on one or two lines; nothing where it is too small (its link and the table say it).

    Where no place is free it stands where it covers least; it is drawn over the signs then, with its halo.
    """
    lines = _lines(outline.area.label or outline.area.name, outline.radius)
    if not lines:
        return SafeString()
    width, height = max(width_of(line, size=AREA_SIZE) for line in lines) + 6, 19 * len(lines)
    near, far = _around(outline, _AWAY), _around(outline, _FAR)

    def box(at: tuple[float, float]) -> Box:
        return Box.around(*at, width=width, height=height)

    chosen = next((at for at in near if room.free(box(at))), None)
    if chosen is None:
        inside = outline.holding(far)
        chosen = next((at for at in inside if room.free(box(at))), None)
        chosen = chosen or min(inside or near, key=lambda at: room.covered(box(at)))
    room.take(box(chosen))
    return _area_text(lines, *chosen)


def _around(outline: Outline, parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [
        (outline.x + across * outline.radius, outline.y + along * outline.radius) for across, along in parts
    ]


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
