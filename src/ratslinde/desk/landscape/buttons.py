"""The buttons that stand on the own page of an actor or an offer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ratslinde.desk.doorway import attempt
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.verbs.rows import Publication

CONFIRMED = "Bestätigt."
CONFIRMED_PUBLIC = "Bestätigt. Öffentlich steht das Datum schon."
CONFIRMED_WAITS = (
    "Bestätigt. Öffentlich bleibt das alte Datum, bis Sie veröffentlichen: "
    "An diesem Eintrag ist noch anderes geändert."
)


def pressed(
    request: HttpRequest, row: Actor | Offer, act: Callable[[], object], *, done: str
) -> HttpResponse:
    """Carry out what a button of the row's page asks for; that page says how it went."""
    name = "offer" if isinstance(row, Offer) else "actor"
    return attempt(request, act, done=done, back=reverse(f"desk_landscape:{name}", args=[row.public_id]))


def confirmed(request: HttpRequest, row: Actor | Offer, act: Callable[[], object]) -> HttpResponse:
    """Carry out a confirmation; the page says whether its day is public now, and if not why."""
    public = CONFIRMED_WAITS if actions.day_waits(row) else CONFIRMED_PUBLIC
    return pressed(request, row, act, done=public if row.publication == Publication.PUBLISHED else CONFIRMED)
