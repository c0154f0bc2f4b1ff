"""Which column is what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.landscape.importing.views import TRAIL, next_step
from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.models import ImportRun
from ratslinde.integration.importing.opening import assigned
from ratslinde.integration.importing.rules.headers import likely_kind, unnamed
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.kernel.text import shortened

_SAMPLES = 3
KIND_OPTIONS = [(kind.key, kind.title) for kind in KINDS.values()]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One column: its name, the first things that stand in it, and what it fills."""

    name: str
    title: str
    samples: list[str]
    chosen: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet with its columns. `options`: the fields of its kind.

    `why`: why nobody knows what its rows are, or only supposes it, in a sentence; '' where that is known.
    """

    name: str
    title: str
    number: int
    kind: str
    lines: list[Line]
    options: list[tuple[str, str]]
    private: list[str]
    why: str


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.import")
def columns(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say what the rows of each sheet are and which column is what. Another kind asks for its columns anew."""
    run = queries.run(actor(request), public_id)
    given = _given(request, run) if request.method == "POST" else None
    error = ""
    if given is not None and not _kind_changed(run, given, request):
        try:
            run = actions.map_columns(actor(request), run, sheets=given)
        except Forbidden:
            raise
        except Refused as refusal:
            error = refusal.message
        else:
            return HttpResponseRedirect(next_step(run))
    sheets = [_sheet(at, stored, given[at] if given else None) for at, stored in enumerate(run.tables)]
    context = {
        "title": "Spalten zuordnen",
        "run": run,
        "sheets": sheets,
        "kinds": KIND_OPTIONS,
        "error": error,
    }
    return page(request, "desk_importing/columns.html", context, trail=TRAIL)


def _given(request: HttpRequest, run: ImportRun) -> list[dict[str, Any]]:
    found = []
    for at, stored in enumerate(run.tables):
        kind = request.POST.get(f"blatt-{at}", "")
        chosen = {
            str(number): request.POST.get(f"spalte-{at}-{number}", "")
            for number in range(len(stored["header"]))
        }
        fields = {column.field for column in KINDS[kind].columns} if kind in KINDS else set()
        known = {number: field for number, field in chosen.items() if field in fields}
        found.append({"kind": kind if kind in KINDS else "", "columns": known})
    return found


def _kind_changed(run: ImportRun, given: list[dict[str, Any]], request: HttpRequest) -> bool:
    """Whether the page was sent to see the columns of another kind of rows."""
    shown = [request.POST.get(f"gezeigt-{at}", "") for at in range(len(run.tables))]
    return any(each["kind"] not in ("", before) for each, before in zip(given, shown, strict=True))


def _sheet(at: int, stored: dict[str, Any], given: dict[str, Any] | None) -> Sheet:
    known = given["kind"] if given else stored["kind"]
    kind = known or ("" if given or not stored["rows"] else likely_kind(stored["header"]))
    chosen = given["columns"] if given else stored["columns"]
    if kind and not chosen:
        chosen = {str(number): field for number, field in assigned(kind, stored["header"]).items()}
    lines = [
        Line(
            name=f"spalte-{at}-{number}",
            title=title or unnamed(number),
            samples=_samples(stored, number),
            chosen=chosen.get(str(number), ""),
        )
        for number, title in enumerate(stored["header"])
        if title or _samples(stored, number)
    ]
    options = [(column.field, column.title) for column in KINDS[kind].columns] if kind else []
    return Sheet(
        name=f"blatt-{at}", title=stored["sheet"], number=at, kind=kind, lines=lines, options=options,
        private=stored["private"], why="" if known or given else _why(stored, kind),
    )  # fmt: skip


def _why(stored: dict[str, Any], supposed: str) -> str:
    if not stored["rows"]:
        return (
            "Aus den Spaltennamen geht nicht hervor, was in diesem Blatt steht; davon wurde nichts gespeichert. "
            "Soll es mit, nennen Sie bitte die Spalte mit den Namen „Akteur“, „Angebot“ oder „Gebäude“ und lesen die "
            "Datei noch einmal ein."
        )
    if supposed:
        return (
            "Keine Spalte sagt für sich, wie die Zeilen heißen. Nach den anderen Spalten sind es wohl "
            f"{KINDS[supposed].title}: Bitte prüfen Sie das und wählen Sie unten die Spalte mit den Namen."
        )
    return (
        "Aus den Spaltennamen geht nicht hervor, was in jeder Zeile steht. Bitte wählen Sie es und lassen Sie sich die "
        "Spalten dazu anzeigen."
    )


def _samples(stored: dict[str, Any], number: int) -> list[str]:
    texts = dict.fromkeys(cells[number] for _, cells in stored["rows"] if cells[number])
    return [shortened(text, most=40) for text in list(texts)[:_SAMPLES]]
