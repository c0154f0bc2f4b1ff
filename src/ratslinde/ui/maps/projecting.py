"""From degrees to units of the picture: flat, with the true width of a degree at the town's latitude."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

from ratslinde.ui.maps.values import CLOSEST, Extent, MapArea, MapSpot, MapSteps, MapWindow

Points = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]
"""One row a point: longitude and latitude, or x and y."""

MARGIN = 26
LOWEST, HIGHEST = 0.5, 1.1  # of the width
_SMALLEST = 0.01  # degrees: about a kilometre
_AROUND = 0.25  # spots so far beyond the areas, in parts of their extent, still belong to the whole


@dataclass(frozen=True)
class Projection:
    """How degrees become units of a picture that is `width` wide and `height` high."""

    whole: Extent
    shown: Extent
    width: int
    height: int
    scale: float
    """Units for one degree of latitude."""
    stretch: float

    def points(self, degrees: Sequence[Sequence[float]]) -> Points:
        """Where points of longitude and latitude stand in the picture."""
        found = numpy.array([point[:2] for point in degrees], dtype=float).reshape(-1, 2)
        east, north = self.shown.center
        x = (found[:, 0] - east) * self.scale * self.stretch + self.width / 2
        y = (north - found[:, 1]) * self.scale + self.height / 2
        return numpy.column_stack([x, y])

    def steps(self, window: MapWindow | None) -> MapSteps:
        """Where one step leads from the window."""
        longitude, latitude = self.shown.center
        zoom = window.zoom if window else 0
        across, along = (self.shown.east - self.shown.west) / 2, (self.shown.north - self.shown.south) / 2
        return MapSteps(
            nearer=MapWindow(longitude, latitude, zoom + 1) if zoom < CLOSEST else None,
            farther=MapWindow(longitude, latitude, zoom - 1) if zoom > 1 else None,
            west=self._step(longitude - across, latitude, zoom),
            east=self._step(longitude + across, latitude, zoom),
            north=self._step(longitude, latitude + along, zoom),
            south=self._step(longitude, latitude - along, zoom),
        )

    def _step(self, longitude: float, latitude: float, zoom: int) -> MapWindow | None:
        return (
            MapWindow(longitude, latitude, zoom) if zoom and self.whole.holds(longitude, latitude) else None
        )


def projection(
    areas: Iterable[MapArea], spots: Iterable[MapSpot], *, window: MapWindow | None, width: int
) -> Projection:
    """The projection that shows the window; without one everything there is."""
    whole = _whole([corner for area in areas for ring in area.rings for corner in ring], list(spots))
    stretch = max(math.cos(math.radians(whole.center[1])), 0.01)
    wide, high = (whole.east - whole.west) * stretch, whole.north - whole.south
    height = round(width * min(max(high / wide, LOWEST), HIGHEST))
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    if window:
        scale *= 2**window.zoom
    longitude, latitude = _inside(whole, window) if window else whole.center
    across, along = width / scale / stretch / 2, height / scale / 2
    shown = Extent(longitude - across, latitude - along, longitude + across, latitude + along)
    return Projection(whole, shown, width, height, scale, stretch)


def _whole(corners: Sequence[Sequence[float]], spots: Sequence[MapSpot]) -> Extent:
    points = [(spot.longitude, spot.latitude) for spot in spots]
    if corners:
        town = extent_of(corners)
        near = town.grown(part=_AROUND)
        points = [town[:2], town[2:], *(point for point in points if near.holds(*point))]
    return extent_of(points) if points else Extent(-_SMALLEST, -_SMALLEST, _SMALLEST, _SMALLEST)


def extent_of(points: Iterable[Sequence[float]]) -> Extent:
    """The extent of at least one point, never narrower than a kilometre or so."""
    found = numpy.array([point[:2] for point in points], dtype=float)
    (west, south), (east, north) = found.min(axis=0).tolist(), found.max(axis=0).tolist()
    across, along = max(_SMALLEST - (east - west), 0) / 2, max(_SMALLEST - (north - south), 0) / 2
    return Extent(west - across, south - along, east + across, north + along)


def _inside(whole: Extent, window: MapWindow) -> tuple[float, float]:
    """The window's centre, moved to the town where an address leads elsewhere."""
    longitude = min(max(window.longitude, whole.west), whole.east)
    return longitude, min(max(window.latitude, whole.south), whole.north)
