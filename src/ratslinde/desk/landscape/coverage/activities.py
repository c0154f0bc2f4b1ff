"""Who is active where: fields × actors as a page and as a table to take away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.coverage.exporting import as_csv
from ratslinde.desk.landscape.coverage.views import TRAIL
from ratslinde.integration.landscape.queries.activities import activity_table, kinds, role_words
from ratslinde.kernel import tables


@require_GET
@door("landscape.read")
def activities(request: HttpRequest) -> HttpResponse:
    """Actors by fields, with the fields that hang on one actor alone."""
    person, body, kind = actor(request), the_body(), request.GET.get("art", "")
    table = activity_table(person, body, kind=kind)
    context = {
        "title": "Wer ist wo aktiv",
        "table": table,
        "rows": [
            (each, [(row.field.name, role_words(row.cells[number])) for row in table.rows])
            for number, each in enumerate(table.actors)
        ],
        "kinds": kinds(person, body),
        "kind": kind,
        "asked": request.GET.urlencode(),
        "alone": [row for row in table.rows if row.hangs_on],
        "empty": [row for row in table.rows if not row.number],
    }
    return page(request, "desk_coverage/activities.html", context, trail=TRAIL)


@require_GET
@door("landscape.read")
def activities_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table; the last columns say how many are active and on whom the field hangs."""
    table = activity_table(actor(request), the_body(), kind=request.GET.get("art", ""))
    header = ["Handlungsfeld", *(each.name for each in table.actors), "Akteure", "hängt nur an"]
    rows: list[list[tables.Cell]] = [
        [row.field.name, *map(role_words, row.cells), row.number, row.hangs_on.name if row.hangs_on else ""]
        for row in table.rows
    ]
    return as_csv(request, "wer-ist-wo-aktiv", header, rows)
