"""Which objects of a list are wanted (HSDS API 3.1). Filters add up; one that cannot be understood is refused."""

from __future__ import annotations

import datetime
import math
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import QueryDict

from ratslinde.kernel import clock
from ratslinde.kernel.text import fold
from ratslinde.opendata.refusals import BadQuery
from ratslinde.record.addresses import of_location
from ratslinde.record.directory import Item

Test = Callable[[Item], bool]
MOST_WORDS = 20
_EARTH = 6_371_000  # metres


def wanted(items: Iterable[Item], parameters: QueryDict) -> list[Item]:
    """The objects that pass every filter of the request."""
    tests = [make(str(parameters[name]), name) for name, make in _FILTERS.items() if parameters.get(name)]
    return [item for item in items if all(test(item) for test in tests)]


def _search(text: str, _name: str) -> Test:
    words = fold(text).split()[:MOST_WORDS]
    return lambda item: all(word in _words(item.data) for word in words)


def _words(data: Mapping[str, Any]) -> str:
    organization = data.get("organization", {})
    texts = [data.get("name"), data.get("description"), data.get("alternate_name"), organization.get("name")]
    return fold(" ".join(text for text in texts if text))


def _term(text: str, name: str) -> Test:
    wanted_id = _uuid(text, name)
    return lambda item: wanted_id in {term["id"] for term in terms(item.data)}


def _taxonomy(text: str, name: str) -> Test:
    wanted_id = _uuid(text, name)
    return lambda item: wanted_id in {term.get("taxonomy_detail", {}).get("id") for term in terms(item.data)}


def _organization(text: str, name: str) -> Test:
    wanted_id = _uuid(text, name)
    return lambda item: item.data.get("organization", {}).get("id") == wanted_id


def _modified_after(text: str, name: str) -> Test:
    try:
        moment = datetime.datetime.fromisoformat(text.replace(" ", "+").replace("Z", "+00:00"))
    except ValueError as error:
        message = f"Für „{name}“ wird ein Zeitpunkt wie 2026-03-01T00:00:00+01:00 erwartet."
        raise BadQuery(message, debug=f"{name}={text}") from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=clock.TOWN_ZONE)
    return lambda item: datetime.datetime.fromisoformat(item.modified) > moment


def terms(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The taxonomy terms of a service or organization; a term itself is its own."""
    own = [data] if "taxonomy_detail" in data else []
    return own + [each["taxonomy_term"] for each in data.get("attributes", ())]


def _uuid(text: str, name: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError as error:
        raise BadQuery(f"Für „{name}“ wird eine UUID erwartet.", debug=f"{name}={text}") from error


def postcode(parameters: QueryDict) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a location has the asked postal code."""
    code = parameters.get("postcode", "")
    return lambda place: not code or of_location(place).postal_code == code


def proximity(parameters: QueryDict) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a location lies within `latitude,longitude,metres`."""
    text = parameters.get("proximity", "")
    if not text:
        return lambda _place: True
    try:
        latitude, longitude, metres = (float(part) for part in text.split(","))
        if not all(map(math.isfinite, (latitude, longitude, metres))):
            raise ValueError("no number")
    except ValueError as error:
        message = "Für „proximity“ werden Breite, Länge und Meter erwartet, zum Beispiel 51.77,8.05,500."
        raise BadQuery(message, debug=f"proximity={text}") from error
    return lambda place: "latitude" in place and _distance(place, latitude, longitude) <= metres


def _distance(place: Mapping[str, Any], latitude: float, longitude: float) -> float:
    """Metres over the ground; exact enough within a town."""
    middle = math.radians((latitude + place["latitude"]) / 2)
    east = math.radians(place["longitude"] - longitude) * math.cos(middle)
    return math.hypot(east, math.radians(place["latitude"] - latitude)) * _EARTH


_FILTERS: dict[str, Callable[[str, str], Test]] = {
    "search": _search, "taxonomy_term_id": _term, "taxonomy_id": _taxonomy, "organization_id": _organization,
    "modified_after": _modified_after,
}  # fmt: skip
