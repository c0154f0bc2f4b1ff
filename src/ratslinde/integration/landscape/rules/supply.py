"""The offers of a day, arranged by the values of each dimension of the coverage matrix.

Every set of offers is one integer with a bit for each offer, so that a cell of the matrix is a few `&`. `maybe` holds
the offers that fit or of which nobody knows whether they do: what is unknown is neither a yes nor a no.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ratslinde.integration.landscape.rules.coverage_offers import CoverageOffer, way


@dataclass(frozen=True, slots=True)
class Fitting:
    """The offers that fit one value of a dimension for certain, and those that fit or may fit."""

    yes: int
    maybe: int


@dataclass(frozen=True, slots=True)
class SpaceFitting(Fitting):
    """The same by how an offer gets into the space; `unsaid` only where the spaces are collapsed."""

    site: int
    area: int
    online: int
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class LanguageFitting(Fitting):
    """The same with the offers in which the language is not spoken but interpreted."""

    interpreted: int = 0


class Supply:
    """The offers of a day, arranged by the values of each dimension."""

    def __init__(self, offers: Iterable[CoverageOffer], *, day: datetime.date) -> None:
        self.offers: Sequence[CoverageOffer] = [offer for offer in offers if offer.on(day)]
        self.everything = (1 << len(self.offers)) - 1
        self.dated = self.those(lambda offer: offer.confirmed_on is not None)
        self._fields: dict[str, Fitting] = {}
        self._groups: dict[str, Fitting] = {}
        self._spaces: dict[str, SpaceFitting] = {}
        self._languages: dict[str, LanguageFitting] = {}
        self._of_actor = self._actors()

    def those(self, fits: Callable[[CoverageOffer], bool]) -> int:
        """The set of offers for which that is so."""
        return _bits(map(fits, self.offers))

    def listed(self, chosen: int) -> list[CoverageOffer]:
        """The offers of a set."""
        return [offer for number, offer in enumerate(self.offers) if chosen >> number & 1]

    def one_provider(self, chosen: int) -> bool:
        """Whether all offers of a set that is not empty are of one actor."""
        first = (chosen & -chosen).bit_length() - 1
        return not chosen & ~self._of_actor[self.offers[first].actor]

    def field(self, key: str) -> Fitting:
        """The offers of a field of action."""
        if key not in self._fields:
            yes = self.those(lambda offer: not key or key in offer.fields)
            unsaid = self.those(lambda offer: not offer.fields or not offer.fields_known)
            self._fields[key] = Fitting(yes, yes | unsaid)
        return self._fields[key]

    def group(self, key: str) -> Fitting:
        """The offers for a group, or for everyone."""
        if key not in self._groups:
            yes = self.those(lambda offer: not key or offer.everyone or key in (offer.groups or ()))
            unsaid = self.those(lambda offer: not offer.everyone and offer.groups is None)
            self._groups[key] = Fitting(yes, yes | unsaid)
        return self._groups[key]

    def language(self, key: str) -> LanguageFitting:
        """The offers that are held in a language or interpreted into it."""
        if key not in self._languages:
            spoken = self.those(lambda offer: not key or key in offer.spoken)
            interpreted = self.those(lambda offer: key in offer.interpreted) & ~spoken
            yes = spoken | interpreted
            unsaid = self.those(lambda offer: not offer.languages_known)
            self._languages[key] = LanguageFitting(yes, yes | unsaid, interpreted)
        return self._languages[key]

    def space(self, key: str) -> SpaceFitting:
        """The offers that reach a social space; for `ALL`, every offer by its own reach."""
        if key not in self._spaces:
            ways = [way(offer, key) for offer in self.offers]
            site, area, online, unsaid = (_bits(each == wanted for each in ways) for wanted in "SAOU")
            yes = site | area | online | (0 if key else unsaid)
            self._spaces[key] = SpaceFitting(yes, yes | unsaid, site, area, online, 0 if key else unsaid)
        return self._spaces[key]

    def _actors(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for number, offer in enumerate(self.offers):
            found[offer.actor] = found.get(offer.actor, 0) | 1 << number
        return found


def _bits(chosen: Iterable[bool]) -> int:
    return sum(1 << number for number, is_in in enumerate(chosen) if is_in)
