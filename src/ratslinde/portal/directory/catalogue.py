"""The directory in memory, ready to be searched. `keeping` says when it is made anew."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.portal.directory import dates, facets
from ratslinde.portal.directory.areas import Areas
from ratslinde.portal.directory.dates import PAUSED, Occurrence
from ratslinde.portal.directory.entries import TOPIC, Entry, terms
from ratslinde.portal.directory.facets import YES, Facet
from ratslinde.portal.directory.index import Index
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.record.directory import Directory, Item

ENDED = "defunct"
_FAR = datetime.date.max
CardKey = tuple[Entry, Occurrence | None, PageLanguage, int]


@dataclass(frozen=True, kw_only=True)
class _Minute:
    """The offers in the order of the list, and those that take place today."""

    order: Sequence[int]
    today: Facet


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The offers and actors as of a publication and a day. Sets of entries are bits (see `facets`).

    `spaces`: the social spaces as of the day. `cards`: those that were drawn, by offer, next date, language and level
    of heading.
    """

    source: Directory
    day: datetime.date
    offers: Sequence[Entry]
    actors: Sequence[Entry]
    dates: Sequence[Sequence[Occurrence]]
    facets: Mapping[str, Facet]
    accessible: Mapping[str, bool | None]
    spaces: Areas
    running: int
    cards: dict[CardKey, SafeString] = field(default_factory=dict)
    _ages: dict[int, Facet] = field(default_factory=dict)
    _minutes: dict[datetime.datetime, _Minute] = field(default_factory=dict)

    @cached_property
    def offer_index(self) -> Index:
        """The words of the offers."""
        return Index([(each.postings, each.written) for each in self.offers])

    @cached_property
    def actor_index(self) -> Index:
        """The words of the actors."""
        return Index([(each.postings, each.written) for each in self.actors])

    @cached_property
    def topics(self) -> Mapping[str, Mapping[str, Any]]:
        """The fields of action in use, by code, in the town's order."""
        found = {
            term["code"]: term
            for each in (*self.offers, *self.actors)
            for term in terms(each.item.data, TOPIC)
        }
        return dict(
            sorted(found.items(), key=lambda pair: (pair[1].get("x_order", 0), fold(pair[1]["name"])))
        )

    @cached_property
    def paused(self) -> int:
        """The offers that pause."""
        found = (number for number, each in enumerate(self.offers) if each.item.data["status"] == PAUSED)
        return facets.bits_of(found)

    @property
    def order(self) -> Sequence[int]:
        """The offers by their next date that is not over yet, then by name."""
        return self._now().order

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """The social spaces by public id, in the order of their names."""
        found = sorted(self.source.of("socialSpace"), key=lambda item: fold(item.data["name"]))
        return {item.id: item.data["name"] for item in found}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each offer by its public id."""
        return {each.item.id: number for number, each in enumerate(self.offers)}

    def age(self, years: int) -> Facet:
        """The offers for somebody of that age."""
        if years not in self._ages:
            self._ages[years] = facets.age_facet(self.offers, years)
        return self._ages[years]

    def today(self) -> Facet:
        """The offers that take place today and are not over yet; unknown where nobody can say whether they do."""
        return self._now().today

    def _now(self) -> _Minute:
        """What changes within a day, made once a minute."""
        moment = clock.town_time(clock.now()).replace(second=0, microsecond=0)
        known = self._minutes.get(moment)
        if known is None:
            known = self._minute(moment)
            self._minutes.clear()
            self._minutes[moment] = known
        return known

    def _minute(self, moment: datetime.datetime) -> _Minute:
        nexts = [_next_day(dates, moment) for dates in self.dates]
        keys = list(zip(nexts, self._names, strict=True))
        fits = facets.bits_of(number for number, day in enumerate(nexts) if day == self.day)
        return _Minute(
            order=sorted(range(len(keys)), key=keys.__getitem__),
            today=Facet(fits={YES: fits}, unknown=self.untimed & ~fits),
        )

    @cached_property
    def _names(self) -> Sequence[str]:
        return [fold(each.item.data["name"]) for each in self.offers]

    @cached_property
    def untimed(self) -> int:
        """The offers of which nobody can say whether they take place on this day."""
        return facets.bits_of(
            number for number, each in enumerate(self.offers) if dates.is_open(each.item.data, self.day)
        )

    def has_times(self, number: int) -> bool:
        """Whether anybody said when the offer takes place."""
        data = self.offers[number].item.data
        return "schedules" in data or any(
            "schedules" in site for site in data.get("service_at_locations", ())
        )

    def offers_of(self, actor: str) -> list[int]:
        """The running offers of the actor with that UUID, best first."""
        running = set(facets.numbers(self.running))
        found = [number for number in self.order if number in running and self.offers[number].actor == actor]
        return sorted(found, key=lambda number: self.paused >> number & 1)


def _next_day(dates: Sequence[Occurrence], moment: datetime.datetime) -> datetime.date:
    return next((each.day for each in dates if not each.is_over(moment)), _FAR)


def is_running(item: Item, day: datetime.date) -> bool:
    """Whether an offer still exists on that day (it may pause)."""
    until: str = item.data.get("x_valid_until", "9999")
    return item.data["status"] != ENDED and until >= day.isoformat()
