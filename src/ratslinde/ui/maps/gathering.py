"""Which spots become one sign, because two of them would overlap."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from ratslinde.ui.maps.projecting import Projection
from ratslinde.ui.maps.values import Direction, MapMark, MapSpot

SINGLE, SMALL, MEDIUM, LARGE = 8, 13, 16, 19
_APART = 2
_FARTHEST = 3 * LARGE
_BAND = 60
"""Signs in a strip of this height are met one after the other, in the direction of reading."""


@dataclass
class _Cluster:
    x: float
    y: float
    spots: list[MapSpot]
    number: int
    radius: int

    def overlaps(self, other: _Cluster) -> bool:
        away = self.radius + other.radius + _APART
        return abs(self.y - other.y) < away and math.hypot(self.x - other.x, self.y - other.y) < away

    def take(self, other: _Cluster) -> None:
        mine, theirs = len(self.spots), len(other.spots)
        self.x = (self.x * mine + other.x * theirs) / (mine + theirs)
        self.y = (self.y * mine + other.y * theirs) / (mine + theirs)
        self.spots += other.spots
        self.number += other.number
        self.radius = radius_of(self.number, together=True)


def radius_of(number: int, *, together: bool) -> int:
    """How large the sign is for so many things."""
    if number == 1 and not together:
        return SINGLE
    return SMALL if number < 10 else MEDIUM if number < 100 else LARGE


def marks(
    spots: Sequence[MapSpot], at: Projection, *, name: str, direction: Direction
) -> tuple[list[MapMark], list[MapSpot]]:
    """The signs of what the picture shows, in the order of reading, and the spots beyond it."""
    inside: list[_Cluster] = []
    outside: list[MapSpot] = []
    positions = at.points([(spot.longitude, spot.latitude) for spot in spots]).tolist()
    for spot, (x, y) in zip(spots, positions, strict=True):
        if not (0 <= x <= at.width and 0 <= y <= at.height):
            outside.append(spot)
            continue
        number = max(spot.number, 1)
        inside.append(_Cluster(x, y, [spot], number, radius_of(number, together=False)))
    onward = 1 if direction == "ltr" else -1
    found = sorted(_gathered(inside), key=lambda each: (each.y // _BAND, onward * each.x, each.y))
    return [
        MapMark(
            anchor=f"{name}-{place}",
            spots=tuple(each.spots),
            number=each.number,
            x=each.x,
            y=each.y,
            radius=each.radius,
        )
        for place, each in enumerate(found, 1)
    ], outside


def _gathered(clusters: list[_Cluster]) -> list[_Cluster]:
    """Each takes in what it overlaps, until none overlaps another: a larger sign may reach a neighbour anew."""
    before = -1
    while before != len(clusters):
        before = len(clusters)
        kept: list[_Cluster] = []
        for each in sorted(clusters, key=lambda cluster: (cluster.x, cluster.y)):
            near = itertools.takewhile(lambda other: each.x - other.x < _FARTHEST, reversed(kept))  # noqa: B023
            host = next((other for other in near if other.overlaps(each)), None)
            if host is None:
                kept.append(each)
                continue
            host.take(each)
        clusters = kept
    return clusters
