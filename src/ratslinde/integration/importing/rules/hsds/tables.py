"""HSDS as a package of CSV tables: rows that belong together become nested objects, and go the way of the JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from pathlib import PurePosixPath
from typing import Any

from ratslinde.integration.importing.rules.files import archives
from ratslinde.integration.importing.rules.files.separated import decoded
from ratslinde.integration.importing.rules.hsds.belonging import (
    Tables,
    belonging,
    contacts_of,
    phones_of,
    together,
)
from ratslinde.integration.importing.rules.hsds.objects import Object, Objects
from ratslinde.integration.importing.rules.persons.refusing import refuse_columns
from ratslinde.integration.importing.rules.tables import MOST_ROWS, cell_text
from ratslinde.kernel.errors import Refused

_NUMBERS = {
    "latitude", "longitude", "minimum_age", "maximum_age", "amount", "available", "maximum", "interval", "count",
    "timezone", "x_order", "x_waiting",
}  # fmt: skip
_FLAGS = {"x_whole_town", "x_volunteers_only", "x_self_managed"}


def read_package(data: bytes) -> Objects:
    """The objects of a ZIP of HSDS tables. Raises Refused when it is none, or about individuals."""
    tables: Tables = defaultdict(list)
    for name in archives.names_in(data):
        path = PurePosixPath(name)
        if path.suffix.lower() == ".csv" and not path.name.startswith("."):
            tables[path.stem.lower()] = _rows(archives.read_entry(data, name), path.stem)
    if not (tables["organizations"] or tables["services"]):
        raise Refused("Das ist kein Paket nach HSDS 3.1: Es fehlt organizations.csv und services.csv.")
    objects = Objects()
    for kind, rows in (
        ("taxonomy", tables["taxonomies"]), ("term", tables["taxonomy_terms"]), ("area", tables["service_areas"]),
        ("location", _locations(tables)), ("organization", _organizations(tables)), ("service", _services(tables)),
    ):  # fmt: skip
        for row in rows:
            objects.add(kind, row)
    return objects


def _rows(data: bytes, name: str) -> list[Object]:
    reader = csv.DictReader(io.StringIO(decoded(data).replace("\x00", ""), newline=""))
    refuse_columns((title.replace("_", " ") for title in reader.fieldnames or ()), where=name)
    rows = []
    try:
        for row in reader:
            rows.append(
                {key: _value(key, text) for key, text in row.items() if key and text not in ("", None)}
            )
            if len(rows) > MOST_ROWS:
                raise Refused(f"„{name}“ hat mehr als {MOST_ROWS} Zeilen.")
    except csv.Error as error:
        raise Refused(f"„{name}“ ist keine lesbare CSV-Datei.") from error
    return rows


def _value(key: str, text: str) -> Any:
    text = cell_text(text)
    if key in _NUMBERS:
        try:
            number = float(text)
        except ValueError:
            return text
        return int(number) if number.is_integer() else number
    if key in _FLAGS:
        return text.lower() in ("true", "1", "ja")
    if key.startswith("x_") and text[:1] in "[{":
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


def _locations(tables: Tables) -> list[Object]:
    parts = {name: belonging(tables, name, "location_id") for name in ("addresses", "accessibility")}
    return together(tables["locations"], parts)


def _organizations(tables: Tables) -> list[Object]:
    locations: dict[str, list[Any]] = defaultdict(list)
    for row in tables["locations"]:
        if row.get("organization_id"):
            locations[row["organization_id"]].append(row["id"])
    return together(
        tables["organizations"],
        {
            "phones": phones_of(tables, "organization_id"),
            "contacts": contacts_of(tables, "organization_id"),
            "attributes": belonging(tables, "attributes", "link_id"),
            "organization_identifiers": belonging(tables, "organization_identifiers", "organization_id"),
            "locations": locations,
        },
    )


def _services(tables: Tables) -> list[Object]:
    times = belonging(tables, "schedules", "service_at_location_id")
    sites = {
        key: together(rows, {"schedules": times})
        for key, rows in belonging(tables, "service_at_location", "service_id").items()
    }
    units = {row["id"]: row for row in tables["units"] if "id" in row}
    capacities = belonging(tables, "service_capacity", "service_id")
    for rows in capacities.values():
        for row in rows:
            row["unit"] = units.get(row.pop("unit_id", ""), {})
    return together(
        tables["services"],
        {
            "languages": belonging(tables, "languages", "service_id"),
            "cost_options": belonging(tables, "cost_options", "service_id"),
            "service_areas": belonging(tables, "service_areas", "service_id"),
            "service_at_locations": sites,
            "schedules": belonging(tables, "schedules", "service_id"),
            "capacities": capacities,
            "attributes": belonging(tables, "attributes", "link_id"),
            "phones": phones_of(tables, "service_id"),
            "contacts": contacts_of(tables, "service_id"),
        },
    )
