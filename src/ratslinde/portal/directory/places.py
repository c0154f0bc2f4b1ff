"""Where offers take place: their places with coordinates, and honestly what no map can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ratslinde.portal.directory.catalogue import Catalogue


@dataclass(frozen=True, kw_only=True)
class OfferPlace:
    """A place of the record with the numbers of the offers there; `number` counts the places of a page."""

    number: int
    data: Mapping[str, Any]
    offers: tuple[int, ...]

    @property
    def id(self) -> str:
        """The UUID of the place."""
        found: str = self.data["id"]
        return found

    @property
    def has_point(self) -> bool:
        """Whether a map can show it."""
        return "latitude" in self.data and "longitude" in self.data


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """`places` can be drawn, `unplaced` have no coordinates; `nowhere`: offers of which no place at all is known."""

    places: list[OfferPlace]
    unplaced: list[OfferPlace]
    nowhere: list[int]

    @property
    def drawn(self) -> int:
        """How many offers have a place that can be drawn."""
        return len({number for place in self.places for number in place.offers})

    @property
    def missing(self) -> int:
        """How many offers have none."""
        beside = {number for place in self.unplaced for number in place.offers}
        return len((beside | {*self.nowhere}) - {number for place in self.places for number in place.offers})


def whereabouts(catalogue: Catalogue, found: Iterable[int]) -> Whereabouts:
    """Where these offers take place, the places in the order in which the offers name them."""
    known: dict[str, Mapping[str, Any]] = {}
    there: dict[str, list[int]] = {}
    nowhere = []
    for number in found:
        sites = catalogue.offers[number].item.data.get("service_at_locations", ())
        for place in {site["location"]["id"]: site["location"] for site in sites}.values():
            known.setdefault(place["id"], place)
            there.setdefault(place["id"], []).append(number)
        if not sites:
            nowhere.append(number)
    places = [
        OfferPlace(number=number, data=place, offers=tuple(there[key]))
        for number, (key, place) in enumerate(known.items(), 1)
    ]
    return Whereabouts(
        places=[each for each in places if each.has_point],
        unplaced=[each for each in places if not each.has_point],
        nowhere=nowhere,
    )
