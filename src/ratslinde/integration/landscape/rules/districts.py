"""All districts of a town from one GeoJSON file: their names out of a property, and their boundaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ratslinde.integration.landscape.rules import geography
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import collapse

MOST = 200
_USUAL = (
    "name", "stadtteil", "stadtteilname", "ortsteil", "sozialraum", "quartier", "stadtbezirk", "bezirk",
    "bezeichnung", "bez", "bezname", "gebiet",
)  # fmt: skip
"""What survey offices call the property with the name, the most telling first."""


@dataclass(frozen=True, kw_only=True)
class District:
    """A feature of the file: its texts by property, and its boundary as `geography.boundary` makes it.

    `refusal`: why there is no boundary.
    """

    texts: Mapping[str, str]
    geometry: dict[str, Any] | None = None
    refusal: str = ""


def districts(data: Any) -> list[District]:
    """The districts of a collection. Raises Refused with the reason, also where no boundary at all can be read."""
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        raise Refused("Das ist keine Sammlung von Flächen (GeoJSON FeatureCollection).")
    if len(features) > MOST:
        raise Refused(f"In der Datei stehen {len(features)} Flächen; es sollen höchstens {MOST} sein.")
    found = [_district(each, data.get("crs")) for each in features]
    if all(each.refusal for each in found):
        raise Refused(found[0].refusal)
    return found


def name_properties(found: Sequence[District]) -> list[str]:
    """The properties that may hold the names, the likeliest first; none where no feature has a text."""
    keys = dict.fromkeys(key for each in found for key in each.texts)
    return sorted(keys, key=lambda key: (-_likelihood(found, key), *_usual(key)))


def _district(feature: Any, crs: Any) -> District:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    known = properties.items() if isinstance(properties, dict) else ()
    texts = {str(key): collapse(value) for key, value in known if isinstance(value, str) and value.strip()}
    try:
        geometry = geography.boundary({**feature, "crs": crs} if isinstance(feature, dict) else feature)
    except Refused as refusal:
        return District(texts=texts, refusal=refusal.message)
    return District(texts=texts, geometry=geometry)


def _likelihood(found: Sequence[District], key: str) -> int:
    """How many different names the property gives; a usual word for it counts before one more name."""
    names = {each.texts[key].casefold() for each in found if key in each.texts}
    return len(names) if any(map(str.isalpha, "".join(names))) else 0


def _usual(key: str) -> tuple[int, str]:
    word = key.casefold().replace("_", "")
    return next((at for at, each in enumerate(_USUAL) if each == word), len(_USUAL)), word
