"""The tables to hand out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor, door
from ratslinde.integration.importing import queries
from ratslinde.integration.importing.rules import template
from ratslinde.integration.importing.rules.offer_columns import KINDS

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@door("landscape.read")
def workbook(request: HttpRequest) -> HttpResponse:
    """The Excel file with the town's own words in its drop-downs."""
    data = template.workbook(queries.lists(actor(request), the_body()))
    return _download(data, name="Vorlage-Angebotslandschaft.xlsx", media_type=EXCEL)


@require_GET
@door("landscape.read")
def separated(_request: HttpRequest, kind: str) -> HttpResponse:
    """The CSV file of one sheet."""
    if kind not in KINDS:
        raise Http404
    data = template.separated(KINDS[kind])
    return _download(data, name=f"Vorlage-{KINDS[kind].title}.csv", media_type="text/csv; charset=utf-8")


def _download(data: bytes, *, name: str, media_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=media_type, headers=headers)
