"""Places: list and form; each says where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.saving import TextForm, changes_of
from ratslinde.desk.lists import one_page
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place, SocialSpace
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.queries.history import history
from ratslinde.integration.landscape.queries.mergers import merged_into
from ratslinde.journal.history import entries_of

PLACES = [*TRAIL, ("Orte", "/schreibtisch/integration/orte/")]


class PlaceForm(TextForm):
    """A place."""

    model = Place
    groups = (
        ("Ort", ("name", "kind", "street_address", "postal_code", "locality", "url", "transportation")),
        ("Lage", ("latitude", "longitude", "space", "space_by_hand")),
        ("Zugang", ("accessible", "accessibility")),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "latitude": "Zum Beispiel 51.7701. Aus Breite und Länge wird der Sozialraum gefunden.",
        "space_by_hand": "Dann bleibt der gewählte Sozialraum, auch wenn die Grenze sich ändert.",
        "transportation": "Zum Beispiel: Bus 3, Haltestelle Lindenweg.",
    }
    one_line = ("name", "url", "transportation")

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        spaces = SocialSpace.objects.filter(body=body, archived_at=None, valid_until=None)
        self.choose("space", spaces, empty="– nicht bekannt –")


@require_GET
@door("landscape.read")
def places(request: HttpRequest) -> HttpResponse:
    """The places where something takes place."""
    found, paging = one_page(
        request, queries.find_places(account(request), the_body(), text=request.GET.get("q", "").strip())
    )
    context = {"title": "Orte", "places": found, "paging": paging, "asked": request.GET}
    return page(request, "desk/landscape/places.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("place.edit")
def new_place(request: HttpRequest) -> HttpResponse:
    """A new place."""
    body = the_body()
    form = PlaceForm(request.POST or None, body=body, initial={"locality": body.short_name})
    made = handed_in(request, form, lambda: actions.add_place(account(request), body, **form.entered()))
    if made:
        return said(request, "Der Ort ist angelegt.", go=reverse("desk_landscape:places"))
    return form_page(request, form, title="Neuer Ort", back=reverse("desk_landscape:places"), trail=PLACES)


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.read")
def place(request: HttpRequest, public_id: str) -> HttpResponse:
    """A place: change it, see where it is used."""
    found = queries.place(account(request), public_id)
    form = PlaceForm(request.POST or None, body=found.body, row=found)
    done = handed_in(request, form, lambda: actions.edit_place(
        account(request), found, changes=changes_of(form), revision=form.cleaned_data["revision"],
        small=form.cleaned_data["small"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=reverse("desk_landscape:places"))
    context = {
        "title": found.name, "form": form, "back": reverse("desk_landscape:places"), "found": found,
        "offers": Offer.objects.filter(sites__place=found, archived_at=None).distinct(),
        "actors": Actor.objects.filter(place=found, archived_at=None), "past": history(account(request), found),
        "others": [(each.public_id, _with_street(each)) for each in queries.others(account(request), found)],
        "entries": entries_of([found.public_id]), "merged": merged_into(account(request), found),
    }  # fmt: skip
    return page(request, "desk/landscape/place.html", context, trail=PLACES)


def _with_street(found: Place) -> str:
    return f"{found.name} ({found.street_address})" if found.street_address else found.name


@require_GET
@door("place.merge")
def merge_place(request: HttpRequest, public_id: str) -> HttpResponse:
    """Lead to the page on which this place and the chosen one stand beside each other."""
    if not request.GET.get("mit"):
        return HttpResponseRedirect(reverse("desk_landscape:place", args=[public_id]))
    other = queries.place(account(request), request.GET["mit"])
    return HttpResponseRedirect(reverse("desk_importing:pair", args=["place", public_id, other.public_id]))
