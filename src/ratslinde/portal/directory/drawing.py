"""The town's map with the places of offers, drawn from what is published."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext

from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.places import OfferPlace
from ratslinde.portal.directory.texts import shown
from ratslinde.portal.directory.wish import Wish
from ratslinde.record import pages
from ratslinde.record.addresses import of_location
from ratslinde.record.directory import Item
from ratslinde.ui.maps import Direction, DrawnMap, MapArea, MapSpot, MapWindow, MapWords, Ring, draw_map

MAP = "angebote/karte/"
NAME, WINDOW = "karte", "ausschnitt"
WIDTH = 420
"""Units: narrower than at the desk, so that all of the town stands on a phone in letters that can be read."""


def town_map(
    catalogue: Catalogue,
    places: Iterable[OfferPlace],
    *,
    wish: Wish,
    window: MapWindow | None,
    language: PageLanguage,
) -> DrawnMap:
    """The social spaces that hold today, and a sign for each place; its links keep the wish."""
    query = kept_query(wish)
    areas = [
        MapArea(
            name=item.data["name"],
            rings=rings_of(item.data["extent"]),
            href=f"?{query}{WINDOW}={{window}}#{NAME}",
        )
        for item in catalogue.source.of("socialSpace")
        if "extent" in item.data and _holds(item, catalogue)
    ]
    spots = [_spot(catalogue, each, language) for each in places]
    return draw_map(
        areas,
        spots,
        window=window,
        title=gettext("Karte der Angebote"),
        description=_described(spots),
        name=NAME,
        direction=_direction(language),
        words=MapWords(many=gettext("%(number)s an dieser Stelle") % {"number": "{number}"}),
        width=WIDTH,
    )


def kept_query(wish: Wish) -> str:
    """The wish as the beginning of a query, with '&' at its end; '' for none."""
    asked = urlencode(list(wish.query))
    return f"{asked}&" if asked else ""


@lru_cache(maxsize=500)
def rings_of(extent: str) -> tuple[Ring, ...]:
    """Outlines and holes of a boundary in GeoJSON: a polygon, or several."""
    geometry: dict[str, Any] = json.loads(extent)
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(ring for part in polygons for ring in part)


def name_of(place: OfferPlace, language: PageLanguage) -> str:
    """What a place is called; its street where it has no name."""
    return shown(place.data, "name", language).text or street_of(place)


def street_of(place: OfferPlace) -> str:
    """Street and number, or ''."""
    return of_location(place.data).street


def _spot(catalogue: Catalogue, place: OfferPlace, language: PageLanguage) -> MapSpot:
    """The place: named as the offer there and a link to it if that is one, else to the row with all of them."""
    only = catalogue.offers[place.offers[0]].item if len(place.offers) == 1 else None
    return MapSpot(
        longitude=place.data["longitude"],
        latitude=place.data["latitude"],
        label=shown(only.data, "name", language).text if only else name_of(place, language),
        href=address(language, only.path) if only else f"#{row_of(place)}",
        number=len(place.offers),
        key=place.id,
    )


def row_of(place: OfferPlace) -> str:
    """The id of the place's row in the table, where a sign leads to it: not to the only offer's page."""
    return f"ort-{place.number}" if len(place.offers) > 1 else ""


def _described(spots: list[MapSpot]) -> str:
    number = gettext("Orte auf der Karte: %(number)s") % {"number": len(spots)}
    rest = gettext("Norden ist oben. Alles steht auch in der Liste darunter.")
    return f"{number}. {rest}"


def _holds(item: Item, catalogue: Catalogue) -> bool:
    page = item.page
    if not isinstance(page, pages.SocialSpacePage):
        return False
    begun = page.valid_from is None or page.valid_from <= catalogue.day
    return begun and (page.valid_until is None or page.valid_until >= catalogue.day)


def _direction(language: PageLanguage) -> Direction:
    return "rtl" if language.direction == "rtl" else "ltr"
