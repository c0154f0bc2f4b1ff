"""Boundaries and points. GeoJSON in (RFC 7946, or with a `crs` member of EPSG:25832), WGS84 MultiPolygons out."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from typing import Any

import numpy
from shapely import make_valid, transform
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Point, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from ratslinde.kernel.errors import Refused

Points = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]
"""One row a point: longitude and latitude, or east and north."""

DECIMALS = 6  # a tenth of a metre; RFC 7946 section 11.2 warns of more
MOST_POINTS = 100_000
_UTM32 = ("EPSG::25832", "EPSG:25832")


def boundary(geometry: Any) -> dict[str, Any]:
    """A GeoJSON MultiPolygon in WGS84, rings by the right-hand rule, six decimals.

    Takes a geometry, a feature or a collection with one feature, as text or data. Raises Refused with the reason.
    """
    data = _read(geometry)
    drawn = _polygons(_only_geometry(data))
    if _names_utm32(data):
        drawn = transform(drawn, _to_wgs84)
    west, south, east, north = drawn.bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        raise Refused(
            "Die Koordinaten sind nicht Länge und Breite (WGS84) und auch nicht EPSG:25832.", field="geometry"
        )
    return _rounded(drawn)


def named(data: Any, name: str) -> Any:
    """The one feature of a collection that has the name among its properties; else the data as they are.

    Survey offices give out one file with all the districts; what they call the property differs from town to town.
    """
    if number_of_features(data) < 2:
        return data
    wanted = name.casefold().strip()
    found = [each for each in data["features"] if isinstance(each, dict) and wanted in _properties(each)]
    return {**data, "features": found} if len(found) == 1 else data


def number_of_features(data: Any) -> int:
    """How many features a collection has; 1 for anything else."""
    features = data.get("features") if isinstance(data, dict) else None
    return len(features) if isinstance(features, list) else 1


def _properties(feature: dict[str, Any]) -> set[str]:
    properties = feature.get("properties")
    values = properties.values() if isinstance(properties, dict) else ()
    return {each.casefold().strip() for each in values if isinstance(each, str)}


def square_kilometres(geometry: dict[str, Any]) -> float:
    """About how large a boundary is: good to a hundredth, as towns are small beside the globe."""
    area, degree = drawn(geometry), 111.32  # kilometres of a degree of latitude
    return float(area.area) * degree**2 * math.cos(math.radians(area.centroid.y))


def contains(geometry: dict[str, Any], *, longitude: float, latitude: float) -> bool:
    """Whether the point lies in the boundary or on it."""
    return covers(drawn(geometry), longitude=longitude, latitude=latitude)


def drawn(geometry: dict[str, Any]) -> BaseGeometry:
    """The boundary as a shape: for asking of many points whether they lie in it."""
    return _shape(json.dumps(geometry))


def covers(area: BaseGeometry, *, longitude: float, latitude: float) -> bool:
    """Whether the point lies in the shape or on its edge."""
    return bool(area.covers(Point(longitude, latitude)))


def utm32_to_wgs84(east: float, north: float) -> tuple[float, float]:
    """Longitude and latitude of an EPSG:25832 point (GRS80, zone 32; Krüger's series, good to a millimetre)."""
    n = 1 / (2 * 298.257222101 - 1)
    radius = 6378137.0 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi, eta = north / (0.9996 * radius), (east - 500_000) / (0.9996 * radius)
    beta = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    delta = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)
    xi_0 = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(beta, 1))
    eta_0 = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(beta, 1))
    chi = math.asin(math.sin(xi_0) / math.cosh(eta_0))
    latitude = chi + sum(d * math.sin(2 * j * chi) for j, d in enumerate(delta, 1))
    return 9 + math.degrees(math.atan2(math.sinh(eta_0), math.cos(xi_0))), math.degrees(latitude)


def _read(geometry: Any) -> dict[str, Any]:
    try:
        data = json.loads(geometry) if isinstance(geometry, str | bytes) else geometry
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise Refused("Das ist kein GeoJSON.", field="geometry")
    return data


def _only_geometry(data: dict[str, Any]) -> Any:
    if data.get("type") == "FeatureCollection":
        features = data.get("features")
        if not isinstance(features, list) or len(features) != 1 or not isinstance(features[0], dict):
            raise Refused("Die Datei soll genau eine Fläche enthalten.", field="geometry")
        data = features[0]
    return data.get("geometry") if data.get("type") == "Feature" else data


def _polygons(geometry: Any) -> MultiPolygon:
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise Refused("Ein Sozialraum braucht eine Fläche (Polygon oder MultiPolygon).", field="geometry")
    if len(json.dumps(geometry)) > MOST_POINTS * 40:
        raise Refused("Die Grenze hat zu viele Punkte. Bitte vereinfachen.", field="geometry")
    try:
        drawn = make_valid(shape(geometry))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Refused("Die Grenze lässt sich nicht lesen.", field="geometry") from error
    parts = [part for part in getattr(drawn, "geoms", [drawn]) if isinstance(part, Polygon | MultiPolygon)]
    flat = [each for part in parts for each in getattr(part, "geoms", [part])]
    if not flat or drawn.is_empty or not all(map(math.isfinite, drawn.bounds)):
        raise Refused("Die Grenze umschließt keine Fläche.", field="geometry")
    return MultiPolygon(flat)


def _names_utm32(data: dict[str, Any]) -> bool:
    return any(name in json.dumps(data.get("crs", "")) for name in _UTM32)


def _rounded(drawn: MultiPolygon) -> dict[str, Any]:
    turned = MultiPolygon([orient(part) for part in drawn.geoms])
    rounded = transform(turned, _rounded_points)
    found: dict[str, Any] = json.loads(json.dumps(mapping(rounded)))
    return found


@lru_cache(maxsize=256)
def _shape(text: str) -> BaseGeometry:
    found: BaseGeometry = shape(json.loads(text))
    return found


def _to_wgs84(points: Points) -> Points:
    return numpy.array([utm32_to_wgs84(east, north) for east, north in points])


def _rounded_points(points: Points) -> Points:
    return points.round(DECIMALS)
