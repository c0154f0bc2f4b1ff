"""Many rows at once, in three steps: what is to change, what that would do row by row, and the act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.bulk.forms import ActorsForm, ManyForm
from ratslinde.desk.landscape.bulk.offers import OffersForm
from ratslinde.desk.landscape.bulk.wording import left_words, plan_rows
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape import changing, planning
from ratslinde.integration.landscape.queries.many import actors_of, offers_of
from ratslinde.verbs import may

MOST = 500
"""Rows of one act. It is one transaction, so that nobody else writes meanwhile with SQLite: about 1.5 s for so many."""
CHOSEN, SEEN, LOOK, ACT, AGAIN = "zeile", "gesehen", "ansehen", "ausfuehren", "zurueck"


@dataclass(frozen=True, kw_only=True)
class Many:
    """The rows that were chosen, the form for their kind, and the list they were chosen in."""

    rows: list[planning.Row]
    form: Callable[[Any], ManyForm]
    back: str


@require_POST
@door("offer.edit")
def offers(request: HttpRequest) -> HttpResponse:
    """The same change to many offers."""
    rows = offers_of(account(request), the_body(), chosen_ids(request))
    return step(request, Many(rows=[*rows], form=OffersForm, back=reverse("desk_landscape:offers")))


@require_POST
@door("actor.edit")
def actors(request: HttpRequest) -> HttpResponse:
    """The same change to many actors."""
    rows = actors_of(account(request), the_body(), chosen_ids(request))
    return step(request, Many(rows=[*rows], form=ActorsForm, back=reverse("desk_landscape:actors")))


def chosen_ids(request: HttpRequest) -> list[str]:
    """The public ids of the rows that were ticked."""
    return request.POST.getlist(CHOSEN)[:MOST]


def step(request: HttpRequest, many: Many) -> HttpResponse:
    """The step that was asked for: what is to change, what that would do, or the act."""
    if not many.rows:
        messages.warning(request, "Bitte zuerst Zeilen auswählen.")
        return HttpResponseRedirect(many.back)
    asked = request.POST
    chosen = len(asked.getlist(CHOSEN))
    if chosen > MOST:
        messages.warning(
            request, f"Bitte höchstens {MOST} Einträge auf einmal ändern. Gewählt waren {chosen}."
        )
        return HttpResponseRedirect(many.back)
    form = many.form(asked if any(step in asked for step in (LOOK, ACT, AGAIN)) else None)
    if AGAIN in asked or not form.is_bound or not form.is_valid():
        return _form(request, many, form)
    seen = _seen(asked)
    if ACT in asked and seen:
        return _act(request, many, form, seen)
    return _plan(request, many, form)


def _form(request: HttpRequest, many: Many, form: ManyForm) -> HttpResponse:
    context = {"title": _title(many), "form": form, "rows": many.rows, "back": many.back}
    return page(request, "desk/landscape/bulk.html", context, trail=TRAIL)


def _plan(request: HttpRequest, many: Many, form: ManyForm) -> HttpResponse:
    found = planning.plan(account(request), many.rows, form.changes)
    context = {
        "title": _title(many), "plan": found, "rows": plan_rows(found), "chosen": many.rows, "back": many.back,
        "kept": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
    }  # fmt: skip
    return page(request, "desk/landscape/bulk_plan.html", context, trail=TRAIL)


def _act(request: HttpRequest, many: Many, form: ManyForm, seen: Mapping[str, int]) -> HttpResponse:
    done = changing.carry_out(account(request), rows=many.rows, changes_of=form.changes, seen=seen)
    if done.left:
        messages.warning(request, left_words(done.left))
    if done.changed:
        messages.success(request, format_html("{}{}", _done_words(done), _undo(request, done)))
    return HttpResponseRedirect(many.back)


def _done_words(done: changing.Done) -> str:
    number, public = len(done.changed), sum(each.outdates_the_public for each in done.changed)
    again = f" Öffentlich gilt bei {public} noch der alte Stand, bis Sie veröffentlichen." if public else ""
    return f"{number} {'Eintrag' if number == 1 else 'Einträge'} geändert.{again}"


def _undo(request: HttpRequest, done: changing.Done) -> str:
    if not may(account(request), "landscape.undo"):
        return ""
    address = reverse("desk_landscape:undo", args=[done.batch])
    return format_html(' <a href="{}">Rückgängig machen</a>', address)


def _seen(asked: QueryDict) -> dict[str, int]:
    """The revisions in which the rows were looked at, by public id."""
    pairs = (text.rpartition(":") for text in asked.getlist(SEEN)[:MOST])
    return {key: int(revision) for key, _, revision in pairs if revision.isdecimal() and len(revision) < 9}


def _title(many: Many) -> str:
    return "1 Eintrag ändern" if len(many.rows) == 1 else f"{len(many.rows)} Einträge ändern"
