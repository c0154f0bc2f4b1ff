"""Social spaces and places: adding, changing, publishing, taking back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.checks import refuse_backwards, withdrawal_of
from ratslinde.integration.landscape.actions.locating import (
    BOUNDING,
    check_point,
    drawn_spaces,
    locate_places,
    space_at,
)
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Place, SocialSpace
from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out, require_reason

__all__ = ["rights"]


@action("space.edit")
def add_space(
    _account: Account, /, body: Body, *, name: str, geometry: Any = None, **more: Any
) -> SocialSpace:
    """A new social space; `geometry` is GeoJSON (Polygon or MultiPolygon, WGS84 or EPSG:25832)."""
    code = more.pop("code", "") or slug(name)[:30]
    predecessors = more.pop("predecessors", ())
    if not name.strip() or not code:
        raise Refused("Bitte einen Namen angeben.", field="name")
    if SocialSpace.objects.filter(body=body, code=code).exists():
        raise Refused("Einen Sozialraum mit diesem oder fast demselben Namen gibt es schon.", field="name")
    refuse_backwards(more.get("valid_from"), more.get("valid_until"), field="valid_until")
    space = SocialSpace.objects.create(
        body=body, code=code, name=name.strip(), geometry=_boundary(geometry), **more
    )
    space.predecessors.set(predecessors)
    locate_places(body)
    return space


@action("space.edit")
def edit_space(
    account: Account,
    space: SocialSpace,
    *,
    changes: Mapping[str, Any],
    revision: int,
    batch: uuid.UUID | None = None,
) -> SocialSpace:
    """Change a social space. A boundary that really changes is better a new space with this one as predecessor.

    `batch`: what one act changes over many rows, taken back together.
    """
    changes = dict(changes)
    if "geometry" in changes:
        changes["geometry"] = _boundary(changes["geometry"])
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    start, end = changes.get("valid_from", space.valid_from), changes.get("valid_until", space.valid_until)
    refuse_backwards(start, end, field="valid_until")
    saved = restate(account, space, changes, revision=revision, batch=batch)
    if BOUNDING & changes.keys():
        locate_places(space.body)
    return saved


@action("space.publish")
def publish_space(_account: Account, space: SocialSpace, *, seen: str | None = None) -> list[str]:
    """Make the space and its boundary public, or bring it up to date."""
    return carry_out(space_release(space), seen=seen)


def space_release(space: SocialSpace) -> Release:
    """What publishing the space makes public."""
    return Release(values=(public.space_value(space),), rows=(space,))


@action("space.withdraw")
def withdraw_space(
    _account: Account, space: SocialSpace, *, reason: str, seen: str | None = None
) -> list[str]:
    """Take the space back from the public; offers and places stay, without it."""
    require_reason(reason)
    return carry_out(space_withdrawal(space), seen=seen)


def space_withdrawal(space: SocialSpace) -> Release:
    """What is taken back with the space."""
    return Release(withdrawals=(withdrawal_of(space),), gone=(space,))


@action("place.edit")
def add_place(_account: Account, /, body: Body, *, name: str, **more: Any) -> Place:
    """A new place; its social space is found from the coordinates."""
    if not name.strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    check_point(more.get("latitude"), more.get("longitude"))
    place = Place(body=body, name=name.strip(), **more)
    if not place.space_by_hand:
        place.space = space_at(drawn_spaces(body), latitude=place.latitude, longitude=place.longitude)
    place.save()
    return place


@action("place.edit")
def edit_place(
    account: Account,
    place: Place,
    *,
    changes: Mapping[str, Any],
    revision: int,
    small: bool = False,
    batch: uuid.UUID | None = None,
) -> Place:
    """Change a place; unless it was set by hand, its social space follows the coordinates. `batch`: as `edit_space`."""
    if "name" in changes and not str(changes["name"]).strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    check_point(changes.get("latitude", place.latitude), changes.get("longitude", place.longitude))
    saved = restate(account, place, changes, revision=revision, small=small, batch=batch)
    locate_places(place.body)
    saved.refresh_from_db()
    return saved


def _boundary(geometry: Any) -> Any:
    return None if geometry in (None, "") else geography.boundary(geometry)
