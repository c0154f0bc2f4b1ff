"""The map as one SVG: areas, their names, signs for the spots. What is drawn is also said, for ears and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from ratslinde.ui.maps.gathering import marks
from ratslinde.ui.maps.lettering import area_label, mark_label
from ratslinde.ui.maps.outlines import Outline, outlines
from ratslinde.ui.maps.projecting import Projection, extent_of, projection
from ratslinde.ui.maps.signs import area_shape, cross_shape, mark_shape, patterns
from ratslinde.ui.maps.values import (
    CLOSEST,
    Direction,
    DrawnMap,
    MapArea,
    MapCross,
    MapMark,
    MapSpot,
    MapWindow,
    MapWords,
)
from ratslinde.ui.pictures.frame import picture
from ratslinde.ui.pictures.placing import Box, Room
from ratslinde.ui.pictures.svg import element

WIDTH = 800


def draw_map(
    areas: Sequence[MapArea],
    spots: Sequence[MapSpot],
    *,
    title: str,
    description: str,
    window: MapWindow | None = None,
    name: str = "karte",
    direction: Direction = "ltr",
    words: MapWords | None = None,
    width: int = WIDTH,
    standalone: bool = False,
    cross: MapCross | None = None,
) -> DrawnMap:
    """The map with the values of its table twin.

    `name` begins every id, so that two maps may stand on one page. `standalone`: for a file. Neither such a map nor one
    with a `cross` has links: a click chooses a point there.
    """
    at = projection(areas, spots, window=window, width=width)
    found, outside = marks(spots, at, name=name, direction=direction)
    linked = not standalone and cross is None
    manner = _Manner(name=name, direction=direction, words=words or MapWords(), linked=linked)
    windows = [(area, closest_window(area, at)) for area in areas]
    layers = _layers(outlines(areas, at), found, at, windows=windows, manner=manner)
    if cross is not None:
        layers += cross_shape(cross, at)
    svg = picture(
        layers, width=at.width, height=at.height, title=title, description=description, name=name, standalone=standalone
    )  # fmt: skip
    return DrawnMap(
        svg=svg, marks=found, outside=outside, areas=windows, steps=at.steps(window), shown=at.shown, window=window,
        width=at.width, height=at.height,
    )  # fmt: skip


def closest_window(area: MapArea, at: Projection) -> MapWindow:
    """The window that shows the whole area and as little else as possible."""
    extent = extent_of([corner for ring in area.rings for corner in ring] or [at.whole.center])
    center = extent.center
    wide = (extent.east - extent.west) / (at.whole.east - at.whole.west)
    high = (extent.north - extent.south) / (at.whole.north - at.whole.south)
    share, zoom = max(wide, high), 0
    while zoom < CLOSEST - 2 and share * 2 ** (zoom + 1) <= 1:
        zoom += 1
    return MapWindow(*center, max(zoom, 1))


@dataclass(frozen=True, kw_only=True)
class _Manner:
    """How the map is drawn, whatever is on it."""

    name: str
    direction: Direction
    words: MapWords
    linked: bool


def _layers(
    drawn: Sequence[Outline],
    found: Sequence[MapMark],
    at: Projection,
    *,
    windows: Sequence[tuple[MapArea, MapWindow]],
    manner: _Manner,
) -> SafeString:
    names, beside = _names(drawn, found, at, direction=manner.direction)
    closest = {id(area): window for area, window in windows}
    shapes = "".join(
        area_shape(each, name=manner.name, window=closest[id(each.area)], linked=manner.linked)
        for each in drawn
    )
    signs = "".join(mark_shape(mark, words=manner.words, linked=manner.linked) for mark in found)
    unseen = {"aria_hidden": "true", "pointer_events": "none"}
    return mark_safe(  # noqa: S308 - put together from safe parts
        patterns(drawn, name=manner.name)
        + element("g", shapes, class_="map-areas")
        + element("g", signs, class_="map-marks")
        + element("g", names, class_="map-names", **unseen)
        + element("g", beside, class_="map-names", **unseen)
    )


def _names(
    drawn: Sequence[Outline], found: Sequence[MapMark], at: Projection, *, direction: Direction
) -> tuple[str, str]:
    """The names of the areas, then those of the signs: none lies on a sign where there is room.

    The narrowest areas choose first: the others have more places to stand.
    """
    room = Room(width=at.width, height=at.height)
    for mark in found:
        room.take(Box.around(mark.x, mark.y, width=2 * mark.radius + 2, height=2 * mark.radius + 2))
    names = "".join(area_label(outline, room) for outline in sorted(drawn, key=lambda each: each.radius))
    return names, "".join(mark_label(mark, room, direction=direction) for mark in found)
