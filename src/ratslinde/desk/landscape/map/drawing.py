"""What the address of the map asks for, and the map that is drawn for it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor
from ratslinde.integration.landscape.queries.maps import (
    ACTORS,
    OFFERS,
    MapEntry,
    MapPicture,
    PlaceOnMap,
    map_picture,
    rings_of,
)
from ratslinde.ui.maps import DrawnMap, MapArea, MapSpot, MapWindow, draw_map

NAME = "karte"
CHOICES = [(ACTORS, "Nur Akteure"), (OFFERS, "Nur Angebote")]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the address asks for, and the map of it."""

    what: str
    field: str
    found: MapPicture
    drawn: DrawnMap

    @property
    def query(self) -> str:
        """What stays in the address when the window changes, with '&' at its end; '' for nothing."""
        return kept(self.what, self.field)


def kept(what: str, field: str) -> str:
    """The choices as the beginning of a query."""
    asked = urlencode({key: value for key, value in (("was", what), ("feld", field)) if value})
    return f"{asked}&" if asked else ""


def asked_map(request: HttpRequest, *, standalone: bool = False) -> Asked:
    """The map that is asked for. `standalone`: for a file."""
    what = request.GET.get("was", "")
    what = what if what in (ACTORS, OFFERS) else ""
    field = request.GET.get("feld", "")
    found = map_picture(actor(request), the_body(), what=what, field=field)
    query = kept(what, field)
    areas = [
        MapArea(name=space.name, rings=rings_of(space), href=f"?{query}ausschnitt={{window}}#{NAME}")
        for space in found.spaces
    ]
    drawn = draw_map(
        areas,
        [spot(each) for each in found.places],
        window=MapWindow.read(request.GET.get("ausschnitt", "")),
        title="Karte der Akteure und Angebote",
        description=_described(found),
        name=NAME,
        standalone=standalone,
    )
    return Asked(what=what, field=field, found=found, drawn=drawn)


def spot(each: PlaceOnMap) -> MapSpot:
    """The place: a link to what is there if that is one thing, else to the place."""
    only = each.entries[0] if len(each.entries) == 1 else None
    return MapSpot(
        longitude=each.longitude,
        latitude=each.latitude,
        label=only.name if only else each.place.name,
        href=entry_page(only) if only else reverse("desk_landscape:place", args=[each.place.public_id]),
        number=len(each.entries),
        key=each.place.public_id,
    )


def entry_page(entry: MapEntry) -> str:
    """The desk's page of the actor or offer."""
    name = "actor" if entry.what == ACTORS else "offer"
    return reverse(f"desk_landscape:{name}", args=[entry.public_id])


def _described(found: MapPicture) -> str:
    number = sum(len(each.entries) for each in found.places)
    return (
        f"{len(found.places)} Orte mit {number} Akteuren und Angeboten in {len(found.spaces)} Sozialräumen. "
        "Norden ist oben. Was auf der Karte steht, steht auch in der Tabelle darunter."
    )
