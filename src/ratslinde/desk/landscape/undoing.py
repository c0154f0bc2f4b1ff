"""Taking back what one act changed: first what it was, then the question."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.queries.history import of_batch


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.undo")
def undo(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """What would stand again as before; then do it."""
    rows = of_batch(account(request), batch)
    if not rows:
        raise Http404
    if request.method == "POST":
        undone = actions.undo(account(request), batch=batch)
        for sentence in undone.kept:
            messages.warning(request, f"Inzwischen anders, deshalb so gelassen: {sentence}")
        return said(
            request, f"{undone.fields} Angaben stehen wieder wie vorher.", go=reverse("desk_landscape:start")
        )
    context = {"title": "Änderungen zurücknehmen", "rows": rows, "back": reverse("desk_landscape:start")}
    return page(request, "desk/landscape/undo.html", context, trail=TRAIL)
