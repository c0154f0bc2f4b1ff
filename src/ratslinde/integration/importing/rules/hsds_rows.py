"""Statements about actors out of HSDS organizations, and the whole way from objects to statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.columns import ROLES
from ratslinde.integration.importing.rules.hsds_collecting import Collected, texts
from ratslinde.integration.importing.rules.hsds_objects import Objects
from ratslinde.integration.importing.rules.hsds_offers import offers
from ratslinde.integration.importing.rules.hsds_parts import contacts, former_ids, public_id_in
from ratslinde.integration.importing.rules.hsds_reach import reach
from ratslinde.integration.importing.rules.hsds_words import (
    TAXONOMIES,
    areas,
    places,
    taxonomies,
    terms,
    translations,
)
from ratslinde.integration.importing.rules.stated import Problem, Stated

_REGISTER = "DE-VR"


def read_objects(objects: Objects) -> Collected:
    """A statement for each object: words and places first, as the others refer to them."""
    collected = Collected(objects)
    taxonomies(collected, _taxonomy_keys(objects))
    terms(collected)
    areas(collected)
    places(collected)
    actors(collected)
    offers(collected)
    collected.finish()
    return collected


def actors(collected: Collected) -> None:
    """Organizations."""
    for found in collected.objects.by_kind["organization"].values():
        stated = collected.begin("actor", found, label=str(found.get("name", "")).strip() or "(ohne Namen)")
        values = stated.values
        values.update(
            texts(
                found,
                {
                    "name": "name", "alternate_name": "short_name", "description": "description",
                    "legal_status": "legal_status", "x_assured_date": "confirmed_on",
                },
            )
        )  # fmt: skip
        if "name" not in values:
            stated.problems.append(Problem("name", "Es fehlt der Name.", blocks=True))
        reach(stated, found, website="website")
        values.update(_known(found))
        if found.get("parent_organization_id"):
            collected.later(stated, "parent", "actor", found["parent_organization_id"])
        seats = collected.references("place", found["locations"])
        if seats:
            values["place"] = seats[0]
        if len(seats) > 1:
            collected.left_out["organizations.locations (weitere)"] += 1
        _attributes(collected, stated, found)
        _identifiers(stated, found)
        public_id = public_id_in(str(found.get("uri", "")), "akteure")
        if public_id:
            stated.identity["public_id"] = public_id
        elif found.get("uri"):
            collected.left_out["organizations.uri"] += 1
        people = contacts(collected, found)
        if people:
            values["contacts"] = people
        former_ids(values, found)
        translations(values, found)


def _known(found: Mapping[str, Any]) -> dict[str, Any]:
    """What HSDS has no word for, where it was said."""
    values: dict[str, Any] = {}
    if isinstance(found.get("x_languages"), list):
        values["languages"] = " ".join(map(str, found["x_languages"]))
    if isinstance(found.get("x_self_managed"), bool):
        values["self_managed"] = found["x_self_managed"]
    return values


def _attributes(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    activities = []
    for each in found.get("attributes", []):
        references = collected.references("term", [each.get("taxonomy_term", "")])
        key, role = each.get("link_type"), each.get("value", "")
        if not references:
            continue
        if key == "akteurstyp":
            stated.values["kind"] = references[0]
        elif key == "handlungsfeld" and role in ROLES:
            activities.append([references[0], role])
        else:
            collected.left_out["organizations.attributes (andere)"] += 1
    if activities:
        stated.values["activities"] = activities


def _identifiers(stated: Stated, found: Mapping[str, Any]) -> None:
    for each in found.get("organization_identifiers", []):
        number = str(each.get("identifier", ""))
        if each.get("identifier_type") == _REGISTER:
            stated.values["register_number"] = number
        else:
            stated.left_out.append("organizations.organization_identifiers (andere)")


def _taxonomy_keys(objects: Objects) -> dict[str, str]:
    """Which of the town's lists a taxonomy is, by the `link_type` under which its terms are used."""
    found = {
        identity: str(each["x_key"])
        for identity, each in objects.by_kind["taxonomy"].items()
        if each.get("x_key") in TAXONOMIES
    }
    for kind in ("organization", "service"):
        for each in objects.by_kind[kind].values():
            for attribute in each.get("attributes", []):
                term = objects.by_kind["term"].get(attribute.get("taxonomy_term", ""), {})
                if attribute.get("link_type") in TAXONOMIES and term.get("taxonomy_detail"):
                    found.setdefault(term["taxonomy_detail"], attribute["link_type"])
    return found
