"""What the directory's open data are: the page for people, OpenAPI and the profile for programs."""

from __future__ import annotations

from typing import Any

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from ratslinde.opendata import addresses
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.hsds.attributes import attributes
from ratslinde.opendata.hsds.openapi import described
from ratslinde.opendata.hsds.parameters import LISTS
from ratslinde.opendata.vocabulary import frame
from ratslinde.ui.frame import Crumb

_DOWNLOADS = (
    ("hsds/alles.json", "Alles in einer Datei (HSDS, JSON)"),
    ("hsds/angebote.csv", "Angebote als Tabelle (CSV)"),
    ("hsds/akteure.csv", "Akteure als Tabelle (CSV)"),
    ("hsds/orte.geojson", "Orte mit ihren Angeboten (GeoJSON)"),
    ("hsds/sozialraeume.geojson", "Sozialräume (GeoJSON)"),
)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How the directory is read by programs, and every attribute of our own. 404 when open data are switched off."""
    if not settings.RATSLINDE_OPEN_DATA:
        raise Http404
    context = {
        "frame": frame(),
        "trail": (
            Crumb(label=gettext("Startseite"), address="/"),
            Crumb(label=gettext("Offene Daten"), address="/oparl/"),
            Crumb(label=gettext("Verzeichnis")),
        ),
        "entry": addresses.absolute("hsds/"),
        "downloads": [(addresses.absolute(path), gettext(label)) for path, label in _DOWNLOADS],
        "lists": LISTS,
        "attributes": attributes(),
    }
    return render(request, "opendata/hsds.html", context)


@open_data(error_type="")
def profile(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """What this profile adds to HSDS, as a JSON merge patch (RFC 7386) over the schema files."""
    patch: dict[str, Any] = {}
    for each in attributes():
        for file in each.files:
            properties = patch.setdefault(file, {"properties": {}})["properties"]
            properties[each.name] = {"description": each.meaning, **each.schema}
    return msgspec.json.encode(patch)


@open_data(error_type="")
def openapi(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """The addresses, their parameters and answers."""
    return msgspec.json.encode(described())
