"""What stands in the town's landscape, as it is compared with what a file states."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import NotTheSame, WordMapping
from ratslinde.integration.importing.naming import Called, called
from ratslinde.integration.importing.rules.collecting.entries import word_key
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.likeness.profiles import Profile
from ratslinde.integration.importing.rules.likeness.slots import ANYWHERE, Slot, slots_of, venue_of
from ratslinde.integration.importing.rules.likeness.spellings import spelled_words
from ratslinde.integration.importing.rules.places.whole_addresses import whole_address
from ratslinde.integration.importing.rules.stated import Words
from ratslinde.integration.landscape.models import (
    Actor,
    FormerId,
    LandscapeRow,
    Offer,
    Place,
    SocialSpace,
    Taxonomy,
    Term,
)
from ratslinde.integration.landscape.queries.surroundings import spaces_on
from ratslinde.integration.landscape.rules.succession import followers
from ratslinde.kernel import clock

MODELS: dict[str, type[LandscapeRow]] = {
    "taxonomy": Taxonomy, "term": Term, "space": SocialSpace, "place": Place, "actor": Actor, "offer": Offer,
}  # fmt: skip
"""In the order in which they are carried out: each refers only to those before it, and to its own kind."""
_WHAT_IT_IS = re.compile(r"(?i)^\w*(stadt|gemeinde|markt|flecken|kommune)\s+")


def rows_of(kind: str, body: Body) -> QuerySet[Any]:
    """The rows of the kind with what comparing looks at, also those that were put away."""
    model: Any = MODELS[kind]
    rows: QuerySet[Any] = model._default_manager.filter(body=body).order_by("pk")
    if kind == "actor":
        return rows.select_related("kind", "parent", "place").prefetch_related("activities__field")
    if kind == "offer":
        return rows.select_related("actor", "form", "contact").prefetch_related(
            "fields", "groups", "barriers", "languages", "sites__place", "sites__spaces", "sites__schedules"
        )
    if kind in ("place", "term"):
        return rows.select_related("space" if kind == "place" else "taxonomy")
    return rows


class Standing:
    """The rows of a town: by id, and as profiles."""

    def __init__(self, body: Body) -> None:
        self.rows = {kind: list(rows_of(kind, body)) for kind in MODELS}
        self.by_public_id: dict[str, LandscapeRow] = {
            row.public_id: row for rows in self.rows.values() for row in rows
        }
        self.by_id: dict[tuple[str, str], LandscapeRow] = {
            (kind, key): row for kind, rows in self.rows.items() for row in rows for key in _ids(row)
        }
        self._add_former(body)
        self.apart = frozenset(NotTheSame.objects.filter(body=body).values_list("first", "second"))
        self.called = called(body)
        self.town = town_words(body)

    def _add_former(self, body: Body) -> None:
        """What was merged into another row leads there."""
        of_town = Q(actor__body=body) | Q(offer__body=body) | Q(place__body=body)
        for each in FormerId.objects.filter(of_town):
            kind = "actor" if each.actor_id else "offer" if each.offer_id else "place"
            key = each.actor_id or each.offer_id or each.place_id
            row = next(row for row in self.rows[kind] if row.pk == key)
            self.by_id[kind, str(each.standard_id)] = self.by_id[kind, each.public_id] = row

    def profiles(self, kind: str) -> list[Profile]:
        """The rows that are in use, for finding duplicates."""
        return [profile_of(kind, row, self.called) for row in self.rows[kind] if row.archived_at is None]


def profile_of(kind: str, row: Any, called: Called) -> Profile:
    """What is compared of a row."""
    place = _with_street(row) if kind == "place" else getattr(row, "place", None)
    if kind == "offer":
        place = next((site.place for site in row.sites.all() if site.place), None)
    return Profile(
        key=row.public_id,
        name=row.name,
        ids=frozenset(_ids(row)),
        website=getattr(row, "website", ""),
        email=getattr(row, "email", ""),
        phone=getattr(row, "phone", ""),
        owner=row.actor.public_id if kind == "offer" else "",
        point=point_of(place.latitude, place.longitude) if place else None,
        address=place.street_address if place and kind != "offer" else "",
        postal_code=place.postal_code if place else "",
        locality=place.locality if place else "",
        short_name=getattr(row, "short_name", ""),
        slots=frozenset(_slots(row)) if kind == "offer" else frozenset(),
        called=called.get(row.public_id, frozenset()),
    )


def _with_street(place: Place) -> Any:
    """The place; one that is called like its address, and has no other, with that."""
    whole = None if place.street_address else whole_address(place.name, ())
    if whole is None:
        return place
    return Place(
        street_address=whole.street, postal_code=place.postal_code or whole.postal_code,
        locality=place.locality or whole.locality, latitude=place.latitude, longitude=place.longitude,
    )  # fmt: skip


def _slots(offer: Offer) -> Iterator[Slot]:
    for site in offer.sites.all():
        place = site.place
        venue = venue_of(street=place.street_address, key=place.public_id) if place else ANYWHERE
        for times in site.schedules.all():
            yield from slots_of(
                venue, days=times.days, start=times.start, opens=times.opens_at, closes=times.closes_at
            )


def point_of(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    """The point, when both are known."""
    return None if latitude is None or longitude is None else (latitude, longitude)


def words_of(body: Body) -> Words:
    """The town's own words, by what a list may write for them."""
    terms: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for term in Term.objects.filter(body=body, active=True).select_related("taxonomy"):
        among = terms.setdefault(term.taxonomy.key, {})
        among.setdefault(word_key(term.name), term.public_id)
        among[key_of(term.code)] = among[key_of(term.name)] = term.public_id
        names[term.public_id] = term.name
    spaces: dict[str, str] = {}
    for space in SocialSpace.objects.filter(body=body, archived_at=None, valid_until=None):
        spaces[key_of(space.code)] = spaces[key_of(space.name)] = space.public_id
        names[space.public_id] = space.name
    mapped: dict[str, dict[str, str]] = {}
    for vocabulary, word, meaning in WordMapping.objects.filter(body=body).values_list(
        "among", "word", "meaning"
    ):
        mapped.setdefault(vocabulary, {})[word] = meaning
    return Words(
        terms=terms, spaces=spaces, names=names, mapped=mapped, towns=_towns(body), ended=_ended(body),
        places=_names(Place, body), actors=_names(Actor, body), codes=_codes(body),
    )  # fmt: skip


def town_words(body: Body) -> frozenset[str]:
    """The words of the town's own name, as names are compared."""
    own = (body.name, body.short_name)
    return frozenset(word for name in own for word in spelled_words(_WHAT_IT_IS.sub("", name)))


def _ended(body: Body) -> dict[str, str]:
    """The names of social spaces that are no more, to the one that followed; '' where none or several did."""
    known = spaces_on(body, clock.today())
    today = {row.pk: row.public_id for row in known.today}
    found = {}
    for row in known.ended:
        follow = followers(row.pk, today=today, successors=known.successors)
        found[key_of(row.name)] = today[follow[0]] if len(follow) == 1 else ""
    return found


def _towns(body: Body) -> frozenset[str]:
    """The town's name, also without the word for what it is, and the towns of its places."""
    own = [body.name, body.short_name, _WHAT_IT_IS.sub("", body.name)]
    places = Place.objects.filter(body=body).exclude(locality="").values_list("locality", flat=True)
    return frozenset(key for key in map(key_of, [*own, *places.distinct()]) if key)


def _codes(body: Body) -> dict[str, frozenset[str]]:
    """The towns of the known places, by postal code."""
    rows = Place.objects.filter(body=body).exclude(locality="").exclude(postal_code="").order_by()
    found: dict[str, set[str]] = {}
    for code, town in rows.values_list("postal_code", "locality").distinct():
        found.setdefault(code, set()).add(town)
    return {code: frozenset(towns) for code, towns in found.items()}


def _names(model: type[Actor | Place], body: Body) -> frozenset[str]:
    """The names of those that are not put away."""
    names = model._default_manager.filter(body=body, archived_at=None).values_list("name", flat=True)
    return frozenset(map(key_of, names))


def is_uuid(text: str) -> bool:
    """Whether the text is a UUID."""
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _ids(row: LandscapeRow) -> Iterable[str]:
    return (str(row.standard_id), row.public_id)
