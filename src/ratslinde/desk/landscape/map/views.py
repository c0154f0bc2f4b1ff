"""The map with its table twin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.listing import TRAIL, term_options
from ratslinde.desk.landscape.map.drawing import CHOICES, NAME, Asked, asked_map, entry_page
from ratslinde.integration.landscape.models import TaxonomyKey
from ratslinde.integration.landscape.queries.maps import MapEntry, PlaceOnMap
from ratslinde.integration.landscape.queries.unplaced import number_unplaced
from ratslinde.integration.landscape.queries.vocabulary import terms_of


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the table twin: a place, its entries with their pages. `anchor` is set on the first row of a sign."""

    place: PlaceOnMap
    entries: Sequence[tuple[MapEntry, str]]
    anchor: str = ""
    together: int = 1


@require_GET
@door("landscape.read")
def landscape_map(request: HttpRequest) -> HttpResponse:
    """Social spaces, places and what is there."""
    asked = asked_map(request)
    shown, outside = lines(asked)
    context = {
        "title": "Karte",
        "asked": asked,
        "drawn": asked.drawn,
        "anchor": NAME,
        "choices": CHOICES,
        "fields": term_options(terms_of(the_body(), TaxonomyKey.FIELDS)),
        "lines": shown,
        "outside": outside,
        "unplaced": number_unplaced(actor(request), the_body()),
        "nowhere": [(entry, entry_page(entry), why) for entry, why in asked.found.nowhere],
    }
    return page(request, "desk_map/map.html", context, trail=TRAIL)


def lines(asked: Asked) -> tuple[list[Line], list[Line]]:
    """The rows of what the map shows, in the order of its signs, and those of what lies beyond the window."""
    places = {each.place.public_id: each for each in asked.found.places}
    shown = [
        _line(places[each.key], anchor=mark.anchor if number == 0 else "", together=len(mark.spots))
        for mark in asked.drawn.marks
        for number, each in enumerate(mark.spots)
    ]
    return shown, [_line(places[each.key]) for each in asked.drawn.outside]


def _line(place: PlaceOnMap, *, anchor: str = "", together: int = 1) -> Line:
    return Line(
        place=place,
        entries=[(entry, entry_page(entry)) for entry in place.entries],
        anchor=anchor,
        together=together,
    )
