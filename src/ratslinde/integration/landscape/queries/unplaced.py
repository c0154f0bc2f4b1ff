"""Places that stand on no map because nobody has said where they lie, house by house."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Place, PlaceKind
from ratslinde.integration.landscape.rules.addresses import Address, same_address, street_key
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


@dataclass(frozen=True, kw_only=True)
class House:
    """Places of one address that all lack coordinates; `uses`: how many actors and offers are there."""

    places: Sequence[Place]
    uses: int


def number_unplaced(account: Account, body: Body) -> int:
    """How many places lack coordinates. What is on the internet only lies nowhere and is not counted."""
    require(account, "landscape.read")
    return _unplaced(body).count()


def unplaced(account: Account, body: Body) -> list[House]:
    """The places that lack coordinates, by address; those that bring most onto the map come first."""
    require(account, "landscape.read")
    number = Count("sites__offer", distinct=True) + Count("actors", distinct=True)
    uses = dict(_unplaced(body).annotate(number=number).values_list("pk", "number"))
    houses = [
        House(places=places, uses=sum(uses[place.pk] for place in places))
        for places in _by_address(_unplaced(body).order_by("name", "pk"))
    ]
    return sorted(houses, key=lambda house: -house.uses)


def at_same_address(account: Account, place: Place) -> tuple[list[Place], Place | None]:
    """The other places of the address that lack coordinates, and one that has some, if there is any."""
    require(account, "landscape.read")
    rows = Place.objects.filter(body=place.body, archived_at=None).exclude(kind=PlaceKind.VIRTUAL)
    rows = rows.exclude(pk=place.pk).order_by("name", "pk")
    same = [row for row in rows if same_address(_address(row), _address(place))]
    lacking = [row for row in same if row.latitude is None]
    return lacking, next((row for row in same if row.latitude is not None), None)


def known_points(account: Account, body: Body, *, without: Place) -> QuerySet[Place]:
    """The other places with coordinates: what helps to find the way on the map."""
    require(account, "landscape.read")
    rows = Place.objects.filter(body=body, archived_at=None, latitude__isnull=False, longitude__isnull=False)
    return rows.exclude(pk=without.pk).order_by("name", "pk")


def _unplaced(body: Body) -> QuerySet[Place]:
    rows = Place.objects.filter(body=body, archived_at=None, latitude=None)
    return rows.exclude(kind=PlaceKind.VIRTUAL)


def _by_address(rows: Iterable[Place]) -> list[list[Place]]:
    """Houses in the order of their first place. Streets are compared first: comparing all with all takes seconds."""
    streets: dict[str, list[list[Place]]] = {}
    houses: list[list[Place]] = []
    for row in rows:
        street = streets.setdefault(street_key(row.street_address), [])
        house = next((each for each in street if same_address(_address(each[0]), _address(row))), None)
        if house is None:
            house = []
            street.append(house)
            houses.append(house)
        house.append(row)
    return houses


def _address(row: Place) -> Address:
    return Address(
        name=row.name, street=row.street_address, postal_code=row.postal_code, locality=row.locality
    )
