"""The agenda's order and its numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ratslinde.council.meetings import actions, queries
from ratslinde.council.meetings.models import Meeting
from ratslinde.desk.doorway import actor, attempt, door
from ratslinde.desk.meetings.ordering import moved
from ratslinde.desk.meetings.views import agenda_context
from ratslinde.kernel.errors import Conflict, Forbidden, Refused

_STEPS = {"hoch": -1, "runter": 1}
STALE = "Die Tagesordnung hat sich inzwischen geändert. Bitte neu laden und noch einmal ordnen."


@require_POST
@door("agenda.edit")
def order(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new order: all ids in `punkt` after dragging, or one id in `bewegt` with its direction."""
    found = queries.meeting(actor(request), public_id)
    one = request.POST.get("bewegt", "").partition(":")[0]
    try:
        actions.order_items(
            actor(request), found, order=_wanted(request, found), revision=_seen_revision(request)
        )
    except Forbidden:
        raise
    except Refused as refusal:
        return _agenda(
            request, public_id, trouble=STALE if isinstance(refusal, Conflict) else refusal.message
        )
    return _agenda(request, public_id, one=one)


@require_POST
@door("agenda.edit")
def number(request: HttpRequest, public_id: str) -> HttpResponse:
    """Number both parts again."""
    found = queries.meeting(actor(request), public_id)

    def act() -> None:
        try:
            actions.number_items(actor(request), found, revision=_seen_revision(request))
        except Conflict as conflict:
            raise Refused(STALE) from conflict

    return attempt(request, act, done="Neu nummeriert.", back=f"{_page(found)}#tagesordnung")


def _wanted(request: HttpRequest, found: Meeting) -> list[str]:
    """The public ids in the order that is asked for. Raises Conflict for an item or a direction that is not there."""
    if given := request.POST.getlist("punkt"):
        return given
    items = queries.agenda(found)
    one, _, direction = request.POST.get("bewegt", "").partition(":")
    if direction not in _STEPS or one not in {item.public_id for item in items}:
        raise Conflict(STALE)
    return moved(items, one, step=_STEPS[direction])


def _seen_revision(request: HttpRequest) -> int:
    """The state of the meeting that the page showed. Raises Conflict where the page did not say it."""
    text = request.POST.get("revision", "")
    if not text.isdecimal() or len(text) > 9:
        raise Conflict(STALE)
    return int(text)


def _agenda(request: HttpRequest, public_id: str, *, trouble: str = "", one: str = "") -> HttpResponse:
    """For htmx the agenda alone with a sentence on what happened; otherwise back to the page."""
    found = queries.meeting(actor(request), public_id)
    if "HX-Request" not in request.headers:
        if trouble:
            return attempt(request, lambda: _raise(trouble), done="", back=f"{_page(found)}#tagesordnung")
        return HttpResponseRedirect(f"{_page(found)}#top-{one}" if one else f"{_page(found)}#tagesordnung")
    context = agenda_context(found)
    lines = [line.item.public_id for part in context["parts"] for line in part.lines]
    place = f"Jetzt an Stelle {lines.index(one) + 1} von {len(lines)}." if one in lines else "Neu geordnet."
    context |= {"said": trouble or place, "trouble": trouble, "actor": actor(request), "part_only": True}
    return render(request, "desk/agenda.html", context)


def _raise(sentence: str) -> None:
    raise Refused(sentence)


def _page(found: Meeting) -> str:
    return reverse("desk:meeting", args=[found.public_id])
