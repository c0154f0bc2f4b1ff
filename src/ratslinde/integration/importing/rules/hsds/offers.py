"""Statements about offers out of HSDS services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.hsds.collecting import Collected, language_code
from ratslinde.integration.importing.rules.hsds.days import days, moment_in
from ratslinde.integration.importing.rules.hsds.figures import ages, capacity, costs, known
from ratslinde.integration.importing.rules.hsds.objects import Object
from ratslinde.integration.importing.rules.hsds.parts import (
    contacts,
    former_ids,
    incomplete,
    public_id_in,
)
from ratslinde.integration.importing.rules.hsds.reach import reach
from ratslinde.integration.importing.rules.hsds.sites import sites
from ratslinde.integration.importing.rules.hsds.words import SPAN, translations
from ratslinde.integration.importing.rules.stated import Problem, Stated

_STATUS = {
    "active": "active",
    "inactive": "temporarily closed",
    "temporarily closed": "temporarily closed",
    "defunct": "defunct",
}
_TEXTS = {
    "name": "name", "description": "description", "application_process": "access_note",
    "fees_description": "cost_note", "eligibility_description": "eligibility", "alert": "alert",
}  # fmt: skip
_DAYS = {"assured_date": "confirmed_on", **SPAN}
_TERMS = {"handlungsfeld": "fields", "zielgruppe": "groups", "zugangsbarriere": "barriers"}


def offers(collected: Collected) -> None:
    """A statement for each service."""
    for found in collected.objects.by_kind["service"].values():
        _offer(collected, found)


def _offer(collected: Collected, found: Object) -> None:
    stated = collected.begin_named("offer", found, words=_TEXTS)
    values = stated.values
    days(stated, found, _DAYS)
    values["status"] = _STATUS.get(str(found.get("status")), "active")
    _provider(collected, stated, found)
    _address(stated, found)
    _languages(collected, stated, found)
    costs(collected, values, found)
    ages(values, found)
    known(values, found)
    capacity(collected, values, found)
    _attributes(collected, stated, found)
    values.update(sites(collected, found))
    people = contacts(collected, found)
    if people:
        values["contact"] = people[0]
    former_ids(values, found)
    translations(values, found)


def _provider(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    references = collected.references("actor", [found["organization"]])
    if references:
        stated.values["actor"] = references[0]
    elif found["organization"]:
        collected.later(stated, "actor", "actor", found["organization"])
    else:
        stated.problems.append(Problem("organization", "Es fehlt der Anbieter.", blocks=True))


def _address(stated: Stated, found: Mapping[str, Any]) -> None:
    """The address of our own page is not a website of the offer: it carries the id, which stays."""
    public_id = public_id_in(str(found.get("url", "")), "angebote")
    if public_id:
        stated.identity["public_id"] = public_id
    reach(stated, {**found, "url": ""} if public_id else found, website="url")
    if moment := moment_in(found.get("last_modified")):
        stated.identity["stated_at"] = moment


def _languages(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    rows = []
    for each in found.get("languages", []):
        code = language_code(str(each.get("code", "")))
        if code:
            rows.append([code, each.get("note") == "gedolmetscht"])
        else:
            collected.left_out["languages (unbekannte Sprache)"] += 1
    if rows:
        stated.values["languages"] = sorted(rows, key=lambda each: (each[1], each[0]))
        stated.values["languages_known"] = "languages" not in incomplete(found)
    interpreted = ", ".join(code for code, spoken in stated.values.get("languages", []) if spoken)
    if found.get("interpretation_services") not in (None, "", interpreted):
        collected.left_out["services.interpretation_services"] += 1


def _attributes(collected: Collected, stated: Stated, found: Mapping[str, Any]) -> None:
    for each in found.get("attributes", []):
        references = collected.references("term", [each.get("taxonomy_term", "")])
        name = _TERMS.get(str(each.get("link_type", "")))
        if references and each.get("link_type") == "angebotsform":
            stated.values["form"] = references[0]
        elif references and name:
            stated.values.setdefault(name, []).append(references[0])
        else:
            collected.left_out["services.attributes (andere)"] += 1
    if "groups" in stated.values:
        stated.values["groups_known"] = "" if "groups" in incomplete(found) else "listed"
    if "fields" in stated.values:
        stated.values["fields_known"] = "fields" not in incomplete(found)
