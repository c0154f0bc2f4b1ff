"""Places that are named in the entry of an actor or an offer: found in the list, or added to it by the same verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.actions.places import add_place
from ratslinde.integration.landscape.models import Place
from ratslinde.integration.landscape.rules.addresses import Address, same_place
from ratslinde.integration.landscape.values import GivenPlace, GivenSite, PlacedSite
from ratslinde.verbs import Actor as Account


def with_places(account: Account, body: Body, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with a row for every GivenPlace in them: under `place`, and in `sites`, which become PlacedSites.

    Raises Forbidden when a place has to be added and the account may not.
    """
    found = dict(values)
    if isinstance(found.get("place"), GivenPlace):
        found["place"] = _row(account, body, found["place"])
    if "sites" in found:
        found["sites"] = [_placed(account, body, site) for site in found["sites"]]
    return found


def standing_place(body: Body, given: GivenPlace) -> Place | None:
    """The place of the list that is meant: the one with the same address, if several the one with the same name."""
    asked = _address(given.name, given.street_address, given.postal_code, given.locality)
    rows = Place.objects.filter(body=body, archived_at=None).order_by("pk")
    same = [
        row
        for row in rows
        if same_place(asked, _address(row.name, row.street_address, row.postal_code, row.locality))
    ]
    return next((row for row in same if row.name == given.name), same[0] if same else None)


def _placed(account: Account, body: Body, site: GivenSite) -> PlacedSite:
    place = _row(account, body, site.place) if isinstance(site.place, GivenPlace) else site.place
    return PlacedSite(
        place=place,
        spaces=site.spaces,
        note=site.note,
        schedules=site.schedules,
        standard_id=site.standard_id,
    )


def _row(account: Account, body: Body, given: GivenPlace) -> Place:
    Body.objects.select_for_update(no_key=True).get(
        pk=body.pk
    )  # else two who name it at once would double it
    return standing_place(body, given) or add_place(account, body, **asdict(given))


def _address(name: str, street: str, postal_code: str, locality: str) -> Address:
    return Address(name=name, street=street, postal_code=postal_code, locality=locality)
