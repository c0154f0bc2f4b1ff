"""Where an offer takes place and when, in the words of the page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ratslinde.portal.directory import dates
from ratslinde.portal.directory.drawing import MAP, NAME, WINDOW
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.portal.directory.languages import address as address_of
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.record import times
from ratslinde.record.addresses import of_location
from ratslinde.record.times import PublishedTimes
from ratslinde.ui.maps import MapWindow

_CLOSE = 2


@dataclass(frozen=True, kw_only=True)
class SiteTimes:
    """A row of times in words, and when it pauses."""

    words: str
    pauses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Site:
    """A place with the times there. The place's parts are empty for what takes place nowhere in particular.

    `room` and the notes of the times are German: nobody translates them. `on_map`: the map's address, closer there.
    """

    name: Shown
    street: str = ""
    town: str = ""
    room: str = ""
    transportation: Shown
    accessibility: Shown
    times: tuple[SiteTimes, ...] = ()
    notes: tuple[str, ...] = ()
    on_map: str = ""

    @property
    def texts(self) -> list[Shown]:
        """The texts of the place."""
        return [self.name, self.transportation, self.accessibility]


def sites(data: Mapping[str, Any], language: PageLanguage, *, today: datetime.date) -> list[Site]:
    """The places of an offer with their times, then the times without a place; pauses that are over are left out."""
    found = [
        place_of(
            site["location"],
            language,
            room=site.get("description", ""),
            schedules=site.get("schedules", ()),
            today=today,
        )
        for site in data.get("service_at_locations", ())
    ]
    free = data.get("schedules", ())
    return [*found, place_of({}, language, schedules=free, today=today)] if free else found


def street_beside(place: Mapping[str, Any]) -> str:
    """The street of a location; '' where its name says the street already (an import names places so)."""
    street = of_location(place).street
    return "" if street and street in place.get("name", "") else street


def place_of(
    place: Mapping[str, Any],
    language: PageLanguage,
    *,
    room: str = "",
    schedules: Iterable[Mapping[str, Any]] = (),
    today: datetime.date = datetime.date.min,
) -> Site:
    """A location of HSDS with rows of times."""
    access: Mapping[str, Any] = next(iter(place.get("accessibility", ())), {})
    rows = list(schedules)
    return Site(
        name=shown(place, "name", language),
        street=street_beside(place),
        town=of_location(place).town,
        room=room,
        transportation=shown(place, "transportation", language),
        accessibility=shown(
            place, "accessibility", language, german=access.get("details", "")
        ) if access.get("details") else Shown(text=""),
        times=tuple(_times(times.read(row), language, today) for row in rows),
        notes=tuple(row["description"] for row in rows if row.get("description")),
        on_map=_on_map(place, language),
    )  # fmt: skip


def _times(row: PublishedTimes, language: PageLanguage, today: datetime.date) -> SiteTimes:
    return SiteTimes(
        words=dates.times_in_words(row, language),
        pauses=tuple(dates.pauses_in_words(row, language, today=today)),
    )


def _on_map(place: Mapping[str, Any], language: PageLanguage) -> str:
    if "latitude" not in place or "longitude" not in place:
        return ""
    window = MapWindow(place["longitude"], place["latitude"], _CLOSE)
    return f"{address_of(language, MAP, [(WINDOW, window.text)])}#{NAME}"
