"""An offer's row as the coverage matrix reads it.

What belongs to the offers is read as keys, a statement a table: thousands of offers as rows of models take seconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import (
    Area,
    Funding,
    Groups,
    Mode,
    Offer,
    OfferLanguage,
    OfferSite,
    OfferStatus,
    PlaceKind,
)
from ratslinde.integration.landscape.queries.surroundings import Surroundings
from ratslinde.integration.landscape.rules import coverage_offers as rules
from ratslinde.integration.landscape.rules.coverage_offers import CoverageOffer, Online
from ratslinde.integration.landscape.rules.succession import FormerSpace
from ratslinde.verbs.rows import Publication

_ONLINE = {Mode.ONLINE: Online.ONLY, Mode.HYBRID: Online.ALSO}
_AREAS = {"": rules.Area.UNKNOWN, Area.TOWN: rules.Area.TOWN, Area.SPACES: rules.Area.SPACES}


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where an offer is to be found: the key of the place's space or None, and of those that it is for from there."""

    place_space: int | None
    spaces: Sequence[int]


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What belongs to the offers of a town, by the key of the offer. `sites`: those that are not on the Internet."""

    fields: Mapping[int, Sequence[int]]
    groups: Mapping[int, Sequence[int]]
    languages: Mapping[int, Sequence[tuple[str, bool]]]
    sites: Mapping[int, Sequence[Site]]


def parts_of(body: Body) -> Parts:
    """Everything that belongs to the offers in use."""
    mine = {"offer__body": body, "offer__archived_at": None}
    languages: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    rows = OfferLanguage.objects.filter(**mine).order_by("pk")
    for offer, code, interpreted in rows.values_list("offer", "code", "interpreted"):
        languages[offer].append((code, interpreted))
    return Parts(
        fields=_pairs(Offer.fields.through._default_manager.filter(**mine), "offer", "term"),
        groups=_pairs(Offer.groups.through._default_manager.filter(**mine), "offer", "term"),
        languages=languages,
        sites=_sites(body),
    )


def _sites(body: Body) -> Mapping[int, Sequence[Site]]:
    links = OfferSite.spaces.through._default_manager.filter(
        offersite__offer__body=body, offersite__offer__archived_at=None
    )
    spaces = _pairs(links, "offersite", "socialspace")
    found: defaultdict[int, list[Site]] = defaultdict(list)
    rows = OfferSite.objects.filter(offer__body=body, offer__archived_at=None).order_by("pk")
    for key, offer, kind, space in rows.values_list("pk", "offer", "place__kind", "place__space"):
        if kind != PlaceKind.VIRTUAL:
            found[offer].append(Site(place_space=space, spaces=spaces.get(key, ())))
    return found


def _pairs(rows: QuerySet[Any], one: str, other: str) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, value in rows.order_by("pk").values_list(one, other):
        found[key].append(value)
    return dict(found)


def offer_value(offer: Offer, parts: Parts, around: Surroundings) -> CoverageOffer:
    """What is known of the offer; a site on the Internet says nothing about a space."""
    languages, sites = parts.languages.get(offer.pk, ()), parts.sites.get(offer.pk, ())
    running = offer.publication == Publication.PUBLISHED and offer.status == OfferStatus.ACTIVE
    listed = around.groups(parts.groups.get(offer.pk, ())) if offer.groups_known == Groups.LISTED else None
    spaces, former = [_spaces(site, around) for site in sites], [_former(site, around) for site in sites]
    return CoverageOffer(
        key=offer.public_id,
        actor=offer.actor.public_id,
        public=running,
        valid_from=offer.valid_from,
        valid_until=offer.valid_until,
        fields=frozenset(around.fields(parts.fields.get(offer.pk, ()))),
        fields_known=offer.fields_known,
        everyone=offer.groups_known == Groups.EVERYONE,
        groups=frozenset(listed) if listed else None,
        languages_known=offer.languages_known,
        spoken=frozenset(code for code, interpreted in languages if not interpreted),
        interpreted=frozenset(code for code, interpreted in languages if interpreted),
        spaces=frozenset[str]().union(*spaces),
        spaces_known=bool(sites) and all(any(each) for each in zip(spaces, former, strict=True)),
        former=tuple(dict.fromkeys(each for some in former for each in some)),
        area=_AREAS[offer.area],
        online=_ONLINE.get(Mode(offer.mode), Online.NO) if offer.mode else Online.NO,
        confirmed_on=offer.confirmed_on,
        volunteers_only=offer.volunteers_only,
        funding_until=None if offer.funding == Funding.PERMANENT else offer.funding_until,
        available=offer.available,
        waiting=offer.waiting,
    )


def _spaces(site: Site, around: Surroundings) -> set[str]:
    """The spaces that a site is in or that it is for."""
    found = {key for space in site.spaces for key in around.reached(space)}
    for space in _former(site, around):
        found |= space.certain
    return found | (around.inside(site.place_space) if site.place_space is not None else set())


def _former(site: Site, around: Surroundings) -> list[FormerSpace]:
    """The spaces that have ended among those that a site is in or that it is for."""
    return [around.former[each] for each in (*site.spaces, site.place_space) if each in around.former]
