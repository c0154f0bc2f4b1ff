"""The matrices as files: pictures, and who is active where as a network of actors and fields."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door
from ratslinde.desk.landscape.coverage.asking import asked_columns, asked_position, picture_for
from ratslinde.desk.landscape.coverage.drawing import activities_svg, matrix_svg
from ratslinde.desk.landscape.pictures import as_graphml, as_kumu, as_picture
from ratslinde.integration.landscape.models import Actor, Term
from ratslinde.integration.landscape.queries.activities import ActivityTable, activity_table, role_words
from ratslinde.ui.graphs import Connection, Element

FIELD, ACTOR = "Handlungsfeld", "Akteur"


@require_GET
@door("landscape.read")
def matrix_picture(request: HttpRequest, form: str) -> HttpResponse:
    """The table that is shown as a picture."""
    return as_picture(_matrix(request), name="abdeckung", form=form)


@require_GET
@door("landscape.read")
def activities_picture(request: HttpRequest, form: str) -> HttpResponse:
    """Who is active where as a picture."""
    return as_picture(activities_svg(_activities(request)), name="wer-ist-wo-aktiv", form=form)


@require_GET
@door("landscape.read")
def activities_graphml(request: HttpRequest) -> HttpResponse:
    """Actors and fields as two kinds of nodes."""
    return as_graphml(*_network(_activities(request)), name="wer-ist-wo-aktiv")


@require_GET
@door("landscape.read")
def activities_kumu(request: HttpRequest) -> HttpResponse:
    """The same for Kumu."""
    return as_kumu(*_network(_activities(request)), name="wer-ist-wo-aktiv")


def _matrix(request: HttpRequest) -> str:
    found, columns = picture_for(request), asked_columns(request)
    return matrix_svg(found, columns=columns, at=asked_position(found, request.GET, without=columns))


def _activities(request: HttpRequest) -> ActivityTable:
    return activity_table(actor(request), the_body(), kind=request.GET.get("art", ""))


def _network(table: ActivityTable) -> tuple[list[Element], list[Connection]]:
    fields = [Element(key=row.field.public_id, label=row.field.name, kind=FIELD) for row in table.rows]
    actors = [Element(key=each.public_id, label=each.name, kind=ACTOR) for each in table.actors]
    ties = [
        Connection(source=each.public_id, target=field.public_id, words=words, codes={"roles": words})
        for field, each, words in _ties(table)
    ]
    return [*fields, *actors], ties


def _ties(table: ActivityTable) -> Iterator[tuple[Term, Actor, str]]:
    """(field, actor, what it does there) of every cell that says something."""
    for row in table.rows:
        for each, cell in zip(table.actors, row.cells, strict=True):
            if cell is not None:
                yield row.field, each, role_words(cell)
