"""Areas as paths: cut to the picture, simplified to what the eye can see, with a place for the name."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from shapely import clip_by_rect, contains_xy, make_valid, maximum_inscribed_circle, simplify
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ratslinde.ui.maps.projecting import Projection
from ratslinde.ui.maps.values import MapArea, Ring
from ratslinde.ui.pictures.svg import number

VISIBLE = 0.8
"""Units: corners that stick out less are left out."""
_BEYOND = 8
_LEAST_CORNERS = 3


@dataclass(frozen=True)
class Outline:
    """An area in the picture: its path and shape, and the middle and radius of the largest circle that fits into it."""

    area: MapArea
    path: str
    x: float
    y: float
    radius: float
    shape: BaseGeometry

    def holding(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Those of the points that lie in the area."""
        inside = contains_xy(self.shape, [x for x, _ in points], [y for _, y in points])
        return [point for point, lies in zip(points, inside, strict=True) if lies]


def outlines(areas: Sequence[MapArea], at: Projection) -> list[Outline]:
    """The areas that the picture shows, in the order given."""
    found = [_outline(area, at) for area in areas]
    return [each for each in found if each is not None]


def _outline(area: MapArea, at: Projection) -> Outline | None:
    rings = [shape for ring in area.rings if (shape := _cut(ring, at)) is not None]
    if not rings:
        return None
    whole = functools.reduce(lambda one, other: one.symmetric_difference(other), rings)
    parts = _parts(whole)
    if not parts:
        return None
    circle = maximum_inscribed_circle(max(parts, key=lambda part: part.area), 1.0)
    (x, y), radius = circle.coords[0], circle.length
    return Outline(area, "".join(map(_path, parts)), x, y, radius, whole)


def _cut(ring: Ring, at: Projection) -> BaseGeometry | None:
    if len(ring) < _LEAST_CORNERS + 1:
        return None
    shape = make_valid(Polygon(at.points(ring)))
    cut = clip_by_rect(shape, -_BEYOND, -_BEYOND, at.width + _BEYOND, at.height + _BEYOND)
    simple = make_valid(simplify(cut, VISIBLE, preserve_topology=True))
    return simple if _parts(simple) else None


def _parts(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [each for part in getattr(shape, "geoms", []) for each in _parts(part)]


def _path(part: Polygon) -> str:
    return "".join(_line(list(ring.coords)[:-1]) for ring in (part.exterior, *part.interiors))


def _line(corners: Sequence[Sequence[float]]) -> str:
    return "M" + "L".join(f"{number(corner[0])} {number(corner[1])}" for corner in corners) + "Z"
