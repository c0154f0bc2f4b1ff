"""Looking at every value that was read."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ratslinde.council.adoption.actions import (
    accept,
    choose_item,
    correct,
    release_contacts,
)
from ratslinde.council.adoption.models import Source
from ratslinde.council.adoption.queries import items_to_tie, source
from ratslinde.council.adoption.subjects import subject_of
from ratslinde.council.papers.models import Consultation
from ratslinde.desk import words
from ratslinde.desk.adoption.controls import TieForm, ValueForm, send_again
from ratslinde.desk.adoption.files import TRAIL
from ratslinde.desk.adoption.known import hints
from ratslinde.desk.adoption.shown import ShownCard, contacts, first_open, progress, session_of
from ratslinde.desk.adoption.values import Bound, shown_cards
from ratslinde.desk.doorway import actor, door, page
from ratslinde.kernel.errors import Forbidden, Refused


@require_GET
@door("adoption.check")
def check(request: HttpRequest, public_id: str) -> HttpResponse:
    """The check view of a source."""
    return _whole(request, source(actor(request), public_id))


@require_POST
@door("adoption.check")
def accept_values(request: HttpRequest, public_id: str, subject: str) -> HttpResponse:
    """The values named in the form are right as they were shown."""
    read, fields = source(actor(request), public_id), request.POST.getlist("feld")
    seen = dict(zip(fields, request.POST.getlist("stand"), strict=False))
    accept(actor(request), read, subject=subject, fields=fields, seen=seen)
    return _after(request, read, subject=subject)


@require_POST
@door("adoption.check")
def correct_value(request: HttpRequest, public_id: str, subject: str, name: str) -> HttpResponse:
    """Put a value right, or choose the agenda item of a step."""
    read = source(actor(request), public_id)
    form = _form_for(request, read, subject=subject, name=name)
    if form.is_valid():
        try:
            _carry_out(request, read, form, subject=subject, name=name)
        except Forbidden:
            raise
        except Refused as refusal:
            form.add_error("value", refusal.message)
            send_again(form, revision=subject_of(read, subject).revision)
        else:
            return _after(request, read, subject=subject)
    return _after(request, read, subject=subject, bound={(subject, name): form})


@require_POST
@door("adoption.check")
def release_contact(request: HttpRequest, public_id: str, subject: str) -> HttpResponse:
    """Whether the contact of one paper may be public."""
    read = source(actor(request), public_id)
    release_contacts(actor(request), read, papers=[subject], public="oeffentlich" in request.POST)
    return _after(request, read, subject=subject)


@require_POST
@door("adoption.check")
def release_all_contacts(request: HttpRequest, public_id: str) -> HttpResponse:
    """Whether the contacts of all papers of a source may be public."""
    read, public = source(actor(request), public_id), request.POST.get("oeffentlich") == "ja"
    papers = [
        card.subject for card in shown_cards(read) for value in card.values if value.contact is not None
    ]
    release_contacts(actor(request), read, papers=papers, public=public)
    return HttpResponseRedirect(f"{reverse('desk:source', args=[public_id])}#kontakte")


def _form_for(request: HttpRequest, read: Source, *, subject: str, name: str) -> forms.Form:
    row = subject_of(read, subject)
    if not read.origins.filter(subject=subject, field=name).exists() and name != "agenda_item":
        raise Refused("Diese Angabe stammt nicht aus dem Dokument.")
    if name == "agenda_item" and isinstance(row, Consultation):
        return TieForm(request.POST, row=row, items=items_to_tie(read.body, steps=[row]))
    return ValueForm(request.POST, row=row, name=name, label=words.field(type(row).__name__, name))


def _carry_out(request: HttpRequest, read: Source, form: forms.Form, *, subject: str, name: str) -> None:
    revision = form.cleaned_data["revision"]
    if isinstance(form, TieForm):
        choose_item(actor(request), read, subject=subject, item=form.chosen(), revision=revision)
    else:
        value = form.cleaned_data["value"]
        correct(actor(request), read, subject=subject, field=name, value=value, revision=revision)


def _after(request: HttpRequest, read: Source, *, subject: str, bound: Bound | None = None) -> HttpResponse:
    """For htmx the card and the progress; without it the whole page, or the way back to the card."""
    if "HX-Request" not in request.headers:
        if bound:
            return _whole(request, read, bound=bound)
        return HttpResponseRedirect(f"{reverse('desk:source', args=[read.public_id])}#karte-{subject}")
    shown = shown_cards(read, bound=bound)
    card = next(each for each in shown if each.subject == subject)
    context = {"card": card, "source": read, "part": True, **_state(shown)}
    return render(request, "desk/check_part.html", context)


def _whole(request: HttpRequest, read: Source, *, bound: Bound | None = None) -> HttpResponse:
    shown = shown_cards(read, bound=bound)
    context = {"title": read.name, "source": read, "hints": hints(read), "cards": shown, **_state(shown)}
    return page(request, "desk/check.html", context, trail=TRAIL)


def _state(shown: list[ShownCard]) -> dict[str, object]:
    """How far the whole source is."""
    return {
        "progress": progress(shown),
        "session": session_of(shown),
        "first_open": first_open(shown),
        "contacts": contacts(shown),
    }
