"""The map on which a point is chosen: the town's polygons and what is known, without links."""

from __future__ import annotations

import math

from django import forms

from ratslinde.integration.landscape.models import Place
from ratslinde.integration.landscape.queries.maps import drawn_today, rings_of
from ratslinde.integration.landscape.queries.unplaced import known_points
from ratslinde.ui.maps import DrawnMap, MapArea, MapCross, MapSpot, MapWindow, draw_map
from ratslinde.verbs import Actor as Account

NAME = "karte"


def drawn_for(
    account: Account, place: Place, *, form: forms.Form, window: MapWindow | None
) -> DrawnMap | None:
    """The map with the form's point; None where there is nothing to draw: no boundary, no other place."""
    areas = [
        MapArea(name=space.name, rings=rings_of(space)) for space in drawn_today(account, place.body)
    ]  # fmt: skip
    spots = [
        MapSpot(longitude=each.longitude, latitude=each.latitude, label=each.name)
        for each in known_points(account, place.body, without=place)
        if each.latitude is not None and each.longitude is not None
    ]
    if not areas and not spots:
        return None
    return draw_map(
        areas, spots, window=window, title="Karte der Sozialräume", name=NAME,
        description="Ringe sind Orte, die schon auf der Karte stehen. Norden ist oben.",
        cross=MapCross(longitude=_number(form, "longitude"), latitude=_number(form, "latitude")),
    )  # fmt: skip


def _number(form: forms.Form, name: str) -> float | None:
    """What stands in the field, also when it was refused; None for no number."""
    try:
        found = float(str(form[name].value() or "").replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
