"""Who should be asked, who was asked and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.lists import one_page
from ratslinde.integration.keeping import actions, queries
from ratslinde.integration.landscape.queries import actors
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.post.models import State
from ratslinde.post.queries import equipment

NOBODY = (
    "Es ist kein Mailserver eingestellt: Was geschrieben ist, wartet und hat noch niemanden erreicht. Den Link zum "
    "eigenen Eintrag können Sie einem Akteur von Hand geben; der Knopf dafür steht auf seiner Seite."
)


@require_GET
@door("keeper.invite")
def overview(request: HttpRequest) -> HttpResponse:
    """Actors by their last confirmation, oldest first, with what was sent to them."""
    found, paging = one_page(
        request, queries.to_ask(account(request), the_body(), state=request.GET.get("stand", ""))
    )
    context = {
        "title": "Einträge aktuell halten", "rows": queries.with_letters(found), "paging": paging,
        "asked": request.GET, "states": list(queries.STATES.items()), "equipment": equipment(),
        "reaches": queries.reaches_people(),
    }  # fmt: skip
    return page(request, "desk/landscape/keeping.html", context, trail=TRAIL)


@require_POST
@door("keeper.invite")
def invite(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write to one actor, and show the mail: it goes when somebody has looked at it and releases it."""
    found = actors.actor(account(request), public_id)
    try:
        letter = actions.invite(account(request), found)
    except Forbidden:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
        return HttpResponseRedirect(reverse("desk_landscape:actor", args=[found.public_id]))
    if letter.state != State.HELD:
        messages.info(request, f"An {found} wurde heute schon eine Mail geschrieben. Das ist sie.")
    elif queries.reaches_people():
        messages.success(request, "Die Mail ist geschrieben. Sehen Sie sie an und geben Sie sie frei.")
    else:
        messages.warning(request, NOBODY)
    return HttpResponseRedirect(reverse("desk_post:letter", args=[letter.public_id]))


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
    if queries.reaches_people():
        words = f"{written} Mails sind geschrieben. Sehen Sie sie durch und geben Sie sie frei."
        messages.success(request, words)
    else:
        messages.warning(request, NOBODY)
    return HttpResponseRedirect(f"{reverse('desk_post:letters')}?stapel={batch}")
