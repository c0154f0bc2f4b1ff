"""HSDS 3.1: objects and lists, sent as they stand in the record (https://docs.openreferral.org/, API reference)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from django.http import HttpRequest

from ratslinde.opendata import addresses
from ratslinde.opendata.filters import switch
from ratslinde.opendata.hsds import filters, paging
from ratslinde.opendata.hsds.forms import hsds
from ratslinde.opendata.refusals import NotThere
from ratslinde.record import directory
from ratslinde.record.directory import Item
from ratslinde.record.values import ADDRESS, Kind

VERSION = "3.1"
_ADDRESS = ADDRESS.encode()
_CORE = ("id", "name", "status", "description", "last_modified", "assured_date")


@hsds
def root(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """What this is: version, profile, description."""
    known = {
        "version": VERSION,
        "profile": addresses.absolute("hsds/profil.json"),
        "openapi_url": addresses.absolute("hsds/openapi.json"),
    }
    return msgspec.json.encode(known)


@hsds
def services(request: HttpRequest) -> bytes:
    """The offers; `minimal=true` sends their core attributes only."""
    return _list(request, "offer")


@hsds
def service(request: HttpRequest, *, standard_id: uuid.UUID) -> bytes:
    """One offer with everything in it."""
    return sent(_one(request, "offer", standard_id).text)


@hsds
def organizations(request: HttpRequest) -> bytes:
    """The actors; `full_service=true` puts their offers in, without repeating the actor in each."""
    found = filters.wanted(directory.current().of("actor"), request.GET)
    if switch(request.GET, "full_service"):
        return paging.page([_with_services(item) for item in found], request.GET)
    return _page(request, found)


@hsds
def organization(request: HttpRequest, *, standard_id: uuid.UUID) -> bytes:
    """One actor; `full_service=true` puts its offers in."""
    item = _one(request, "actor", standard_id)
    return _with_services(item) if switch(request.GET, "full_service") else sent(item.text)


@hsds
def taxonomies(request: HttpRequest) -> bytes:
    """The town's taxonomies."""
    return _list(request, "taxonomy")


@hsds
def taxonomy(request: HttpRequest, *, standard_id: uuid.UUID) -> bytes:
    """One taxonomy."""
    return sent(_one(request, "taxonomy", standard_id).text)


@hsds
def taxonomy_terms(request: HttpRequest) -> bytes:
    """The terms; `top_only=true` those without a parent, `parent_id` those below one."""
    found = filters.wanted(directory.current().of("term"), request.GET)
    parent = request.GET.get("parent_id", "")
    if switch(request.GET, "top_only"):
        found = [item for item in found if "parent_id" not in item.data]
    if parent:
        found = [item for item in found if item.data.get("parent_id") == parent]
    return _page(request, found)


@hsds
def taxonomy_term(request: HttpRequest, *, standard_id: uuid.UUID) -> bytes:
    """One term."""
    return sent(_one(request, "term", standard_id).text)


@hsds
def service_at_locations(request: HttpRequest) -> bytes:
    """Which offer takes place where; `postcode` and `proximity` choose by place."""
    near, there = filters.proximity(request.GET), filters.postcode(request.GET)
    found = filters.wanted(directory.current().of("offer"), request.GET)
    rows = [
        encoded(_at_location(item, site))
        for item in found
        for site in item.data.get("service_at_locations", ())
        if near(site["location"]) and there(site["location"])
    ]
    return paging.page(rows, request.GET)


@hsds
def service_at_location(request: HttpRequest, *, standard_id: uuid.UUID) -> bytes:  # noqa: ARG001 - a view
    """One offer at one place."""
    for item in directory.current().of("offer"):
        for site in item.data.get("service_at_locations", ()):
            if site["id"] == str(standard_id):
                return encoded(_at_location(item, site))
    raise NotThere("Ein solches Objekt gibt es nicht.")


@hsds
def nothing(request: HttpRequest) -> bytes:
    """No list and no object has this address."""
    raise NotThere("Unter dieser Adresse gibt es keine offenen Daten.", debug=request.path)


def sent(text: bytes) -> bytes:
    """An object with this site's address in it."""
    return text.replace(_ADDRESS, addresses.base().encode())


def encoded(value: Mapping[str, Any]) -> bytes:
    """Plain data as JSON, with this site's address in it."""
    return sent(msgspec.json.encode(value).replace(b'"\\u001f', b'"' + _ADDRESS))


def _list(request: HttpRequest, kind: Kind) -> bytes:
    return _page(request, filters.wanted(directory.current().of(kind), request.GET))


def _page(request: HttpRequest, items: Sequence[Item]) -> bytes:
    if switch(request.GET, "minimal"):
        cores = [{key: item.data[key] for key in _CORE if key in item.data} for item in items]
        return paging.page([encoded(core) for core in cores], request.GET)
    return paging.page([sent(item.text) for item in items], request.GET)


def _one(_request: HttpRequest, kind: Kind, standard_id: uuid.UUID) -> Item:
    found = directory.current().by_standard_id.get(str(standard_id)) or _merged(kind, str(standard_id))
    if found is None or found.kind != kind:
        raise NotThere("Ein solches Objekt gibt es nicht.")
    return found


def _merged(kind: Kind, standard_id: str) -> Item | None:
    """The actor or offer that took over the one of this UUID."""
    for item in directory.current().of(kind):
        if standard_id in item.data.get("x_former_ids", ()):
            return item
    return None


def _with_services(item: Item) -> bytes:
    offers = [
        {key: value for key, value in offer.data.items() if key != "organization"}
        for offer in directory.current().of("offer")
        if offer.data.get("organization", {}).get("id") == item.standard_id
    ]
    return encoded({**item.data, "services": offers} if offers else item.data)


def _at_location(item: Item, site: Mapping[str, Any]) -> dict[str, Any]:
    return {**site, "service_id": item.standard_id, "service": item.data}
