"""A run is taken back: first what would go, what would stay and why; then the question."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor, attempt, door, page
from ratslinde.desk.landscape.importing.showing import KIND_TITLES, KIND_WORDS
from ratslinde.desk.landscape.importing.views import TRAIL
from ratslinde.integration.importing import actions, looking_back, queries
from ratslinde.integration.importing.models import ImportRow

MOST_NAMED = 200
"""Rows that are named on the page; of more it says how many they are."""


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.import")
def take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """What taking the run back would do; then do it."""
    run = queries.run(actor(request), public_id)
    back = reverse("desk_importing:run", args=[public_id])
    if request.method == "POST":
        return attempt(
            request,
            lambda: actions.take_back(actor(request), run),
            done="Der Import wird zurückgenommen.",
            back=back,
        )
    found = looking_back.taking_back(actor(request), run)
    context = {
        "title": "Import zurücknehmen",
        "run": run,
        "found": found,
        "going": _by_kind(found.going),
        "staying": [(row, KIND_WORDS[row.kind], reason) for row, reason in found.staying[:MOST_NAMED]],
        "more_staying": max(0, len(found.staying) - MOST_NAMED),
        "kept": found.kept[:MOST_NAMED],
        "anything": bool(found.going or found.fields),
        "back": back,
    }
    trail = [*TRAIL, (run.name, back)]
    return page(request, "desk_importing/taking_back.html", context, trail=trail)


def _by_kind(rows: Sequence[ImportRow]) -> list[tuple[str, int, list[str], int]]:
    """(kind in words, how many, the first of their names, how many more) of the rows."""
    found: dict[str, list[str]] = {}
    for row in reversed(rows):
        found.setdefault(row.kind, []).append(row.label)
    return [
        (KIND_TITLES[kind], len(names), names[:MOST_NAMED], max(0, len(names) - MOST_NAMED))
        for kind, names in reversed(found.items())
    ]
