"""The map as a file: SVG, PNG, and the table twin as CSV in two dialects."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import door
from ratslinde.desk.landscape.coverage.exporting import as_csv
from ratslinde.desk.landscape.map.drawing import NAME, asked_map
from ratslinde.desk.landscape.pictures import as_picture
from ratslinde.integration.landscape.queries.maps import ACTORS, OFFERS, PlaceOnMap
from ratslinde.kernel import tables

HEADER = (
    "Ort",
    "Straße",
    "PLZ",
    "Gemeinde",
    "Sozialraum",
    "Breite",
    "Länge",
    "Barrierefrei",
    "Art",
    "Name",
    "Angabe",
    "Grund",
)
NOWHERE: tuple[None, ...] = (None,) * 8
WORDS = {ACTORS: "Akteur", OFFERS: "Angebot"}


@require_GET
@door("landscape.read")
def map_picture(request: HttpRequest, form: str) -> HttpResponse:
    """The window that is shown, without links."""
    return as_picture(asked_map(request, standalone=True).drawn.svg, name=NAME, form=form)


@require_GET
@door("landscape.read")
def map_csv(request: HttpRequest) -> HttpResponse:
    """One line for each actor and offer: where it is, or why it stands on no map. Always of the whole town."""
    found = asked_map(request).found
    rows: list[list[tables.Cell]] = [row for each in found.places for row in _rows(each)]
    for entry, why in found.nowhere:
        rows.append([*NOWHERE, WORDS[entry.what], entry.name, entry.detail, why])
    return as_csv(request, NAME, HEADER, rows)


def _rows(each: PlaceOnMap) -> list[list[tables.Cell]]:
    place = each.place
    where: list[tables.Cell] = [
        place.name, place.street_address, place.postal_code, place.locality, place.space.name if place.space else None,
        place.latitude, place.longitude, place.accessible,
    ]  # fmt: skip
    return [[*where, WORDS[entry.what], entry.name, entry.detail, None] for entry in each.entries]
