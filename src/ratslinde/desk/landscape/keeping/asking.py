"""Who should be asked, who was asked and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.lists import one_page
from ratslinde.integration.keeping import actions, queries
from ratslinde.integration.landscape.queries import actors
from ratslinde.kernel import clock


@require_GET
@door("keeper.invite")
def overview(request: HttpRequest) -> HttpResponse:
    """Actors by their last confirmation, oldest first, with what was sent to them."""
    found, paging = one_page(
        request, queries.to_ask(account(request), the_body(), state=request.GET.get("stand", ""))
    )
    context = {
        "title": "Einträge aktuell halten", "rows": queries.with_letters(found), "paging": paging,
        "asked": request.GET, "states": list(queries.STATES.items()), "mailbox": queries.has_mailbox(),
    }  # fmt: skip
    return page(request, "desk/landscape/keeping.html", context, trail=TRAIL)


@require_POST
@door("keeper.invite")
def invite(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask one actor now."""
    found = actors.actor(account(request), public_id)
    back = request.POST.get("zurueck") or reverse("desk_landscape:actor", args=[found.public_id])
    safe = back if back.startswith("/schreibtisch/") else reverse("desk_keeping:overview")
    return attempt(
        request,
        lambda: actions.invite(account(request), found),
        done=f"Die Mail an {found} ist unterwegs.",
        back=safe,
    )


@require_POST
@door("keeper.invite")
def invite_due(request: HttpRequest) -> HttpResponse:
    """Write to all that were chosen; the mails wait until somebody has looked at them."""
    chosen = queries.chosen(account(request), the_body(), request.POST.getlist("zeile"))
    if not chosen:
        messages.warning(request, "Bitte zuerst Zeilen auswählen.")
        return HttpResponseRedirect(reverse("desk_keeping:overview"))
    batch = f"Bitte um Bestätigung {clock.today():%d.%m.%Y}"
    written, without = actions.invite_many(account(request), chosen, batch=batch)
    if without:
        messages.warning(request, f"Ohne E-Mail-Adresse: {', '.join(without)}")
    messages.success(
        request, f"{written} Mails sind geschrieben. Sehen Sie sie durch und geben Sie sie frei."
    )
    return HttpResponseRedirect(f"{reverse('desk_post:letters')}?stapel={batch}")
