"""The directory's addresses for programs (OpenAPI 3.1): what may be asked, and every answer there is to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.kernel import tables
from ratslinde.opendata import addresses
from ratslinde.opendata.answers import JSON
from ratslinde.opendata.calendars import CALENDAR
from ratslinde.opendata.hsds.api import VERSION
from ratslinde.opendata.hsds.maps import GEOJSON
from ratslinde.opendata.hsds.parameters import FORMAT, FULL, LISTS, ApiList, Parameter
from ratslinde.opendata.hsds.vcards import VCARD, VERSIONS

Json = dict[str, Any]
PLAIN = "text/plain; charset=utf-8"
_FILES = (
    ("alles.json", "Alles in einer Datei", JSON), ("profil.json", "Was dieses Profil zu HSDS ergänzt", JSON),
    ("openapi.json", "Diese Beschreibung", JSON), ("angebote.csv", "Angebote als Tabelle", tables.MEDIA_TYPE),
    ("akteure.csv", "Akteure als Tabelle", tables.MEDIA_TYPE),
    ("orte.geojson", "Orte mit ihren Angeboten", GEOJSON), ("sozialraeume.geojson", "Sozialräume", GEOJSON),
)  # fmt: skip
_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_YES: Json = {"type": "boolean"}
_SCHEMAS: Json = {
    "Object": {
        "type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}},
        "description": "Ein Objekt von HSDS 3.1, ergänzt um die Attribute aus profil.json.",
    },
    "Page": {
        "type": "object",
        "properties": {
            "total_items": _COUNT, "total_pages": _COUNT, "page_number": _COUNT, "size": _COUNT, "first_page": _YES,
            "last_page": _YES, "empty": _YES,
            "contents": {"type": "array", "items": {"$ref": "#/components/schemas/Object"}},
        },
        "required": [
            "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents",
        ],
        "additionalProperties": False,
    },
    "Root": {
        "type": "object", "properties": {"version": {"const": VERSION}, "profile": _TEXT, "openapi_url": _TEXT},
        "required": ["version", "profile", "openapi_url"], "additionalProperties": False,
    },
    "Anything": {"type": "object"},
    "Error": {
        "type": "object",
        "properties": {
            "message": {**_TEXT, "description": "Was nicht ging, für Menschen."},
            "debug": {**_TEXT, "description": "Woran es lag, für Programme und wer sie schreibt."},
        },
        "required": ["message"], "additionalProperties": False,
    },
}  # fmt: skip
_REFUSED = {
    "400": "Ein Parameter ist nicht zu verstehen. Er wird nie still übergangen.",
    "404": "Das gibt es nicht, nicht mehr, oder die offenen Daten sind abgeschaltet.",
    "405": "Offene Daten können nur gelesen werden (GET, HEAD).",
    "410": "Das gab es hier; es ist zurückgenommen.",
}


def described() -> Json:
    """The description as plain data."""
    paths: Json = {
        "/": _path("Version, Profil, Beschreibung", schema="Root", refused=("400", "404"), asked=(FORMAT,))
    }
    for each in LISTS:
        paths |= _of_list(each)
    for name, meaning, form in _FILES:
        paths[f"/{name}"] = _path(meaning, form=form, schema="Anything", refused=("404",))
    return {
        "openapi": "3.1.0",
        "info": {"title": "HSDS", "version": VERSION},
        "servers": [{"url": addresses.absolute("hsds")}],
        "paths": {**paths, **_of_pages()},
        "components": {"schemas": _SCHEMAS},
    }


def _of_list(each: ApiList) -> Json:
    one = _path(
        f"Eines davon: {each.meaning}", schema="Object", refused=("400", "404"),
        asked=(FORMAT, *(FULL for known in each.parameters if known == FULL)),
    )  # fmt: skip
    one["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    ]
    whole = _path(each.meaning, schema="Page", refused=("400", "404"), asked=(*each.parameters, FORMAT))
    return {f"/{each.name}": whole, f"/{each.name}/{{id}}": one}


def _of_pages() -> Json:
    """What belongs to a page of the portal, and stands below its address."""
    version: Parameter = ("version", "string", f"Fassung: {' oder '.join(VERSIONS)}")
    card = _path("Der Akteur als Visitenkarte", form=VCARD, refused=("400", "404", "410"), asked=(version,))
    dates = _path("Die Termine des Angebots", form=CALENDAR, refused=("404", "410"))
    key = [{"name": "public_id", "in": "path", "required": True, "schema": _TEXT}]
    server = [{"url": addresses.absolute("").rstrip("/")}]
    return {
        "/akteure/{public_id}.vcf": {"servers": server, "parameters": key, **card},
        "/angebote/{public_id}.ics": {"servers": server, "parameters": key, **dates},
    }


def _path(
    summary: str,
    *,
    form: str = JSON,
    schema: str = "",
    refused: Sequence[str],
    asked: Sequence[Parameter] = (),
) -> Json:
    """An address that can be read. `schema`: what is sent as JSON; `refused`: the statuses besides 405."""
    problem = _content(JSON, "Error") if form == JSON else _content(PLAIN, "")
    answers: Json = {
        "200": {
            "description": "OK",
            "headers": {"ETag": {"schema": _TEXT}},
            "content": _content(form, schema),
        },
        "304": {"description": "Seit der Antwort mit diesem ETag oder Tag hat sich nichts geändert."},
        **{status: {"description": _REFUSED[status], "content": problem} for status in (*refused, "405")},
    }
    return {
        "get": {"summary": summary, "parameters": [_parameter(each) for each in asked], "responses": answers}
    }


def _content(form: str, schema: str) -> Json:
    is_json = form in (JSON, GEOJSON)
    return {form: {"schema": {"$ref": f"#/components/schemas/{schema}"} if is_json else _TEXT}}


def _parameter(asked: Parameter) -> Json:
    name, form, meaning = asked
    return {"name": name, "in": "query", "description": meaning, "schema": {"type": form}}
