"""Places and social spaces as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest

from ratslinde.opendata import addresses
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.hsds.api import encoded
from ratslinde.record import directory
from ratslinde.record.directory import Item

GEOJSON = "application/geo+json"
_OF_SPACES = ("name", "x_valid_from", "x_valid_until", "x_follows")


@open_data(GEOJSON)
def places(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """Each place with what is offered there; only places of published offers, never a private address."""
    found: dict[str, dict[str, Any]] = {}
    for item in directory.current().of("offer"):
        for site in item.data.get("service_at_locations", ()):
            place = site["location"]
            if "latitude" in place:
                feature = found.setdefault(place["id"], _point(place))
                feature["properties"]["offers"].append(_offer(item))
    return encoded({"type": "FeatureCollection", "features": list(found.values())})


@open_data(GEOJSON)
def social_spaces(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """The town's social spaces with their boundaries and days: those that have ended, too, and they may overlap."""
    features = [
        {
            "type": "Feature",
            "id": item.standard_id,
            "geometry": json.loads(item.data["extent"]),
            "properties": {name: item.data[name] for name in _OF_SPACES if name in item.data},
        }
        for item in directory.current().of("socialSpace")
        if "extent" in item.data
    ]
    return encoded({"type": "FeatureCollection", "features": features})


def _point(place: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": place["id"],
        "geometry": {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]},
        "properties": {"name": place.get("name", ""), "offers": []},
    }


def _offer(item: Item) -> dict[str, str]:
    return {"id": item.standard_id, "name": item.data["name"], "url": addresses.absolute(item.path)}
