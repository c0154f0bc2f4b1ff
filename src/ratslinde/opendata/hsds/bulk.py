"""Everything in one file, and tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from ratslinde.kernel import tables
from ratslinde.opendata import addresses
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.hsds.api import VERSION, sent
from ratslinde.record import directory, pages
from ratslinde.record.values import Kind

_PARTS: tuple[tuple[str, Kind], ...] = (
    ("taxonomies", "taxonomy"), ("taxonomy_terms", "term"), ("service_areas", "socialSpace"), ("locations", "place"),
    ("organizations", "actor"), ("services", "offer"),
)  # fmt: skip


@open_data(error_type="")
def everything(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """All objects, each kind ordered by id: the same content is always the same bytes."""
    known = directory.current()
    pieces = [f'"version":"{VERSION}"'.encode()]
    for name, kind in _PARTS:
        rows = sorted(known.of(kind), key=lambda item: item.standard_id)
        pieces.append(b'"%s":[%s]' % (name.encode(), b",".join(sent(item.text) for item in rows)))
    return b"{" + b",".join(pieces) + b"}"


@open_data(tables.MEDIA_TYPE)
def offers_table(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """The offers with what a spreadsheet can hold."""
    head = [
        "id",
        "Angebot",
        "Anbieter",
        "Handlungsfelder",
        "Zielgruppen",
        "Sprachen",
        "Orte",
        "Barrierefrei",
        "Bestätigt am",
        "Seite",
    ]
    known = directory.current()
    rows = [_offer(item, known) for item in known.of("offer")]
    return tables.csv_bytes(head, rows, dialect=tables.TECHNICAL)


@open_data(tables.MEDIA_TYPE)
def actors_table(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """The actors with what a spreadsheet can hold."""
    head = ["id", "Akteur", "Art", "Handlungsfelder", "Internetseite", "E-Mail", "Seite"]
    rows = [_actor(item) for item in directory.current().of("actor")]
    return tables.csv_bytes(head, rows, dialect=tables.TECHNICAL)


def _offer(item: directory.Item, known: directory.Directory) -> list[tables.Cell]:
    data = item.data
    places = [site["location"].get("name", "") for site in data.get("service_at_locations", ())]
    return [
        item.standard_id,
        data["name"],
        data.get("organization", {}).get("name", ""),
        _terms(data, "handlungsfeld"),
        _terms(data, "zielgruppe"),
        ", ".join(each["code"] for each in data.get("languages", ())),
        ", ".join(places),
        _gets_in(data, known),
        data.get("assured_date", ""),
        addresses.absolute(item.path),
    ]


def _gets_in(data: Mapping[str, Any], known: directory.Directory) -> bool | None:
    """Yes where one place is accessible, no where none is; None while nobody has said of one, or there is none."""
    sites = data.get("service_at_locations", ())
    places = [known.by_standard_id.get(site["location"]["id"]) for site in sites]
    said = {item.page.accessible for item in places if item and isinstance(item.page, pages.PlacePage)}
    return True if True in said else False if said == {False} else None


def _actor(item: directory.Item) -> list[str]:
    data = item.data
    return [
        item.standard_id, data["name"], _terms(data, "akteurstyp"), _terms(data, "handlungsfeld"),
        data.get("website", ""), data.get("email", ""), addresses.absolute(item.path),
    ]  # fmt: skip


def _terms(data: Mapping[str, Any], taxonomy: str) -> str:
    names = [
        each["taxonomy_term"]["name"] for each in data.get("attributes", ()) if each["link_type"] == taxonomy
    ]
    return ", ".join(dict.fromkeys(names))
