"""Setting where a place lies, at once for all the places of one address."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.locating import (
    check_point,
    drawn_spaces,
    locate_places,
    space_at,
)
from ratslinde.integration.landscape.actions.places import edit_place
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Place
from ratslinde.integration.landscape.rules.geography import DECIMALS
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
SWAPPED = "Breite und Länge sind wohl vertauscht: Andersherum liegt der Punkt in Ihrer Kommune."


@action("place.edit")
def set_position(
    account: Account,
    place: Place,
    *,
    latitude: float,
    longitude: float,
    revision: int,
    others: Sequence[tuple[Place, int]] = (),
) -> uuid.UUID:
    """Give the place these degrees of WGS84, and the `others` as well, each with the revision in which it was seen.

    Social spaces follow from the point. Returns the batch by which all of it is taken back at once. Raises Refused for
    a point that cannot be, and Conflict when one of the places was changed since: then none gets the point.
    """
    point = {"latitude": round(latitude, DECIMALS), "longitude": round(longitude, DECIMALS)}
    check_point(latitude, longitude)
    _refuse_swapped(place.body, latitude=latitude, longitude=longitude)
    batch = uuid.uuid4()
    for other, seen in others:
        edit_place(account, other, changes=point, revision=seen, batch=batch)
    restate(account, place, point, revision=revision, batch=batch)
    locate_places(place.body)
    place.refresh_from_db()
    return batch


def _refuse_swapped(body: Body, *, latitude: float, longitude: float) -> None:
    spaces = drawn_spaces(body)
    if space_at(spaces, latitude=latitude, longitude=longitude) is not None:
        return
    if space_at(spaces, latitude=longitude, longitude=latitude) is not None:
        raise Refused(SWAPPED, field="latitude")
