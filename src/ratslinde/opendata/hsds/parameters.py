"""The lists of the API with what may be asked of them: for the page and for OpenAPI."""

from __future__ import annotations

from typing import NamedTuple

Parameter = tuple[str, str, str]
"""Name, type in JSON Schema's words, meaning."""


class ApiList(NamedTuple):
    """One list: its name in the address, what it holds, its parameters."""

    name: str
    meaning: str
    parameters: tuple[Parameter, ...]


_PAGES: tuple[Parameter, ...] = (
    ("page", "integer", "Seite, ab 1"),
    ("per_page", "integer", "Objekte je Seite, höchstens 100"),
    ("modified_after", "string", "nur was danach geändert wurde"),
)
_SEARCH: Parameter = ("search", "string", "Wörter in Name und Beschreibung")
_TERMS: tuple[Parameter, ...] = (
    ("taxonomy_term_id", "string", "nur mit diesem Begriff"),
    ("taxonomy_id", "string", "nur mit einem Begriff dieser Wortliste"),
)
FORMAT: Parameter = ("format", "string", "nur json")
FULL: Parameter = ("full_service", "boolean", "mit ihren Angeboten")
_MINIMAL: Parameter = ("minimal", "boolean", "nur die wichtigsten Attribute")
LISTS = (
    ApiList(
        "services",
        "Angebote",
        (*_PAGES, _SEARCH, *_TERMS, _MINIMAL, ("organization_id", "string", "nur von diesem Akteur")),
    ),
    ApiList(
        "organizations",
        "Akteure",
        (*_PAGES, _SEARCH, *_TERMS, _MINIMAL, FULL),
    ),
    ApiList("taxonomies", "Wortlisten der Kommune", (*_PAGES, _SEARCH, _MINIMAL)),
    ApiList(
        "taxonomy_terms",
        "Begriffe, zum Beispiel Handlungsfelder",
        (
            *_PAGES, _SEARCH, _TERMS[1], _MINIMAL, ("top_only", "boolean", "nur ohne Oberbegriff"),
            ("parent_id", "string", "nur unter diesem Begriff"),
        ),
    ),
    ApiList(
        "service_at_locations",
        "Welches Angebot wo stattfindet",
        (
            *_PAGES, _SEARCH, *_TERMS, ("postcode", "string", "nur in dieser Postleitzahl"),
            ("proximity", "string", "nur im Umkreis: Breite,Länge,Meter"),
        ),
    ),
)  # fmt: skip
