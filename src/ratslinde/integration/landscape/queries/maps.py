"""What stands on the map: social spaces with a boundary, places with coordinates, and who or what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, Offer, OfferStatus, Place, SocialSpace
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require

ACTORS, OFFERS = "akteure", "angebote"


@dataclass(frozen=True, kw_only=True)
class MapEntry:
    """An actor or an offer; `what` is ACTORS or OFFERS, `detail` the provider of an offer or the kind of an actor."""

    what: str
    public_id: str
    name: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class PlaceOnMap:
    """A place with coordinates and what is there; never empty."""

    place: Place
    latitude: float
    longitude: float
    entries: Sequence[MapEntry]


@dataclass(frozen=True, kw_only=True)
class MapPicture:
    """`spaces`: today's, larger ones first. `nowhere`: what has no place with coordinates, and the reason."""

    spaces: Sequence[SocialSpace]
    places: Sequence[PlaceOnMap]
    nowhere: Sequence[tuple[MapEntry, str]]


def map_picture(account: Account, body: Body, *, what: str = "", field: str = "") -> MapPicture:
    """The map of today. `what`: only ACTORS or only OFFERS; `field`: the public id of a field of action."""
    require(account, "landscape.read")
    there: dict[int, list[MapEntry]] = defaultdict(list)
    places: dict[int, Place] = {}
    nowhere: list[tuple[MapEntry, str]] = []
    for entry, found, reason in _entries(body, what=what, field=field):
        drawn = [place for place in found if place.latitude is not None]
        if not drawn:
            nowhere.append((entry, reason))
        for place in drawn:
            places[place.pk] = place
            if entry not in there[place.pk]:
                there[place.pk].append(entry)
    listed = [
        PlaceOnMap(place=place, latitude=place.latitude, longitude=place.longitude, entries=there[key])
        for key, place in places.items()
        if place.latitude is not None and place.longitude is not None
    ]
    return MapPicture(
        spaces=_spaces(body),
        places=sorted(listed, key=lambda each: (each.place.name, each.place.pk)),
        nowhere=nowhere,
    )


def rings_of(space: SocialSpace) -> list[Sequence[Sequence[float]]]:
    """Outlines and holes of the boundary, longitude and latitude; [] where none was drawn."""
    geometry: dict[str, Any] = space.geometry or {}
    polygons = geometry.get("coordinates", [])
    parts = [polygons] if geometry.get("type") == "Polygon" else polygons
    return [ring for part in parts for ring in part]


def drawn_today(account: Account, body: Body) -> list[SocialSpace]:
    """The social spaces that the map shows, larger ones first."""
    require(account, "landscape.read")
    return _spaces(body)


def _entries(body: Body, *, what: str, field: str) -> Iterator[tuple[MapEntry, Iterable[Place], str]]:
    """(entry, its places, why it has none) of everything that is asked for."""
    if what != OFFERS:
        for actor in _actors(body, field):
            kind = actor.kind.name if actor.kind else ""
            entry = MapEntry(what=ACTORS, public_id=actor.public_id, name=actor.name, detail=kind)
            yield entry, [actor.place] if actor.place else [], _why(actor.place)
    if what != ACTORS:
        for offer in _offers(body, field):
            entry = MapEntry(what=OFFERS, public_id=offer.public_id, name=offer.name, detail=offer.actor.name)
            found = [site.place for site in offer.sites.all() if site.place]
            yield entry, found, _why(*found) if found else _without(offer)


def _actors(body: Body, field: str) -> QuerySet[Actor]:
    rows = Actor.objects.filter(body=body, archived_at=None).select_related("kind", "place__space")
    if field:
        active = Q(activities__field__public_id=field) | Q(offers__fields__public_id=field)
        rows = rows.filter(pk__in=Actor.objects.filter(active).values("pk"))
    return rows.order_by("name", "pk")


def _offers(body: Body, field: str) -> QuerySet[Offer]:
    rows = Offer.objects.filter(body=body, archived_at=None).exclude(status=OfferStatus.ENDED)
    if field:
        rows = rows.filter(fields__public_id=field)
    return rows.select_related("actor").prefetch_related("sites__place__space").order_by("name", "pk")


def _why(*places: Place | None) -> str:
    return "Der Ort hat keine Koordinaten." if any(places) else "Der Sitz ist nicht bekannt."


def _without(offer: Offer) -> str:
    if offer.mode in ("online", "outreach"):
        return (
            f"Es findet {'online' if offer.mode == 'online' else 'aufsuchend'} statt, an keinem festen Ort."
        )
    return "Der Ort ist nicht bekannt."


def _spaces(body: Body) -> list[SocialSpace]:
    """Those valid today that have a boundary; the larger first, so that it lies below what is in it."""
    today = clock.today()
    rows = SocialSpace.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=today), body=body, archived_at=None
    )
    valid = rows.filter(Q(valid_until=None) | Q(valid_until__gte=today))
    depth = {row.pk: row.parent_id for row in valid}
    return sorted(
        (row for row in valid if row.geometry), key=lambda row: (_depth(row.pk, depth), row.name, row.pk)
    )


def _depth(key: int | None, parents: dict[int, int | None]) -> int:
    steps = 0
    while key is not None and (key := parents.get(key)) is not None and steps < len(parents):
        steps += 1
    return steps
