"""The matrix as a file: CSV in two dialects, and a page of a report."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import door
from ratslinde.desk.landscape.coverage.asking import asked_columns, asked_position, picture_for
from ratslinde.desk.landscape.coverage.reporting import matrix_document
from ratslinde.integration.landscape.queries.coverage import CellOffer, OpenedCell, names, opened, table
from ratslinde.integration.landscape.rules.coverage_cells import Cell as MatrixCell
from ratslinde.kernel import clock, tables
from ratslinde.printing import render

HEADER = (
    "Handlungsfeld", "Sozialraum", "Zielgruppe", "Sprache", "Stand", "vor Ort", "stadtweit", "online", "ohne Ort",
    "davon gedolmetscht", "unklar", "bekannte Akteure", "davon geantwortet", "Anteil", "Schwelle", "Tag",
)  # fmt: skip

CELL_HEADER = (
    *HEADER[:5], "Warum", "Einordnung", "Angebot", "Akteur", "Wie oder was fehlt", "bestätigt am", "veraltet",
)  # fmt: skip


@require_GET
@door("landscape.read")
def matrix_csv(request: HttpRequest) -> HttpResponse:
    """One line for each cell of the table that is shown: state, counts apart, and what it was decided by."""
    found, columns = picture_for(request), asked_columns(request)
    at = asked_position(found, request.GET, without=columns)
    shown = table(found, columns=columns, at=at)
    rows: list[list[tables.Cell]] = []
    for _, collection, cells in shown.rows:
        known, answered, share = len(collection.known), len(collection.answered), collection.share
        rounded = None if share is None else round(share, 4)
        tail = (known, answered, rounded, collection.threshold, found.coverage.day)
        rows.extend([*names(found, cell.at).values(), *_numbers(cell), *tail] for cell in cells)
    return as_csv(request, "abdeckung", HEADER, rows)


@require_GET
@door("landscape.read")
def cell_csv(request: HttpRequest) -> HttpResponse:
    """One line for each offer behind a cell and why it counts or not; a cell without any has one line all the same."""
    found = picture_for(request)
    at = asked_position(found, request.GET)
    cell = opened(found, at)
    head = [*names(found, at).values(), cell.cell.state.value, " ".join(cell.reasons)]
    return as_csv(request, "abdeckung-zelle", CELL_HEADER, [[*head, *line] for line in _lines(cell)])


def _lines(cell: OpenedCell) -> list[Sequence[tables.Cell]]:
    groups = (
        ("passt", cell.offers), ("unklar", cell.unclear), ("Entwurf, würde passen", cell.drafts),
        ("Entwurf, unklar", cell.unclear_drafts),
    )  # fmt: skip
    lines: list[Sequence[tables.Cell]] = [
        (word, each.row.name, each.row.actor.name, _why(each), each.value.confirmed_on, each.outdated)
        for word, offers in groups
        for each in offers
    ]
    return lines or [("kein Angebot", "", "", "", None, None)]


def _why(each: CellOffer) -> str:
    if each.missing:
        return ", ".join(each.missing)
    return f"{each.way}, wird gedolmetscht" if each.interpreted else each.way


@require_GET
@door("landscape.read")
def matrix_pdf(request: HttpRequest) -> HttpResponse:
    """The table that is shown as a page of a report, with legend, limits, day and source."""
    found, columns = picture_for(request), asked_columns(request)
    at = asked_position(found, request.GET, without=columns)
    pdf = render(matrix_document(found, columns=columns, at=at), created=clock.now())
    return _attached(pdf, f"{found.coverage.day}_abdeckung.pdf", media_type="application/pdf")


def as_csv(
    request: HttpRequest, name: str, header: Sequence[str], rows: Sequence[Sequence[tables.Cell]]
) -> HttpResponse:
    """The table in the dialect that `form` in the address names; 'Excel (deutsch)' unless it names another."""
    dialect = tables.DIALECTS.get(request.GET.get("form", ""), tables.EXCEL)
    content = tables.csv_bytes(header, rows, dialect=dialect)
    return _attached(content, f"{clock.today()}_{name}.csv", media_type=tables.MEDIA_TYPE)


def _numbers(cell: MatrixCell) -> list[tables.Cell]:
    masks = (cell.site, cell.area, cell.online, cell.unsaid, cell.interpreted, cell.unclear)
    return [cell.state.value, *(mask.bit_count() for mask in masks)]


def _attached(content: bytes, name: str, *, media_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=media_type, headers=headers)
