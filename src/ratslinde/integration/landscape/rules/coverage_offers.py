"""An offer as the coverage matrix sees it: what is known of it, dimension by dimension."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from ratslinde.integration.landscape.rules.succession import FormerSpace

ALL = ""
"""In the place of a value: the dimension is collapsed, every offer fits."""


class Area(StrEnum):
    """For which part of the town an offer is."""

    UNKNOWN = ""
    TOWN = "town"
    SPACES = "spaces"


class Online(StrEnum):
    """Whether an offer can be had from anywhere."""

    NO = ""
    ALSO = "also"
    ONLY = "only"


@dataclass(frozen=True, kw_only=True)
class CoverageOffer:
    """An offer. Keys are any texts but ''; None and empty sets are "nobody has said" unless `…_known` says otherwise.

    `fields` holds those above the named ones too, `groups` those below; `fields_known` is False while there may be more
    fields than those. `spaces`: where its sites are or which they are
    for; `spaces_known` is False while a site's space is missing or there is no site. `former`: ended spaces that it is
    still for; what is certain of them stands in `spaces` too.
    """

    key: str
    actor: str
    public: bool = True
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    fields: frozenset[str] = frozenset()
    fields_known: bool = True
    everyone: bool = False
    groups: frozenset[str] | None = None
    languages_known: bool = False
    spoken: frozenset[str] = frozenset()
    interpreted: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset()
    spaces_known: bool = False
    former: tuple[FormerSpace, ...] = ()
    area: Area = Area.UNKNOWN
    online: Online = Online.NO
    confirmed_on: datetime.date | None = None
    volunteers_only: bool | None = None
    funding_until: datetime.date | None = None
    available: int | None = None
    waiting: int | None = None

    def on(self, day: datetime.date) -> bool:
        """Whether it is public and there is one on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return self.public and begun and (self.valid_until is None or self.valid_until >= day)

    def as_if_public(self) -> CoverageOffer:
        """The same offer once it is published."""
        return replace(self, public=True)


def way(offer: CoverageOffer, space: str) -> str:
    """How the offer gets into the space, or for `ALL` to people at all.

    S at a site, A area-wide, O online, U nobody knows, N not at all.
    """
    here = bool(offer.spaces) if space == ALL else space in offer.spaces
    if offer.online == Online.ONLY:
        return "O" if here or offer.area != Area.SPACES or space == ALL else _elsewhere(offer, space)
    if space == ALL and offer.area == Area.TOWN:
        return "A"
    if here or (space == ALL and offer.area == Area.SPACES):
        return "S"
    if offer.area == Area.TOWN:
        return "A"
    if offer.area == Area.SPACES:
        return _elsewhere(offer, space)
    return "O" if offer.online == Online.ALSO else "U"


def open_former(offer: CoverageOffer, space: str) -> list[FormerSpace]:
    """The ended spaces because of which nobody knows whether the offer is for this one."""
    return [each for each in offer.former if space in each.possible or not each.followers]


def _elsewhere(offer: CoverageOffer, space: str) -> str:
    return "U" if open_former(offer, space) or not offer.spaces_known else "N"
