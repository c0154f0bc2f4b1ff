"""The buttons that stand on the own page of an actor or an offer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ratslinde.desk.doorway import attempt
from ratslinde.integration.landscape.models import Actor, Offer


def pressed(
    request: HttpRequest, row: Actor | Offer, act: Callable[[], object], *, done: str
) -> HttpResponse:
    """Carry out what a button of the row's page asks for; that page says how it went."""
    name = "offer" if isinstance(row, Offer) else "actor"
    return attempt(request, act, done=done, back=reverse(f"desk_landscape:{name}", args=[row.public_id]))
