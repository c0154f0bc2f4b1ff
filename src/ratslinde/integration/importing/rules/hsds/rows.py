"""The whole way from HSDS objects to statements."""

from __future__ import annotations

from ratslinde.integration.importing.rules.hsds.actors import actors
from ratslinde.integration.importing.rules.hsds.collecting import Collected
from ratslinde.integration.importing.rules.hsds.objects import Objects
from ratslinde.integration.importing.rules.hsds.offers import offers
from ratslinde.integration.importing.rules.hsds.words import TAXONOMIES, areas, places, taxonomies, terms


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
