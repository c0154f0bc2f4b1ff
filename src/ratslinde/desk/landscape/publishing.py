"""Many entries at once: what would become public, what is still in the way, the question."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.to_publish import chosen, parted
from ratslinde.desk.publishing.showing import changes, summary
from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.actions.publishing_runs import LONG
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries import publishing as queries
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs.releasing import mark

SHOWN = 60
Entry = Actor | Offer


@require_POST
@door("landscape.publish")
def publish(request: HttpRequest) -> HttpResponse:
    """Show what publishing the chosen entries would change, and do it when that was seen."""
    rows = chosen(account(request), the_body(), request.POST)
    if not rows and not {"zeile", "alle"} & request.POST.keys():
        messages.warning(request, "Bitte zuerst Zeilen auswählen.")
        return HttpResponseRedirect(reverse("desk_landscape:start"))
    ready, waiting = parted(rows)
    if len(ready) >= LONG and "gezeigt" in request.POST:
        return _begin(request, ready)
    if not ready or "stand" not in request.POST:
        return _ask(request, ready, waiting)
    refusal = _refusal(request, ready)
    if refusal:
        ready = [type(row)._default_manager.get(pk=row.pk) for row in ready]
        return _ask(request, ready, waiting, refusal=refusal)
    return said(request, f"{len(ready)} Einträge sind veröffentlicht.", go=reverse("desk_landscape:start"))


def _begin(request: HttpRequest, ready: list[Entry]) -> HttpResponse:
    seen = request.POST["gezeigt"].split(",")
    run = actions.begin_publishing(account(request), the_body(), rows=ready, seen=seen)
    return HttpResponseRedirect(reverse("desk_landscape:publishing", args=[run.public_id]))


def _refusal(request: HttpRequest, ready: list[Entry]) -> str:
    """'' when all are public now; else why not, and none of them is."""
    try:
        actions.publish_many(account(request), the_body(), rows=ready, seen=request.POST["stand"])
    except Forbidden:
        raise
    except Refused as refused:
        return refused.message
    return ""


def _ask(
    request: HttpRequest, ready: list[Entry], waiting: list[tuple[Entry, str]], *, refusal: str = ""
) -> HttpResponse:
    found = previews.preview_many(account(request), ready) if ready else ()
    context = {
        "title": "Veröffentlichen", "rows": ready, "waiting": waiting, "summary": summary(found), "stand": mark(found),
        "changes": changes(found[:SHOWN]), "more": max(0, len(found) - SHOWN), "refusal": refusal,
        "number": len(found), "back": reverse("desk_landscape:start"),
        "seen": ",".join(mark([each]) for each in found) if len(ready) >= LONG else "",
    }  # fmt: skip
    status = 409 if refusal else 200
    return page(request, "desk/landscape/publish_many.html", context, trail=TRAIL, status=status)


@require_GET
@door("landscape.publish")
def publishing(request: HttpRequest, public_id: str) -> HttpResponse:
    """How far the worker is with many entries; at the end what is public now, and what stayed and why.

    The page looks again by itself, and nothing is lost by leaving it.
    """
    found = queries.run(account(request), public_id)
    stopped = queries.has_stopped(found)
    context = {
        "title": "Veröffentlichen", "run": found, "total": len(found.rows), "published": found.done - len(found.left),
        "left": found.left[:SHOWN], "stopped": stopped, "back": reverse("desk_landscape:start"),
    }  # fmt: skip
    under_way = not found.is_over and not stopped
    return page(request, "desk/landscape/publishing.html", context, trail=TRAIL, under_way=under_way)
