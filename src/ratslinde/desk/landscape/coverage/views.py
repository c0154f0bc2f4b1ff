"""The matrix, a cell of it, and what would improve the picture most."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.inbox.queries import BACK, asked
from ratslinde.desk.landscape.coverage.asking import (
    asked_columns,
    asked_position,
    cell_address,
    picture_for,
    query,
)
from ratslinde.desk.landscape.coverage.forms import MarkForm
from ratslinde.desk.landscape.coverage.wording import COLUMNS, counts, legend, state_words
from ratslinde.desk.landscape.listing import TRAIL as UP
from ratslinde.integration.landscape.queries import coverage as queries
from ratslinde.integration.landscape.queries import demand
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import Named, Picture
from ratslinde.integration.landscape.rules.coverage_cells import Cell, Position
from ratslinde.verbs.rows import Publication

TRAIL = [*UP, ("Abdeckung", "/schreibtisch/integration/abdeckung/")]
COLUMN_WORDS = [("raum", "Sozialräume"), ("gruppe", "Zielgruppen"), ("sprache", "Sprachen")]


@require_GET
@door("landscape.read")
def matrix(request: HttpRequest) -> HttpResponse:
    """Fields by social spaces, groups or languages; what is not in the columns can be chosen."""
    found, columns = picture_for(request), asked_columns(request)
    at = asked_position(found, request.GET, without=columns)
    table = queries.table(found, columns=columns, at=at)
    context = {
        "title": "Abdeckung",
        "rows": [
            (field, collection, list(map(_shown, table.columns, cells)))
            for field, collection, cells in table.rows
        ],
        "table": table,
        "columns": columns,
        "column_words": COLUMN_WORDS,
        "column_word": COLUMNS[columns],
        "found": found,
        "at": at,
        "names": queries.names(found, at),
        "legend": legend(),
        "asked": request.GET.urlencode(),
        "freshness": queries.freshness(found),
        "drafts": sum(offer.publication == Publication.DRAFT for offer in found.offers.values()),
    }
    return page(request, "desk_coverage/matrix.html", context, trail=UP)


@require_GET
@door("landscape.read")
def cell(request: HttpRequest) -> HttpResponse:
    """One cell: its state and why, the offers, whom nobody has asked, and what can be done."""
    found = picture_for(request)
    return opened(request, found, asked_position(found, request.GET), form=MarkForm())


def opened(request: HttpRequest, found: Picture, at: Position, *, form: MarkForm) -> HttpResponse:
    """The page of a cell; a mark that was refused stands in its form."""
    shown = queries.opened(found, at)
    context = {
        "title": f"{shown.names['field'] if at.field else 'Alle Handlungsfelder'}: {_where(shown.names, at)}",
        "opened": shown,
        "state": state_words(shown.cell.state),
        "counts": counts(shown.cell),
        "at": at,
        "query": query(at),
        "markable": bool(at.field),
        "form": form,
        "limits": found.coverage.limits,
        "neighbours": _neighbours(found, at),
        "demand": _demand(request, at),
    }
    return page(request, "desk_coverage/cell.html", context, trail=TRAIL)


@require_GET
@door("landscape.read")
def improvements(request: HttpRequest) -> HttpResponse:
    """What somebody can do, and how many cells would be known by it."""
    found = picture_for(request)
    context = {
        "title": "Was das Bild am meisten verbessert",
        "advice": advice(found),
        "freshness": queries.freshness(found),
        "limits": found.coverage.limits,
    }
    return page(request, "desk_coverage/improvements.html", context, trail=TRAIL)


def _demand(request: HttpRequest, at: Position) -> dict[str, Any] | None:
    """How often somebody looked for this field and found nothing, and where that stands; None for all fields."""
    if not at.field:
        return None
    having = (demand.TOPIC, demand.topic_of(actor(request), at.field))
    number = asked(actor(request), demand.UNMET_DEMAND.name, having=having)
    if number is None:
        return None
    where = urlencode({"filter": having[0], "wert": having[1]})
    return {"number": number, "days": BACK.days, "address": f"{reverse('desk_inbox:counts')}?{where}"}


def _shown(column: Named, cell: Cell) -> dict[str, Any]:
    return {
        "column": column.name,
        "state": state_words(cell.state),
        "counts": counts(cell),
        "address": cell_address(cell.at),
    }


def _where(names: dict[str, str], at: Position) -> str:
    chosen = [names[key] for key in ("space", "group", "language") if getattr(at, key)]
    return ", ".join(chosen) or "insgesamt"


def _neighbours(found: Picture, at: Position) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """(name in addresses, label, choices, chosen) of each dimension, to go on to another cell."""
    return [
        ("feld", "Handlungsfeld", list(found.fields), at.field),
        ("raum", "Sozialraum", list(found.spaces), at.space),
        ("gruppe", "Zielgruppe", list(found.groups), at.group),
        ("sprache", "Sprache", list(found.languages), at.language),
    ]
