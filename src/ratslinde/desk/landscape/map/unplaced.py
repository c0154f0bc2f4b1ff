"""The places that stand on no map yet, and how much that is on the pages around it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape.queries import places
from ratslinde.integration.landscape.queries.unplaced import unplaced

MAP = [*TRAIL, ("Karte", "/schreibtisch/integration/karte/")]


@require_GET
@door("landscape.read")
def without_coordinates(request: HttpRequest) -> HttpResponse:
    """House by house the places without coordinates."""
    person, body = actor(request), the_body()
    houses = unplaced(person, body)
    context = {
        "title": "Orte ohne Koordinaten",
        "houses": houses,
        "number": sum(len(house.places) for house in houses),
        "places": places.find_places(person, body).exists(),
        "drawn": any(space.geometry for space in places.spaces(person, body)),
    }
    return page(request, "desk_map/without_coordinates.html", context, trail=MAP)
