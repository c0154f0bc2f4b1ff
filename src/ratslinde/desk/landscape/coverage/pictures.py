"""The matrices as files: pictures, and who is active where as a network of actors and fields."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec
import networkx
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door
from ratslinde.desk.landscape.coverage.asking import asked_columns, asked_position, picture_for
from ratslinde.desk.landscape.coverage.drawing import activities_svg, matrix_svg
from ratslinde.desk.landscape.pictures import as_png, as_svg, attached
from ratslinde.integration.landscape.models import Actor, Term
from ratslinde.integration.landscape.queries.activities import ActivityTable, activity_table, role_words
from ratslinde.ui.pictures.svg import one_line

FIELD, ACTOR = "Handlungsfeld", "Akteur"


@require_GET
@door("landscape.read")
def matrix_as_svg(request: HttpRequest) -> HttpResponse:
    """The table that is shown as a picture."""
    return as_svg(_matrix(request), name="abdeckung")


@require_GET
@door("landscape.read")
def matrix_as_png(request: HttpRequest) -> HttpResponse:
    """The table that is shown as a picture, in points."""
    return as_png(_matrix(request), name="abdeckung")


@require_GET
@door("landscape.read")
def activities_as_svg(request: HttpRequest) -> HttpResponse:
    """Who is active where as a picture."""
    return as_svg(activities_svg(_activities(request)), name="wer-ist-wo-aktiv")


@require_GET
@door("landscape.read")
def activities_as_png(request: HttpRequest) -> HttpResponse:
    """Who is active where as a picture, in points."""
    return as_png(activities_svg(_activities(request)), name="wer-ist-wo-aktiv")


@require_GET
@door("landscape.read")
def activities_graphml(request: HttpRequest) -> HttpResponse:
    """Actors and fields as two kinds of nodes."""
    table = _activities(request)
    found: networkx.Graph[str] = networkx.Graph()
    for row in table.rows:
        found.add_node(row.field.public_id, label=one_line(row.field.name), kind=FIELD)
    for each in table.actors:
        found.add_node(each.public_id, label=one_line(each.name), kind=ACTOR)
    for field, each, words in _ties(table):
        found.add_edge(each.public_id, field.public_id, roles=words)
    target = io.BytesIO()
    networkx.write_graphml_xml(found, target)
    return attached(target.getvalue(), "wer-ist-wo-aktiv.graphml", "application/graphml+xml")


@require_GET
@door("landscape.read")
def activities_kumu(request: HttpRequest) -> HttpResponse:
    """The same for Kumu, which knows elements by their labels: an actor called like another thing has its number."""
    table = _activities(request)
    labels = {row.field.public_id: one_line(row.field.name) for row in table.rows}
    for number, each in enumerate(table.actors, 1):
        name = one_line(each.name)
        labels[each.public_id] = f"{name} ({number})" if name in labels.values() else name
    content = {
        "elements": [
            *({"label": labels[row.field.public_id], "type": FIELD} for row in table.rows),
            *({"label": labels[each.public_id], "type": ACTOR} for each in table.actors),
        ],
        "connections": [
            {
                "from": labels[each.public_id],
                "to": labels[field.public_id],
                "type": words,
                "direction": "undirected",
            }
            for field, each, words in _ties(table)
        ],
    }
    return attached(msgspec.json.encode(content), "wer-ist-wo-aktiv_kumu.json", "application/json")


def _matrix(request: HttpRequest) -> str:
    found, columns = picture_for(request), asked_columns(request)
    return matrix_svg(found, columns=columns, at=asked_position(found, request.GET, without=columns))


def _activities(request: HttpRequest) -> ActivityTable:
    return activity_table(actor(request), the_body(), kind=request.GET.get("art", ""))


def _ties(table: ActivityTable) -> Iterator[tuple[Term, Actor, str]]:
    """(field, actor, what it does there) of every cell that says something."""
    for row in table.rows:
        for each, cell in zip(table.actors, row.cells, strict=True):
            if cell is not None:
                yield row.field, each, role_words(cell)
