"""What was only counted: the list of what nobody found, as a page and as a table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.inbox import queries
from ratslinde.desk.inbox.views import LIST
from ratslinde.kernel import clock, tables
from ratslinde.verbs import may

HEADER = ("Was gezählt wurde", "Wörter", "Filter", "Anzahl", "Erster Tag", "Letzter Tag")


@require_GET
@door("counts.read")
def counts(request: HttpRequest) -> HttpResponse:
    """What was only counted, also the small numbers: for the desk alone."""
    person = actor(request)
    above = [("Eingang", reverse(LIST))] if may(person, "inbox.read") else []
    context = {
        "title": "Gezählte Anfragen",
        "groups": queries.counts(person, having=_having(request)),
        "narrowed": _having(request) is not None,
        "days": queries.BACK.days,
        "table": f"{reverse('desk_inbox:counts_csv')}?{request.GET.urlencode()}".rstrip("?"),
    }
    return page(request, "desk/inbox/counts.html", context, trail=above)


@require_GET
@door("counts.read")
def counts_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table, whole; a text that a spreadsheet would take for a formula is guarded."""
    first, last = queries.period()
    groups = queries.counts(actor(request), having=_having(request), most=queries.ALL)
    rows = [
        (label, line.words, line.filters, line.number, first, last)
        for label, lines in groups
        for line in lines
    ]
    dialect = tables.DIALECTS.get(request.GET.get("form", ""), tables.EXCEL)
    name = f"{clock.today()}_gezaehlte-anfragen.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    content = tables.csv_bytes(HEADER, rows, dialect=dialect)
    return HttpResponse(content, content_type=tables.MEDIA_TYPE, headers=headers)


def _having(request: HttpRequest) -> queries.Having | None:
    """The filter that the address names, with its value."""
    name, value = request.GET.get("filter", ""), request.GET.get("wert", "")
    return (name, value) if name and value else None
