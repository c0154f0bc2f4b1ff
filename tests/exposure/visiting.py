"""Every address of the site, found from the URL list, with every id that exists on either side of the desk."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from ratslinde.council.bodies.models import Organization
from ratslinde.inbox.models import Submission
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.landscape.models import FieldChange, FormerId, LandscapeRow
from ratslinde.record.models import Published
from ratslinde.record.shapes import BODY_LISTS
from ratslinde.record.values import HSDS_KINDS
from ratslinde.verbs.rows import DeskRow
from tests.exposure.planting import our_models

QUERIES = {
    "search": ["?q=Zwillingsbaum", "?q=Zaunkoenigin", "?q=Zaunkoenigin&kind=paper", "?q=" + "%22"],
    "paper_list": ["?q=Zaunkoenigin", "?page=1"],
    "body-list": [
        "?omit_internal=true",
        "?modified_since=2000-01-01T00:00:00%2B00:00",
        "?limit=2",
        "?created_since=quatsch",
    ],
    "organization-list": ["?modified_since=2000-01-01T00:00:00%2B00:00"],
    "document_bytes": ["?download"],
    "offer_list": ["?q=Zaunkoenigin", "?q=Zwillingstreff&sprache=ar", "?thema=sprache&kostenlos=ja", "?alter=quatsch"],
    "offer_map": ["?q=Zwillingstreff", "?ausschnitt=8.05,51.77,3", "?ausschnitt=quatsch&thema=sprache"],
    "actor_list": ["?q=Zaunkoenigin", "?thema=sprache"],
    "hsds-services": ["?search=Zaunkoenigin", "?minimal=true", "?modified_after=quatsch"],
    "hsds-organizations": ["?full_service=true", "?search=Zaunkoenigin"],
    "hsds-organization": ["?full_service=true"],
    "hsds-taxonomy-terms": ["?top_only=true"],
    "hsds-service-at-locations": ["?postcode=59999", "?proximity=51.77,8.05,500", "?proximity=quatsch"],
    "actor-card": ["?version=4.0"],
}  # fmt: skip
MOST = 8  # rows of each kind, the oldest and the newest: the town publishes first, what is planted comes last


OTHER_LANGUAGES = (
    "leichte-sprache/",
    "en/",
    "tr/",
    "ar/",
    "uk/",
)  # the same pages again: only what they could show
SIGNED_IN = ("schreibtisch/", "konto/")  # a stranger gets nothing there: a few tries are enough


def patterns() -> Iterator[tuple[str, URLPattern, str]]:
    """(name, pattern, route) of every address."""
    yield from _walk(get_resolver(), "")


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern, str]]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route)
        else:
            yield entry.name or "", entry, route


def addresses() -> Iterator[tuple[str, str]]:
    """(name, address) of every visit. Raises KeyError for an argument that nobody has told how to fill."""
    values = _arguments()
    for name, _, route in patterns():
        arguments = re.findall(r"<(?:\w+:)?(\w+)>", route.replace("?P<", "<"))
        signed_in = route.startswith(SIGNED_IN)
        choices = [
            values.get(argument, ["unbekannt"])[-3:] if signed_in else values[argument]
            for argument in arguments
        ]
        if route.startswith(OTHER_LANGUAGES):
            choices = [[each for each in choice if each in values["directory"]] for choice in choices]
        for combination in itertools.product(*choices):
            address = "/" + _fill(route, dict(zip(arguments, combination, strict=True)))
            yield name, address
            for query in QUERIES.get(name, []):
                yield name, address + query


def _arguments() -> dict[str, list[str]]:
    public = list(Published.objects.values_list("pk", flat=True))
    inside = [
        row
        for model in our_models()
        if issubclass(model, DeskRow | Submission | FormerId | KeeperLink)
        for row in _some(model, "public_id")
    ]
    ids = sorted({*public, *inside})
    standard = [
        row
        for model in our_models()
        if issubclass(model, LandscapeRow | FormerId)
        for row in _some(model, "standard_id")
    ]
    landscape = [
        row
        for model in our_models()
        if issubclass(model, LandscapeRow | FormerId)
        for row in _some(model, "public_id")
    ]
    files = list(Published.objects.exclude(file_name="").values_list("file_name", flat=True))
    return {
        "public_id": ids,
        "directory": sorted(
            {*landscape, *Published.objects.filter(kind__in=HSDS_KINDS).values_list("pk", flat=True)}
        ),
        "slug": list(Organization.objects.values_list("slug", flat=True)),
        "kind": sorted({*BODY_LISTS.values(), "body"}),
        "file_name": sorted({*files, "geheim.txt", "v.txt"}),
        "month": ["2026-03"],
        "part": ["1"],
        "secret": ["unbekannt", *_some(KeeperLink, "secret_hash"), *_some(KeeperLink, "public_id")],
        "standard_id": sorted(
            {*standard, *Published.objects.exclude(standard_id=None).values_list("standard_id", flat=True)}
        ),
        "batch": _some(FieldChange, "batch"),
        "token": ["unbekannt"],
        "rest": ["", "/system/", "/unbekannt"],
        "number": ["1"],
    }


def _some(model: type[models.Model], column: str) -> list[str]:
    rows = [str(each) for each in model._default_manager.order_by("pk").values_list(column, flat=True)]
    return rows if len(rows) <= MOST else rows[: MOST // 2] + rows[-MOST // 2 :]


def _fill(route: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        group = rf"\(\?P<{name}>(?:[^()]|\([^()]*\))*\)|<(?:\w+:)?{name}>"
        route = re.sub(group, value.replace("\\", r"\\"), route)
    return route.replace("\\Z", "").replace("\\.", ".").replace("^", "").replace("$", "")
