"""The same change to many rows at once: chosen in the list, asked, carried out as one act that can be taken back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Access,
    Actor,
    Cost,
    Mode,
    Offer,
    OfferStatus,
    TaxonomyKey,
    Term,
)  # fmt: skip
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.verbs import may

MOST = 500
UNCHANGED = [("", "– nicht ändern –")]


class OffersForm(forms.Form):
    """What is to be set in all chosen offers; what is left alone stays."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    add_field = forms.ModelChoiceField(
        label="Handlungsfeld hinzufügen",
        queryset=Term.objects.none(),
        required=False,
        empty_label="– nicht ändern –",
    )
    status = forms.ChoiceField(label="Stand", choices=UNCHANGED + OfferStatus.choices, required=False)
    cost = forms.ChoiceField(label="Kosten", choices=UNCHANGED + Cost.choices, required=False)
    access = forms.ChoiceField(label="Zugang", choices=UNCHANGED + Access.choices, required=False)
    mode = forms.ChoiceField(label="Art der Durchführung", choices=UNCHANGED + Mode.choices, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "add_field", terms_of(the_body(), TaxonomyKey.FIELDS))

    def changes(self, offer: Offer) -> dict[str, Any]:
        """What changes in this offer."""
        data = self.cleaned_data
        changes = {name: data[name] for name in ("status", "cost", "access", "mode") if data[name]}
        if data["confirm"]:
            changes |= {"confirmed_on": clock.today(), "confirmed_by": "Integrationsmanagement"}
        if data["add_field"]:
            changes["fields"] = [*offer.fields.all(), data["add_field"]]
        return changes


class ActorsForm(forms.Form):
    """What is to be set in all chosen actors."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    asked = forms.BooleanField(label="Heute gefragt", required=False)
    kind = forms.ModelChoiceField(
        label="Art", queryset=Term.objects.none(), required=False, empty_label="– nicht ändern –"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "kind", terms_of(the_body(), TaxonomyKey.ACTOR_KINDS))

    def changes(self, _actor: Actor) -> dict[str, Any]:
        """What changes in this actor."""
        data, today = self.cleaned_data, clock.today()
        changes: dict[str, Any] = {"kind": data["kind"]} if data["kind"] else {}
        if data["confirm"]:
            changes |= {"confirmed_on": today, "confirmed_by": "Integrationsmanagement", "asked_on": today}
        return changes | ({"asked_on": today} if data["asked"] else {})


@require_POST
@door("offer.edit")
def offers(request: HttpRequest) -> HttpResponse:
    """The same change to many offers."""
    chosen = Offer.objects.filter(body=the_body(), archived_at=None).select_related("actor__organization")
    rows = list(chosen.filter(public_id__in=request.POST.getlist("zeile")[:MOST]))
    return _many(
        request, rows, OffersForm, actions.edit_offer, verb="offer.edit", back="desk_landscape:offers"
    )


@require_POST
@door("actor.edit")
def actors(request: HttpRequest) -> HttpResponse:
    """The same change to many actors."""
    chosen = Actor.objects.filter(body=the_body(), archived_at=None).select_related("organization")
    rows = list(chosen.filter(public_id__in=request.POST.getlist("zeile")[:MOST]))
    return _many(
        request, rows, ActorsForm, actions.edit_actor, verb="actor.edit", back="desk_landscape:actors"
    )


def _many(
    request: HttpRequest,
    rows: Sequence[Any],
    make: type[OffersForm | ActorsForm],
    edit: Callable[..., Any],
    *,
    verb: str,
    back: str,
) -> HttpResponse:
    allowed = [row for row in rows if may(account(request), verb, row)]
    asked = "ausfuehren" in request.POST
    form = make(request.POST if asked else None)
    if not allowed:
        messages.warning(request, "Bitte zuerst Zeilen auswählen.")
        return HttpResponseRedirect(reverse(back))
    if asked and form.is_valid():
        return _carried_out(request, allowed, form, edit, back=back)
    title = f"{len(allowed)} Einträge ändern" if len(allowed) > 1 else "1 Eintrag ändern"
    context = {"title": title, "form": form, "rows": allowed, "back": reverse(back)}
    return page(request, "desk/landscape/bulk.html", context, trail=TRAIL)


def _carried_out(
    request: HttpRequest, rows: Sequence[Any], form: Any, edit: Callable[..., Any], *, back: str
) -> HttpResponse:
    batch, done, refused = uuid.uuid4(), 0, []
    for row in rows:
        changes = form.changes(row)
        try:
            if changes:
                edit(account(request), row, changes=changes, revision=row.revision, batch=batch)
                done += 1
        except Forbidden:
            raise
        except Refused as refusal:
            refused.append(f"{row}: {refusal.message}")
    for sentence in refused:
        messages.error(request, sentence)
    undo = format_html(' <a href="{}">Rückgängig machen</a>', reverse("desk_landscape:undo", args=[batch]))
    if done:
        messages.success(request, format_html("{} geändert.{}", done, undo))
    elif not refused:
        messages.warning(request, "Es war nichts zu ändern.")
    return HttpResponseRedirect(reverse(back))
