"""One entry of the directory as it is searched and filtered; made once for each published text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ratslinde.portal.directory.index import Postings, Text, Written, postings
from ratslinde.portal.directory.languages import BY_CODE
from ratslinde.record.directory import Item

TOPIC, GROUP, FORM, KIND = "handlungsfeld", "zielgruppe", "angebotsform", "akteurstyp"
_NAME, _WHO, _WHAT, _TEXT = 8.0, 5.0, 5.0, 1.0
_ATTRIBUTES = (
    ("name", _NAME),
    ("alternate_name", _NAME),
    ("description", _TEXT),
    ("eligibility_description", _TEXT),
    ("application_process", _TEXT),
)
_FIELDS = {"eligibility_description": "eligibility", "application_process": "access_note"}
"""What HSDS calls differently from the names under which translations are kept."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry:
    """Ids are UUIDs of the standard, topics and languages are codes. Two are the same only if they are one object."""

    item: Item
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    places: tuple[str, ...]
    actor: str
    postings: Postings
    written: Written


def entry(item: Item) -> Entry:
    """The entry of an offer or an actor."""
    data = item.data
    forms, written = postings(_texts(data))
    spoken = [each["code"] for each in data.get("languages", ())] or data.get("x_languages", ())
    sites = [site["location"] for site in data.get("service_at_locations", ())] + _locations(data)
    return Entry(
        item=item,
        topics=tuple(dict.fromkeys(term["code"] for term in terms(data, TOPIC))),
        languages=tuple(spoken),
        areas=tuple(each["id"] for each in data.get("service_areas", ())),
        places=tuple(dict.fromkeys(each["id"] for each in sites)),
        actor=data.get("organization", {}).get("id", ""),
        postings=forms,
        written=written,
    )


def in_part(entry: Entry) -> frozenset[str]:
    """Which lists of the entry name something, but perhaps not all: 'fields', 'groups', 'languages'."""
    return frozenset(entry.item.data.get("x_incomplete", ()))


def terms(data: Mapping[str, Any], taxonomy: str) -> list[Mapping[str, Any]]:
    """The terms of a taxonomy that apply, each once."""
    found = [
        each["taxonomy_term"] for each in data.get("attributes", ()) if each.get("link_type") == taxonomy
    ]
    return list({term["id"]: term for term in found}.values())


def _locations(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [each for each in data.get("locations", ()) if isinstance(each, Mapping)]


def _texts(data: Mapping[str, Any]) -> Iterator[Text]:
    """Every text in every language, with what a word in it counts."""
    for attribute, weight in _ATTRIBUTES:
        yield from _in_all_languages(data, attribute, weight)
    yield from _in_all_languages(data.get("organization", {}), "name", _WHO)
    for taxonomy in (TOPIC, GROUP, FORM, KIND):
        for term in terms(data, taxonomy):
            yield from _in_all_languages(term, "name", _WHAT)
    for site in data.get("service_at_locations", ()):
        yield from _in_all_languages(site["location"], "name", _WHO)
    for area in data.get("service_areas", ()):
        yield Text(words=area["name"], language="de", weight=_WHO)


def _in_all_languages(data: Mapping[str, Any], attribute: str, weight: float) -> Iterator[Text]:
    if attribute in data:
        yield Text(words=data[attribute], language="de", weight=weight)
    for code, fields in data.get("x_translations", {}).items():
        translation = fields.get(_FIELDS.get(attribute, attribute))
        if translation and code in BY_CODE:
            yield Text(words=translation["text"], language=code, weight=weight)
