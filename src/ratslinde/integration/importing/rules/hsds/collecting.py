"""Statements out of HSDS objects under way: links become references, and what has no field here is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ratslinde.integration.importing.rules.hsds.objects import Object, Objects
from ratslinde.integration.importing.rules.stated import Problem, Stated
from ratslinde.kernel.languages import is_known
from ratslinde.record import hsds

SHEETS = {
    "taxonomy": "taxonomies", "term": "taxonomy_terms", "space": "service_areas", "place": "locations",
    "actor": "organizations", "offer": "services",
}  # fmt: skip
_TYPES: Mapping[str, type[msgspec.Struct]] = {
    "taxonomies": hsds.Taxonomy, "taxonomy_terms": hsds.TaxonomyTerm, "service_areas": hsds.ServiceArea,
    "locations": hsds.Location, "organizations": hsds.Organization, "services": hsds.Service,
    "attributes": hsds.Attribute, "phones": hsds.Phone, "contacts": hsds.Contact,
    "organization_identifiers": hsds.OrganizationIdentifier, "addresses": hsds.Address,
    "accessibility": hsds.Accessibility, "languages": hsds.Language, "cost_options": hsds.CostOption,
    "service_at_locations": hsds.ServiceAtLocation, "schedules": hsds.Schedule, "capacities": hsds.ServiceCapacity,
}  # fmt: skip
_QUIET = {"id", "taxonomy_id", "link_id", "service_id", "organization_id", "location_id", "contact_id"}


class Collected:
    """The statements made so far, by the UUID of their object."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self.rows: list[Stated] = []
        self.left_out: Counter[str] = Counter()
        self._by_id: dict[tuple[str, str], Stated] = {}
        self._later: list[tuple[Stated, str, str, str]] = []

    def begin(self, kind: str, found: Object, *, label: str) -> Stated:
        """A new statement about the object."""
        number = len(self.rows) + 1
        made = Stated(
            number=number, kind=kind, sheet=SHEETS[kind], line=number, label=label, own_id=found["id"],
            identity={"standard_id": found["id"]},
        )  # fmt: skip
        self.rows.append(made)
        self._by_id[kind, found["id"]] = made
        unknown = sorted(set(_unknown(SHEETS[kind], found)))
        made.left_out += unknown
        self.left_out.update(unknown)
        return made

    def begin_named(self, kind: str, found: Object, *, words: Mapping[str, str]) -> Stated:
        """A new statement with the texts of `words` (theirs: ours); one without a name cannot be taken over."""
        made = self.begin(kind, found, label=str(found.get("name", "")).strip() or "(ohne Namen)")
        made.values.update(texts(found, words))
        if "name" not in made.values:
            made.problems.append(Problem("name", "Es fehlt der Name.", blocks=True))
        return made

    def stated(self, kind: str, key: str) -> Stated | None:
        """The statement about the object of that UUID."""
        return self._by_id.get((kind, key))

    def references(self, kind: str, keys: Iterable[str]) -> list[str]:
        """References to those objects that are taken over."""
        found = [self.stated(kind, key) for key in keys]
        return [each.reference for each in found if each is not None and not each.blocked]

    def later(self, stated: Stated, field: str, kind: str, key: str) -> None:
        """Set the field to a reference as soon as all statements are there."""
        self._later.append((stated, field, kind, key))

    def finish(self) -> None:
        """Set what had to wait; a link to what the file does not hold is looked for in the town by its UUID."""
        for stated, field, kind, key in self._later:
            found = self.stated(kind, key)
            stated.values[field] = found.reference if found is not None else f"uuid:{key}"


def texts(found: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    """The texts that the object has, under our names for them."""
    return {ours: str(found[theirs]) for theirs, ours in names.items() if str(found.get(theirs, "")).strip()}


def _unknown(sheet: str, found: Mapping[str, Any]) -> Iterable[str]:
    known = _TYPES[sheet].__struct_fields__
    for name, value in found.items():
        if name not in known and name not in _QUIET:
            if value not in (None, "", [], {}):
                yield f"{sheet}.{name}"
        elif isinstance(value, list) and name in _TYPES:
            for part in value:
                if isinstance(part, dict):
                    yield from _unknown(name, part)


def language_code(text: str) -> str:
    """A BCP 47 code as it is, '' for what is none."""
    return text if is_known(text) else ""
