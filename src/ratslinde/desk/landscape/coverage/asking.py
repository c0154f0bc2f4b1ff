"""What the address of a page of the matrix asks for, and how such an address is written."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor
from ratslinde.integration.landscape.queries.coverage import COLUMNS, position
from ratslinde.integration.landscape.queries.picture import Picture, picture
from ratslinde.integration.landscape.rules.coverage_cells import Position

NAMES = {"field": "feld", "space": "raum", "group": "gruppe", "language": "sprache"}
"""The dimensions by their words in addresses."""


def picture_for(request: HttpRequest) -> Picture:
    """The coverage of today for whoever asks."""
    return picture(actor(request), the_body())


def asked_columns(request: HttpRequest) -> str:
    """What the columns are; social spaces unless something else is asked for."""
    asked = request.GET.get("spalten", "")
    return asked if asked in COLUMNS else "raum"


def asked_position(found: Picture, data: QueryDict, *, without: str = "") -> Position:
    """The position that is asked for. Raises ObjectDoesNotExist where a value is none of the town's."""
    values = {key: data.get(name, "") for key, name in NAMES.items() if name != without}
    return position(found, **values)


def query(at: Position) -> str:
    """The position as the query of an address, without a question mark."""
    return urlencode({NAMES[key]: value for key, value in zip(at._fields, at, strict=True) if value})


def cell_address(at: Position) -> str:
    """The page of a cell."""
    asked = query(at)
    return reverse("desk_coverage:cell") + (f"?{asked}" if asked else "")
