"""Statements about actors out of HSDS organizations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.columns import ROLES
from ratslinde.integration.importing.rules.hsds.collecting import Collected
from ratslinde.integration.importing.rules.hsds.days import days
from ratslinde.integration.importing.rules.hsds.objects import Object
from ratslinde.integration.importing.rules.hsds.parts import (
    contacts,
    former_ids,
    incomplete,
    public_id_in,
)
from ratslinde.integration.importing.rules.hsds.reach import reach
from ratslinde.integration.importing.rules.hsds.words import translations
from ratslinde.integration.importing.rules.stated import Stated

_REGISTER = "DE-VR"
_TEXTS = {
    "name": "name", "alternate_name": "short_name", "description": "description",
    "legal_status": "legal_status",
}  # fmt: skip


def actors(collected: Collected) -> None:
    """A statement for each organization."""
    for found in collected.objects.by_kind["organization"].values():
        _actor(collected, found)


def _actor(collected: Collected, found: Object) -> None:
    stated = collected.begin_named("actor", found, words=_TEXTS)
    days(stated, found, {"x_assured_date": "confirmed_on"})
    reach(stated, found, website="website")
    stated.values.update(_known(found))
    if found.get("parent_organization_id"):
        collected.later(stated, "parent", "actor", found["parent_organization_id"])
    _seat(collected, stated, found)
    _attributes(collected, stated, found)
    _identifiers(stated, found)
    _page(collected, stated, found)
    people = contacts(collected, found)
    if people:
        stated.values["contacts"] = people
    former_ids(stated.values, found)
    translations(stated.values, found)


def _seat(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    seats = collected.references("place", found["locations"])
    if seats:
        stated.values["place"] = seats[0]
    if len(seats) > 1:
        collected.left_out["organizations.locations (weitere)"] += 1


def _page(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    """The address of our own page carries the id, which stays; somebody else's has no field."""
    public_id = public_id_in(str(found.get("uri", "")), "akteure")
    if public_id:
        stated.identity["public_id"] = public_id
    elif found.get("uri"):
        collected.left_out["organizations.uri"] += 1


def _known(found: Mapping[str, Any]) -> dict[str, Any]:
    """What HSDS has no word for, where it was said."""
    values: dict[str, Any] = {}
    if isinstance(found.get("x_languages"), list):
        values["languages"] = " ".join(map(str, found["x_languages"]))
    for name, extent in (("x_complete", "all"), ("x_incomplete", "more")):
        lists = incomplete(found, name=name) & {"fields", "languages"}
        values |= {f"{each}_known": extent for each in lists}
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
