"""HSDS as JSON in: nested, one object or many, pages of an API, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ratslinde.integration.importing.rules.files.separated import decoded
from ratslinde.integration.importing.rules.hsds.objects import Object, Objects
from ratslinde.integration.importing.rules.persons.refusing import refuse_columns
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import clean

LISTS = {
    "services": "service", "organizations": "organization", "locations": "location", "taxonomies": "taxonomy",
    "taxonomy_terms": "term", "service_areas": "area", "service_at_locations": "site",
}  # fmt: skip


MOST_DEPTH = 40


def read_json(data: bytes) -> Objects:
    """The objects of a JSON file. Raises Refused when it is none, or not of HSDS, or about individuals."""
    text = decoded(data)
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        found = _lines(text)
    objects = Objects()
    for kind, each in _top(found):
        refuse_columns(_keys(each), where=kind)
        objects.add(kind, _cleaned(each))
    if not any(objects.by_kind.values()):
        raise Refused("In der Datei steht kein Angebot und kein Akteur nach HSDS 3.1.")
    return objects


def _lines(text: str) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise Refused("Die Datei ist kein lesbares JSON.") from None


def _top(found: Any) -> Iterator[tuple[str, Object]]:
    """(kind, object) of everything at the top of the file."""
    if isinstance(found, list):
        for each in found:
            yield from _top(each)
        return
    if not isinstance(found, dict):
        return
    if isinstance(found.get("contents"), list):
        yield from _top(found["contents"])
        return
    lists = [name for name in LISTS if isinstance(found.get(name), list)]
    if lists and "name" not in found:
        for name in lists:
            kind = LISTS[name]
            yield from ((kind, each) for each in found[name] if isinstance(each, dict) and kind != "site")
        return
    if found.get("id") or found.get("name"):
        yield _kind_of(found), found


def _kind_of(found: Object) -> str:
    if "status" in found or "service_at_locations" in found:
        return "service"
    for mark, kind in (
        ("location_type", "location"), ("taxonomy_detail", "term"), ("taxonomy", "term"), ("extent_type", "area"),
        ("extent", "area"), ("version", "taxonomy"),
    ):  # fmt: skip
        if mark in found:
            return kind
    return "organization"


def _keys(found: Any, depth: int = 0) -> Iterator[str]:
    if depth > MOST_DEPTH:
        raise Refused("Die Datei ist zu tief verschachtelt.")
    if isinstance(found, dict):
        for key, value in found.items():
            yield str(key).removeprefix("x_").replace("_", " ")
            yield from _keys(value, depth + 1)
    if isinstance(found, list):
        for value in found:
            yield from _keys(value, depth + 1)


def _cleaned(found: Any) -> Any:
    if isinstance(found, str):
        return clean(found)
    if isinstance(found, list):
        return [_cleaned(each) for each in found if each is not None]
    if isinstance(found, dict):
        return {str(key): _cleaned(value) for key, value in found.items() if value is not None}
    return found
