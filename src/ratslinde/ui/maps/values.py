"""What a map is given, and what comes back: values only, no word of any trade."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Ring = Sequence[Sequence[float]]
"""The corners of a closed line, each longitude and latitude (WGS84), as GeoJSON has them."""
Direction = Literal["ltr", "rtl"]
Kind = Literal["", "dots", "lines", "cross"]
"""How an area is filled: plain, or with a pattern that also reads without colours."""
CLOSEST = 7


@dataclass(frozen=True, kw_only=True)
class MapArea:
    """A polygon with a name. `rings`: outlines and holes of all its parts, in any order (GeoJSON: polygons flattened).

    `label`: what stands on the map where that is not the name. `href`: where it leads; empty is no link. '{window}' in
    it becomes the window that shows the area: '?ausschnitt={window}#karte'.
    """

    name: str
    rings: Sequence[Ring]
    label: str = ""
    href: str = ""
    kind: Kind = ""


@dataclass(frozen=True, kw_only=True)
class MapSpot:
    """Something at a point, with degrees of WGS84. `number`: how many things stand there; 1 is drawn without it.

    `key` is the caller's own, to find again what stands behind a spot.
    """

    longitude: float
    latitude: float
    label: str
    href: str = ""
    number: int = 1
    key: str = ""


class Extent(NamedTuple):
    """Degrees from west to east and from south to north."""

    west: float
    south: float
    east: float
    north: float

    @property
    def center(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def grown(self, *, part: float) -> Extent:
        """The extent with so much of its own size more on each side."""
        wide, high = (self.east - self.west) * part, (self.north - self.south) * part
        return Extent(self.west - wide, self.south - high, self.east + wide, self.north + high)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether the point lies in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


class MapWindow(NamedTuple):
    """Which part is shown: its centre, and how often the whole was halved (0 is the whole, CLOSEST the closest)."""

    longitude: float
    latitude: float
    zoom: int

    @property
    def text(self) -> str:
        """As it stands in an address: '8.05123,51.77,2'."""
        return f"{self.longitude:.5f},{self.latitude:.5f},{self.zoom}"

    @classmethod
    def read(cls, text: str) -> MapWindow | None:
        """The window that an address names; None where it names none, also for nonsense."""
        try:
            longitude, latitude, zoom = text.split(",")
            found = cls(float(longitude), float(latitude), int(zoom))
        except ValueError:
            return None
        sound = math.isfinite(found.longitude) and math.isfinite(found.latitude)
        within = sound and abs(found.longitude) <= 180 and abs(found.latitude) <= 90
        return found if within and 1 <= found.zoom <= CLOSEST else None


@dataclass(frozen=True, kw_only=True)
class MapWords:
    """What the map says by itself, in the language of the page; '{number}' is filled in."""

    many: str = "{number} an dieser Stelle"


@dataclass(frozen=True, kw_only=True)
class MapMark:
    """One sign on the map: a spot, or several that would overlap. `anchor`: the id that its link leads to if several.

    Write `id="{{ mark.anchor }}"` at the mark's place in the table twin; `spots` is what stands there.
    """

    anchor: str
    spots: Sequence[MapSpot]
    number: int
    x: float
    y: float
    radius: int = 8

    @property
    def together(self) -> bool:
        """Whether several spots were put together."""
        return len(self.spots) > 1


class MapSteps(NamedTuple):
    """The windows that one step leads to; None where there is nothing to go to. `whole` is '' in an address."""

    nearer: MapWindow | None
    farther: MapWindow | None
    west: MapWindow | None
    east: MapWindow | None
    north: MapWindow | None
    south: MapWindow | None


@dataclass(frozen=True, kw_only=True)
class MapCross:
    """A cross that the page's script moves to the point that somebody chooses; None: nothing is chosen yet."""

    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, kw_only=True)
class DrawnMap:
    """`svg`: safe text to put into a page. The rest is its table twin and its links.

    `marks`: what is drawn, in the order in which the keyboard meets it. `outside`: spots beyond the window.
    `areas`: each with the window that shows it. `window`: what is shown, None for the whole. `shown`: the degrees of
    the picture's edges, linear in between, for a script that asks what is under the pointer.
    """

    svg: str
    marks: Sequence[MapMark]
    outside: Sequence[MapSpot]
    areas: Sequence[tuple[MapArea, MapWindow]]
    steps: MapSteps
    shown: Extent
    window: MapWindow | None = None
    width: int = field(default=0)
    height: int = field(default=0)
