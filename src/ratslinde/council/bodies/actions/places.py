"""Places where bodies meet: changing, publishing, taking back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.actions.checks import withdrawal_of
from ratslinde.council.bodies.models import Body, Location
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Release, Seen, carry_out, current, require_reason
from ratslinde.verbs.rows import change

__all__ = ["rights"]


@action("body.edit")
def add_location(_actor: Actor, /, body: Body, **values: Any) -> Location:
    """A new place to meet."""
    if not str(values.get("description", "")).strip():
        raise Refused("Bitte eine Bezeichnung angeben.", field="description")
    return Location.objects.create(body=body, **values)


@action("body.edit")
def edit_location(
    _actor: Actor, location: Location, *, changes: Mapping[str, Any], revision: int
) -> Location:
    """Change a place."""
    return change(location, changes, revision=revision)


@action("body.publish")
def publish_location(_actor: Actor, location: Location, *, seen: Seen = None) -> list[str]:
    """Make the place public, or bring it up to date; meetings that name it follow."""
    return carry_out(location_release(current(location)), seen=seen)


def location_release(location: Location) -> Release:
    """What publishing the place makes public."""
    return Release(values=(public.location_value(location),), rows=(location,))


@action("body.withdraw")
def withdraw_location(_actor: Actor, location: Location, *, reason: str, seen: Seen = None) -> list[str]:
    """Take the place back from the public; meetings that name it lose it, and do not bring it back."""
    require_reason(reason)
    return carry_out(location_withdrawal(current(location)), seen=seen)


def location_withdrawal(location: Location) -> Release:
    """What is taken back with the place: itself."""
    return Release(withdrawals=(withdrawal_of(location),), gone=(location,))
