"""Undoing a merging: what goes back, what becomes public by it, the question; or why it is no longer possible."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.publishing.showing import changes, summary
from ratslinde.integration.landscape import actions, previews
from ratslinde.integration.landscape.models import Actor, Merger, Offer, Place
from ratslinde.integration.landscape.queries import mergers
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs.releasing import mark

Entry = Actor | Offer | Place
_PAGES = {"Actor": "desk_landscape:actor", "Offer": "desk_landscape:offer", "Place": "desk_landscape:place"}


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.unmerge")
def unmerge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show what would stand again as before; then do it."""
    found = mergers.merger(account(request), public_id)
    refusal = ""
    if request.method == "POST":
        try:
            return _undo(request, found)
        except Forbidden:
            raise
        except Refused as refused:
            refusal = refused.message
    return _ask(request, found, refusal)


def _undo(request: HttpRequest, found: Merger) -> HttpResponse:
    kept = actions.row_named(found.kind, found.kept)
    other = actions.unmerge(account(request), kept, merger=found, seen=request.POST.get("stand", ""))
    sentence = f"Rückgängig gemacht. „{other}“ und „{kept}“ stehen wieder jeweils für sich."
    return said(request, sentence, go=reverse(_PAGES[found.kind], args=[found.other]))


def _ask(request: HttpRequest, found: Merger, refusal: str) -> HttpResponse:
    kept, other = (actions.row_named(found.kind, each) for each in (found.kept, found.other))
    reasons, differences = _looked(request, found, kept)
    context = {
        "title": "Zusammenführung rückgängig machen", "kept": kept, "other": other, "found": found, "reasons": reasons,
        "refusal": refusal, "hanging": mergers.hanging(found), "stand": mark(differences),
        "summary": summary(differences) if differences else "", "changes": changes(differences),
        "back": reverse(_PAGES[found.kind], args=[found.kept]),
    }  # fmt: skip
    status = 409 if refusal else 200
    return page(request, "desk/landscape/unmerge.html", context, trail=TRAIL, status=status)


def _looked(request: HttpRequest, found: Merger, kept: Entry) -> tuple[list[str], previews.Differences]:
    """Why it is not possible, and what it would make public otherwise: some reasons only show when it is tried."""
    if reasons := actions.reasons_against(found, kept):
        return reasons, ()
    try:
        return [], previews.preview_unmerging(account(request), found, kept)
    except Forbidden:
        raise
    except Refused as refused:
        return [refused.message], ()
