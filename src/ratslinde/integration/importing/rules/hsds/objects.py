"""The objects of an HSDS file: whatever its form, each comes out once, by its id, with links instead of copies."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.tables import MOST_ROWS
from ratslinde.kernel.errors import Refused

Object = dict[str, Any]
NAMESPACE = uuid.UUID("6f1d4f4e-3a53-5e0b-9c5c-2f8b6f7a1d20")
"""For ids that are no UUIDs: the same id of the same kind is always the same UUID."""


class Objects:
    """All objects of a file by kind and UUID, in the order in which they come."""

    def __init__(self) -> None:
        self.by_kind: dict[str, dict[str, Object]] = {
            kind: {} for kind in ("taxonomy", "term", "area", "location", "organization", "service")
        }

    def add(self, kind: str, found: Object) -> str:
        """Take the object and what stands inside it; returns its UUID. What is known already is only completed."""
        rest = dict(found)
        key = identity(kind, rest)
        rest["id"] = key
        _PARTS[kind](self, rest)
        known = self.by_kind[kind].setdefault(key, {})
        for name, value in rest.items():
            if known.get(name) in (None, "", [], {}):
                known[name] = value
        if sum(map(len, self.by_kind.values())) > MOST_ROWS:
            raise Refused(f"Die Datei hat mehr als {MOST_ROWS} Einträge.")
        return key

    def named(self, kind: str, value: Any) -> str:
        """The UUID of a link or of an embedded object, which is taken in; '' for none."""
        if isinstance(value, dict):
            return self.add(kind, value)
        return as_uuid(kind, value) if isinstance(value, str) and value else ""


def identity(kind: str, found: Mapping[str, Any]) -> str:
    """The object's UUID; one made from its name where it has no id."""
    given = found.get("id") or found.get("name") or json.dumps(found, sort_keys=True, default=str)
    return as_uuid(kind, str(given))


def as_uuid(kind: str, text: str) -> str:
    """The text when it is a UUID, else the UUID that stands for it."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return str(uuid.uuid5(NAMESPACE, f"{kind}/{text}"))


def _rows(value: Any) -> list[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _attributes(objects: Objects, rest: Object) -> None:
    for attribute in _rows(rest.get("attributes")):
        link = attribute.get("taxonomy_term", attribute.pop("taxonomy_term_id", ""))
        attribute["taxonomy_term"] = objects.named("term", link)


def _service(objects: Objects, rest: Object) -> None:
    rest["organization"] = objects.named(
        "organization", rest.get("organization") or rest.pop("organization_id", "")
    )
    rest.pop("organization_id", None)
    areas = rest.get("service_areas")
    rest["service_areas"] = [objects.named("area", each) for each in areas] if isinstance(areas, list) else []
    for site in _rows(rest.get("service_at_locations")):
        site["location"] = objects.named("location", site.get("location") or site.pop("location_id", ""))
        site["x_social_spaces"] = [as_uuid("area", each) for each in site.get("x_social_spaces", [])]
    _attributes(objects, rest)


def _organization(objects: Objects, rest: Object) -> None:
    rest["locations"] = [objects.named("location", each) for each in rest.get("locations", [])]
    parent = rest.get("parent_organization_id", "")
    rest["parent_organization_id"] = as_uuid("organization", parent) if parent else ""
    for service in _rows(rest.pop("services", [])):
        objects.add("service", {**service, "organization_id": rest["id"]})
    _attributes(objects, rest)


def _location(_objects: Objects, rest: Object) -> None:
    space = rest.get("x_social_space", "")
    rest["x_social_space"] = as_uuid("area", space) if space else ""


def _term(objects: Objects, rest: Object) -> None:
    link = rest.pop("taxonomy_detail", "") or rest.pop("taxonomy_id", "")
    rest["taxonomy_detail"] = objects.named("taxonomy", link)
    parent = rest.get("parent_id", "")
    rest["parent_id"] = as_uuid("term", parent) if parent else ""


def _area(_objects: Objects, rest: Object) -> None:
    before = rest.get("x_follows")
    rest["x_follows"] = [as_uuid("area", str(each)) for each in before] if isinstance(before, list) else []


def _whole(_objects: Objects, _rest: Object) -> None:
    """Nothing of another kind stands inside."""


_PARTS = {
    "service": _service, "organization": _organization, "location": _location, "term": _term, "taxonomy": _whole,
    "area": _area,
}  # fmt: skip
