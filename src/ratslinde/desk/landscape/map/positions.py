"""Where a place lies: chosen on the map of the town's own polygons, or typed as degrees."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from ratslinde.desk.controls import choice
from ratslinde.desk.doorway import actor, door, page
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.landscape.map.pointing import drawn_for
from ratslinde.desk.landscape.map.unplaced import MAP
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.queries.unplaced import at_same_address, number_unplaced
from ratslinde.ui.maps import MapWindow
from ratslinde.verbs import may

WITHOUT = ("Orte ohne Koordinaten", "/schreibtisch/integration/karte/ohne-koordinaten/")
MOST_NAMED = 6


class PositionForm(forms.Form):
    """Degrees, and which other places of the address get them too, each with the revision that was seen."""

    latitude = forms.FloatField(
        label="Breite", help_text="Zum Beispiel 51.7701.", widget=forms.NumberInput({"step": "any"})
    )
    longitude = forms.FloatField(
        label="Länge", help_text="Zum Beispiel 8.0512.", widget=forms.NumberInput({"step": "any"})
    )
    others = forms.MultipleChoiceField(
        label="Auch für diese Orte", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Sie stehen unter derselben Adresse und haben noch keine Koordinaten.",
        error_messages={"invalid_choice": "Einer der Orte wurde inzwischen geändert. Bitte sehen Sie noch einmal hin."},
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, others: list[Place], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._others = {f"{place.public_id}:{place.revision}": place for place in others}
        choice(self, "others").choices = [(key, place.name) for key, place in self._others.items()]
        self.initial["others"] = list(self._others)
        if not others:
            del self.fields["others"]

    def ticked(self) -> list[tuple[Place, int]]:
        """The other places that get the point, with the revision in which they were seen."""
        found = [self._others[key] for key in self.cleaned_data.get("others", ())]
        return [(place, place.revision) for place in found]


@require_http_methods(["GET", "HEAD", "POST"])
@door("place.edit")
def position(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose where the place lies."""
    found = queries.place(actor(request), public_id)
    others, known = at_same_address(actor(request), found)
    form = PositionForm(request.POST or None, others=others, initial=_initial(request, found, known))
    was_unplaced = found.latitude is None
    batch = handed_in(request, form, lambda: actions.set_position(
        actor(request), found, latitude=form.cleaned_data["latitude"], longitude=form.cleaned_data["longitude"],
        revision=form.cleaned_data["revision"], others=form.ticked(),
    ))  # fmt: skip
    if batch:
        _say(request, found, batch, number=1 + len(form.ticked()))
        back = WITHOUT[1] if was_unplaced else reverse("desk_landscape:place", args=[public_id])
        return HttpResponseRedirect(back)
    window = MapWindow.read(request.GET.get("ausschnitt", ""))
    context = {
        "title": f"Wo liegt „{found}“?",
        "found": found,
        "form": form,
        "known": known,
        "there": _there(found),
        "drawn": drawn_for(actor(request), found, form=form, window=window),
        "back": WITHOUT[1] if was_unplaced else reverse("desk_landscape:place", args=[public_id]),
    }
    return page(request, "desk_map/position.html", context, trail=[*MAP, WITHOUT])


def _initial(request: HttpRequest, place: Place, known: Place | None) -> dict[str, Any]:
    """What the address says (a point chosen before the map was moved), what is known, or what the house has."""
    asked = {"latitude": request.GET.get("breite", ""), "longitude": request.GET.get("laenge", "")}
    stands = place if place.latitude is not None else known
    point = {name: getattr(stands, name, None) for name in asked}
    return {**(asked if all(asked.values()) else point), "revision": place.revision}


def _there(place: Place) -> str:
    """Who and what is at the place, by name as far as it helps to recognise it."""
    offers = Offer.objects.filter(sites__place=place, archived_at=None).distinct()
    names = [str(row) for row in (*Actor.objects.filter(place=place, archived_at=None), *offers)]
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" und {more} weitere" if more > 0 else "")


def _say(request: HttpRequest, place: Place, batch: uuid.UUID, *, number: int) -> None:
    """What was done, where it lies, how many are left, and the way back."""
    what = "Die Lage ist eingetragen" if number == 1 else f"Die Lage ist bei {number} Orten eingetragen"
    where = f"Sozialraum {place.space}." if place.space else "Der Punkt liegt in keinem Sozialraum."
    left = number_unplaced(actor(request), place.body)
    rest = f" Noch {left} ohne Koordinaten." if left else ""
    undoing = ""
    if may(actor(request), "landscape.undo"):
        undoing = format_html(
            ' <a href="{}">Rückgängig machen</a>', reverse("desk_landscape:undo", args=[batch])
        )
    messages.success(request, format_html("{} („{}“). {}{}{}", what, place, where, rest, undoing))
