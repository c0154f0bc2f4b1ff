"""The directory in memory, ready to be searched: made anew when something is published and when a day begins.

An entry whose text did not change is taken over, so a publication costs the index and not the reading of all texts.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.portal.directory import facets
from ratslinde.portal.directory.dates import Occurrence, coming
from ratslinde.portal.directory.entries import TOPIC, Entry, entry, terms
from ratslinde.portal.directory.facets import YES, Facet
from ratslinde.portal.directory.index import Index
from ratslinde.record import directory, pages
from ratslinde.record.directory import Directory, Item

ENDED, PAUSED = "defunct", "temporarily closed"
_FAR = datetime.date.max


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Offers and actors as of a publication and a day. Sets of entries are bits (see `facets`)."""

    source: Directory
    day: datetime.date
    offers: Sequence[Entry]
    actors: Sequence[Entry]
    dates: Sequence[Sequence[Occurrence]]
    facets: Mapping[str, Facet]
    accessible: Mapping[str, bool | None]
    running: int
    _ages: dict[int, Facet] = field(default_factory=dict)
    _today: dict[datetime.datetime, Facet] = field(default_factory=dict)

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
    def ranks(self) -> Sequence[tuple[bool, datetime.date, str]]:
        """By offer: paused ones last, then by the next date, then by name."""
        return [
            (
                each.item.data["status"] == PAUSED,
                dates[0].day if dates else _FAR,
                fold(each.item.data["name"]),
            )
            for each, dates in zip(self.offers, self.dates, strict=True)
        ]

    def age(self, years: int) -> Facet:
        """The offers for somebody of that age."""
        if years not in self._ages:
            self._ages[years] = facets.age_facet(self.offers, years)
        return self._ages[years]

    def today(self) -> Facet:
        """The offers that take place today and are not over yet; unknown where no times are known at all."""
        moment = clock.town_time(clock.now()).replace(second=0, microsecond=0)
        known = self._today.get(moment)
        if known is None:
            fits = facets.bits_of(
                number for number, dates in enumerate(self.dates) if _on_the_day(dates, moment)
            )
            known = Facet(fits={YES: fits}, unknown=self.untimed)
            self._today.clear()
            self._today[moment] = known
        return known

    @cached_property
    def untimed(self) -> int:
        """The offers of which nobody said when they take place."""
        return facets.bits_of(number for number in range(len(self.offers)) if not self.has_times(number))

    def has_times(self, number: int) -> bool:
        """Whether anybody said when the offer takes place."""
        data = self.offers[number].item.data
        return "schedules" in data or any(
            "schedules" in site for site in data.get("service_at_locations", ())
        )

    def offers_of(self, actor: str) -> list[int]:
        """The running offers of the actor with that UUID, best first."""
        found = [number for number in facets.numbers(self.running) if self.offers[number].actor == actor]
        return sorted(found, key=lambda number: self.ranks[number])


_LOCK = threading.Lock()
_KEPT: list[Catalogue] = []


def current() -> Catalogue:
    """The catalogue as it stands now."""
    source, day = directory.current(), clock.today()
    kept = _KEPT[0] if _KEPT else None
    if kept is not None and kept.source is source and kept.day == day:
        return kept
    made = _made(source, day, kept)
    with _LOCK:
        _KEPT[:] = [made]
    return made


def _made(source: Directory, day: datetime.date, before: Catalogue | None) -> Catalogue:
    known = {each.item.id: each for each in (*before.offers, *before.actors)} if before else {}
    offers = [_entry(item, known) for item in source.of("offer")]
    known_dates = dict(zip(map(id, before.offers), before.dates, strict=True)) if before else {}
    kept_dates = known_dates if before and before.day == day else {}
    accessible = _accessible(source)
    return Catalogue(
        source=source,
        day=day,
        offers=offers,
        actors=[_entry(item, known) for item in source.of("actor")],
        dates=[kept_dates.get(id(each)) or _dates(each, day) for each in offers],
        facets=facets.offer_facets(
            offers,
            accessible=accessible,
            areas={item.standard_id: item.id for item in source.of("socialSpace")},
        ),
        accessible=accessible,
        running=facets.bits_of(number for number, each in enumerate(offers) if is_running(each.item, day)),
    )


def _entry(item: Item, known: Mapping[str, Entry]) -> Entry:
    before = known.get(item.id)
    return (
        before if before and before.item.text == item.text and before.item.page == item.page else entry(item)
    )


def _dates(each: Entry, day: datetime.date) -> Sequence[Occurrence]:
    return coming(each.item.data, day) if is_running(each.item, day) else ()


def _accessible(source: Directory) -> dict[str, bool | None]:
    return {
        item.standard_id: item.page.accessible
        for item in source.of("place")
        if isinstance(item.page, pages.PlacePage)
    }


def _on_the_day(dates: Sequence[Occurrence], moment: datetime.datetime) -> bool:
    return any(each.day == moment.date() and not each.is_over(moment) for each in dates)


def is_running(item: Item, day: datetime.date) -> bool:
    """Whether an offer still exists on that day (it may pause)."""
    until: str = item.data.get("x_valid_until", "9999")
    return item.data["status"] != ENDED and until >= day.isoformat()
