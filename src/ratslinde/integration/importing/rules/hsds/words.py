"""Statements about words, social spaces and places out of HSDS objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.hsds.collecting import Collected, texts
from ratslinde.integration.importing.rules.hsds.days import days
from ratslinde.integration.importing.rules.hsds.objects import Object
from ratslinde.integration.importing.rules.hsds.parts import former_ids
from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.kernel.identifiers import slug

TAXONOMIES = {
    "handlungsfeld": "Handlungsfelder", "zielgruppe": "Zielgruppen", "akteurstyp": "Arten von Akteuren",
    "angebotsform": "Formen von Angeboten", "zugangsbarriere": "Zugangsbarrieren",
}  # fmt: skip
RELATIONS = ("exact", "broad", "narrow")
SPAN = {"x_valid_from": "valid_from", "x_valid_until": "valid_until"}


def taxonomies(collected: Collected, keys: Mapping[str, str]) -> None:
    """The lists of words; `keys`: which of the town's lists each is, as its attributes say, by UUID."""
    by_name = {title.casefold(): key for key, title in TAXONOMIES.items()}
    for found in collected.objects.by_kind["taxonomy"].values():
        name = str(found.get("name", "")).strip()
        key = keys.get(found["id"], "")
        for title, each in by_name.items():
            key = key or (each if name.casefold().startswith(title) else "")
        stated = collected.begin("taxonomy", found, label=name)
        description = str(found.get("description", ""))
        stated.values.update(
            {"key": key, "description": "" if description == name else description}
            | texts(found, {each: each for each in ("name", "uri", "version")})
        )
        if not key:
            sentence = f"„{name}“ ist keine der fünf Begriffslisten, die hier geführt werden."
            stated.problems.append(Problem("taxonomy", sentence, blocks=True))


def terms(collected: Collected) -> None:
    """The words, each with its list; those of a list that is not taken over are not either."""
    for at, found in enumerate(collected.objects.by_kind["term"].values()):
        name = str(found.get("name", "")).strip()
        stated = collected.begin("term", found, label=name)
        taxonomy = collected.stated("taxonomy", found.get("taxonomy_detail", ""))
        code = str(found.get("code") or name)
        stated.values.update({"code": slug(code) or f"begriff-{at}", **texts(found, {"name": "name"})})
        description = str(found.get("description", ""))
        stated.values["description"] = "" if description == name else description
        stated.values["position"] = found.get("x_order") if isinstance(found.get("x_order"), int) else at
        if found.get("parent_id"):
            collected.later(stated, "parent", "term", found["parent_id"])
        mappings = [
            [str(each.get("scheme", "")), str(each.get("code", "")), str(each.get("relation", ""))]
            for each in found.get("x_mappings", [])
        ]
        stated.values["mappings"] = sorted(each for each in mappings if each[2] in RELATIONS)
        translations(stated.values, found)
        if taxonomy is None or taxonomy.blocked:
            stated.problems.append(
                Problem("taxonomy", "Seine Begriffsliste wird nicht übernommen.", blocks=True)
            )
        else:
            stated.values["taxonomy"] = taxonomy.reference


def areas(collected: Collected) -> None:
    """Social spaces with their boundary and their days; those that they continue are known by UUID, in any order."""
    for found in collected.objects.by_kind["area"].values():
        name = str(found.get("name", "")).strip()
        stated = collected.begin("space", found, label=name or "(ohne Namen)")
        stated.values.update(texts(found, {"name": "name", "description": "description"}))
        _span(stated, found)
        if found.get("extent") and found.get("extent_type") == "geojson":
            stated.values["geometry"] = found["extent"]
        elif found.get("extent"):
            stated.left_out.append("service_area.extent")
        if not name:
            stated.problems.append(Problem("name", "Es fehlt der Name.", blocks=True))
    for key, found in collected.objects.by_kind["area"].items():
        before = collected.references("space", found.get("x_follows", []))
        space = collected.stated("space", key)
        if before and space is not None:
            space.values["predecessors"] = before


def _span(stated: Stated, found: Mapping[str, Any]) -> None:
    days(stated, found, SPAN)
    first, last = stated.values.get("valid_from"), stated.values.get("valid_until")
    if first and last and last < first:
        stated.problems.append(Problem("x_valid_until", "Das Ende liegt vor dem Beginn; weggelassen."))
        del stated.values["valid_until"]


def places(collected: Collected) -> None:
    """Places with their first address."""
    for found in collected.objects.by_kind["location"].values():
        address = _address(found)
        street = str(address.get("address_1", ""))
        name = str(found.get("name") or street).strip()
        stated = collected.begin("place", found, label=name or "(ohne Namen)")
        if not name:
            stated.problems.append(Problem("name", "Es fehlt der Name.", blocks=True))
        kind = str(found.get("location_type", ""))
        stated.values.update(
            {
                "name": name,
                "kind": kind if kind in ("physical", "postal", "virtual") else "physical",
                **texts(found, {"url": "url", "transportation": "transportation"}),
                **texts(
                    address, {"address_1": "street_address", "postal_code": "postal_code", "city": "locality"}
                ),
            }
        )
        _point(stated.values, found)
        _accessibility(stated.values, found)
        if found.get("x_social_space"):
            collected.later(stated, "space", "space", found["x_social_space"])
        translations(stated.values, found)
        former_ids(stated.values, found)


def translations(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Texts in other languages, as our own export writes them."""
    given = found.get("x_translations")
    if isinstance(given, dict) and given:
        values["translations"] = {
            language: {
                name: {"text": str(each.get("text", "")), "state": str(each.get("state", ""))}
                for name, each in fields.items()
                if isinstance(each, dict)
            }
            for language, fields in given.items()
            if isinstance(fields, dict)
        }


def _address(found: Mapping[str, Any]) -> Object:
    """The first address, or what our own export says of one that is not whole."""
    given = next(iter(found.get("addresses", [])), found.get("x_partial_address"))
    return given if isinstance(given, dict) else {}


def _point(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    latitude, longitude = found.get("latitude"), found.get("longitude")
    if (
        isinstance(latitude, int | float) and isinstance(longitude, int | float)
        and -90 <= latitude <= 90 and -180 <= longitude <= 180
    ):  # fmt: skip
        values.update({"latitude": float(latitude), "longitude": float(longitude)})


def _accessibility(values: dict[str, Any], found: Mapping[str, Any]) -> None:
    for each in found.get("accessibility", [])[:1]:
        word, details = str(each.get("description", "")), str(each.get("details", ""))
        known = {"barrierefrei": True, "nicht barrierefrei": False}
        if word in known:
            values["accessible"] = known[word]
        text = details or ("" if word in known else word)
        if text:
            values["accessibility"] = text
