"""An offer's row as the coverage matrix reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ratslinde.integration.landscape.models import (
    Area,
    Funding,
    Groups,
    Mode,
    Offer,
    OfferSite,
    OfferStatus,
    PlaceKind,
    SocialSpace,
    Term,
)
from ratslinde.integration.landscape.rules import coverage_offers as rules
from ratslinde.integration.landscape.rules.coverage_offers import CoverageOffer, Online
from ratslinde.verbs.rows import Publication

_ONLINE = {Mode.ONLINE: Online.ONLY, Mode.HYBRID: Online.ALSO}


class Surroundings:
    """What lies in what: terms and spaces with those above and below them."""

    def __init__(self, terms: Iterable[Term], spaces: Sequence[SocialSpace]) -> None:
        self._terms = {term.pk: (term.public_id, term.parent_id) for term in terms}
        self._spaces = {space.pk: (space.public_id, space.parent_id) for space in spaces}
        self._rows = spaces

    def leaves(self) -> list[SocialSpace]:
        """The spaces that hold no others: the columns of the matrix."""
        parents = {parent for _, parent in self._spaces.values()}
        return [space for space in self._rows if space.pk not in parents]

    def fields(self, terms: Iterable[Term]) -> set[str]:
        """Each field and those above it: what belongs to a part belongs to the whole."""
        return {key for term in terms for key in _above(self._terms, term.pk)}

    def groups(self, terms: Iterable[Term]) -> set[str]:
        """Each group and those below it: what is for all of them is for some of them."""
        return {key for term in terms for key in _below(self._terms, term.pk)}

    def around(self, site: OfferSite) -> set[str]:
        """The spaces that a site is in or that it is for."""
        found = {key for space in site.spaces.all() for key in _below(self._spaces, space.pk)}
        for space in site.spaces.all():
            found.update(_above(self._spaces, space.pk))
        if site.place is not None and site.place.space_id is not None:
            found.update(_above(self._spaces, site.place.space_id))
        return found


def offer_value(offer: Offer, around: Surroundings) -> CoverageOffer:
    """What is known of the offer; a site on the Internet says nothing about a space."""
    rows = list(offer.languages.all())
    houses = [
        site for site in offer.sites.all() if site.place is None or site.place.kind != PlaceKind.VIRTUAL
    ]
    spaces = [around.around(site) for site in houses]
    running = offer.publication == Publication.PUBLISHED and offer.status == OfferStatus.ACTIVE
    listed = around.groups(offer.groups.all()) if offer.groups_known == Groups.LISTED else None
    return CoverageOffer(
        key=offer.public_id,
        actor=offer.actor.public_id,
        public=running,
        valid_from=offer.valid_from,
        valid_until=offer.valid_until,
        fields=frozenset(around.fields(offer.fields.all())),
        everyone=offer.groups_known == Groups.EVERYONE,
        groups=frozenset(listed) if listed else None,
        languages_known=offer.languages_known,
        spoken=frozenset(row.code for row in rows if not row.interpreted),
        interpreted=frozenset(row.code for row in rows if row.interpreted),
        spaces=frozenset[str]().union(*spaces),
        spaces_known=bool(spaces) and all(spaces),
        area=_AREAS[offer.area],
        online=_ONLINE.get(Mode(offer.mode), Online.NO) if offer.mode else Online.NO,
        confirmed_on=offer.confirmed_on,
        volunteers_only=offer.volunteers_only,
        funding_until=None if offer.funding == Funding.PERMANENT else offer.funding_until,
        available=offer.available,
        waiting=offer.waiting,
    )


_AREAS = {"": rules.Area.UNKNOWN, Area.TOWN: rules.Area.TOWN, Area.SPACES: rules.Area.SPACES}


def _above(rows: dict[int, tuple[str, int | None]], key: int | None) -> list[str]:
    found: list[str] = []
    while key is not None and key in rows and rows[key][0] not in found:
        name, key = rows[key]
        found.append(name)
    return found


def _below(rows: dict[int, tuple[str, int | None]], key: int) -> list[str]:
    found, waiting = [], [key] if key in rows else []
    while waiting:
        here = waiting.pop()
        found.append(rows[here][0])
        waiting.extend(each for each, (name, parent) in rows.items() if parent == here and name not in found)
    return found
