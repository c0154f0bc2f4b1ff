"""In which social space a place lies: what its coordinates say, and the boundaries of today."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from shapely.geometry.base import BaseGeometry

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import NotIntended, Place, SocialSpace
from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused
from ratslinde.verbs.rows import Publication

POINT = frozenset({"latitude", "longitude"})
BOUNDING = frozenset({"geometry", "parent", "valid_until", "archived_at"})
"""What of social spaces decides in which of them a point lies; see `space_at`."""


def locate_places(body: Body) -> int:
    """Find each place's social space again, except those set by hand; returns how many moved."""
    moved, spaces = 0, [(space, geography.drawn(space.geometry or {})) for space in drawn_spaces(body)]
    for place in Place.objects.filter(body=body, space_by_hand=False).select_related("space"):
        space = _innermost(spaces, latitude=place.latitude, longitude=place.longitude)
        if space != place.space:
            Place.objects.filter(pk=place.pk).update(space=space, changed_at=timezone.now())
            moved += 1
    return moved


def in_use(space: SocialSpace) -> bool:
    """Whether somebody has said something with the space; places that only lie in it are found anew."""
    said = (
        space.children, space.successors, space.sites, space.activities, space.places.filter(space_by_hand=True)
    )  # fmt: skip
    published = space.publication == Publication.PUBLISHED
    return (
        published or NotIntended.objects.filter(space=space).exists() or any(rows.exists() for rows in said)
    )


def drawn_spaces(body: Body) -> list[SocialSpace]:
    """Today's spaces with a boundary."""
    rows = SocialSpace.objects.filter(body=body, geometry__isnull=False, archived_at=None, valid_until=None)
    return list(rows)


def space_at(
    spaces: Sequence[SocialSpace], *, latitude: float | None, longitude: float | None
) -> SocialSpace | None:
    """The innermost of the spaces that the point lies in; None for no point, or one beyond all of them."""
    drawn = [(space, geography.drawn(space.geometry or {})) for space in spaces]
    return _innermost(drawn, latitude=latitude, longitude=longitude)


def _innermost(
    drawn: Sequence[tuple[SocialSpace, BaseGeometry]], *, latitude: float | None, longitude: float | None
) -> SocialSpace | None:
    if latitude is None or longitude is None:
        return None
    inside = [
        space for space, area in drawn if geography.covers(area, longitude=longitude, latitude=latitude)
    ]
    children = [space for space in inside if not any(other.parent_id == space.pk for other in inside)]
    return children[0] if children else None


def check_point(latitude: float | None, longitude: float | None) -> None:
    """Raise Refused for half a point, and for one that is not on the globe."""
    if (latitude is None) != (longitude is None):
        raise Refused("Bitte Breite und Länge angeben, oder keines von beiden.", field="latitude")
    if latitude is None or longitude is None:
        return
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Refused("Diese Koordinaten gibt es nicht.", field="latitude")
