"""The offers on the town's map, with everything that stands there as a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from ratslinde.portal.directory import choices, choosing, counting, facts, wish
from ratslinde.portal.directory.answering import directory_page, show, trail
from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.drawing import MAP, NAME, WINDOW, kept_query, row_of, street_of, town_map
from ratslinde.portal.directory.instead import instead
from ratslinde.portal.directory.keeping import current
from ratslinde.portal.directory.languages import PageLanguage, address
from ratslinde.portal.directory.places import OfferPlace, Whereabouts, whereabouts
from ratslinde.portal.directory.texts import Shown, shown
from ratslinde.ui.maps import DrawnMap, MapWindow


@dataclass(frozen=True, kw_only=True)
class Offered:
    """An offer in the list below the map; `note` says why it stands on no map."""

    name: Shown
    address: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A place in the list. `anchor` on the first of several that share a sign, `together` how many these are."""

    id: str
    name: Shown
    street: str
    area: str
    offers: list[Offered]
    anchor: str = ""
    together: int = 1


@directory_page
def offer_map(request: HttpRequest, language: PageLanguage) -> HttpResponse:
    """The offers that fit what is asked where they take place; the nearest things where none fits."""
    asked, catalogue = wish.read(request.GET), current()
    found = choosing.choose(catalogue, asked, language=language.code)
    if not found.sure:
        counting.count_unmet(request, catalogue, asked, language)
    where = whereabouts(catalogue, found.sure)
    window = MapWindow.read(request.GET.get(WINDOW, ""))
    drawn = town_map(catalogue, where.places, wish=asked, window=window, language=language)
    context = {
        "wish": asked,
        "chosen": choices.chosen(catalogue, asked, language, path=MAP),
        "choices": choices.choices(catalogue, found.counts, asked, language),
        "list_address": address(language, choices.OFFERS, asked.query),
        "query": kept_query(asked),
        "anchor": NAME,
        "drawn": drawn,
        "where": where,
        "sure_number": len(found.sure),
        "unsure_number": len(found.unsure),
        **_rows(catalogue, where, drawn, language),
        **(instead(catalogue, asked, language) if not found.sure else {}),
        "trail": trail(language, (gettext("Angebote"), choices.OFFERS), (gettext("Karte"), MAP)),
    }
    return show(request, language, "offer_map", context)


def _rows(
    catalogue: Catalogue, where: Whereabouts, drawn: DrawnMap, language: PageLanguage
) -> dict[str, Any]:
    """What the map shows in the order of its signs, what lies beyond it, and what no map can show."""
    known = {place.id: place for place in where.places}
    return {
        "rows": [
            _row(
                catalogue,
                known[spot.key],
                language,
                anchor="" if at else mark.anchor,
                together=len(mark.spots),
            )
            for mark in drawn.marks
            for at, spot in enumerate(mark.spots)
        ],
        "beyond": [_row(catalogue, known[spot.key], language) for spot in drawn.outside],
        "unplaced": [_row(catalogue, place, language) for place in where.unplaced],
        "nowhere": [_offered(catalogue, number, language, noted=True) for number in where.nowhere],
    }


def _row(
    catalogue: Catalogue, place: OfferPlace, language: PageLanguage, *, anchor: str = "", together: int = 1
) -> Row:
    name, street = shown(place.data, "name", language), street_of(place)
    area = catalogue.source.by_standard_id.get(place.data.get("x_social_space", ""))
    return Row(
        id=row_of(place),
        name=name or Shown(text=street),
        street=street if name else "",
        area=area.data["name"] if area else "",
        offers=[_offered(catalogue, number, language) for number in place.offers],
        anchor=anchor,
        together=together,
    )


def _offered(catalogue: Catalogue, number: int, language: PageLanguage, *, noted: bool = False) -> Offered:
    item = catalogue.offers[number].item
    note = (facts.mode(item.data) or gettext("Ort nicht bekannt")) if noted else ""
    return Offered(name=shown(item.data, "name", language), address=address(language, item.path), note=note)
