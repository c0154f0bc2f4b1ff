"""Places where bodies meet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.desk.bodies.forms import LocationForm
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.journal.history import entries_of

TRAIL = [("Gremien", "/schreibtisch/gremien/"), ("Orte", "/schreibtisch/gremien/orte/")]


@require_GET
@door("body.read")
def locations(request: HttpRequest) -> HttpResponse:
    """All places."""
    rows = queries.locations(actor(request), queries.the_body())
    return page(request, "desk/locations.html", {"title": "Orte", "locations": rows}, trail=TRAIL[:1])


@require_http_methods(["GET", "HEAD", "POST"])
@door("body.edit")
def new_location(request: HttpRequest) -> HttpResponse:
    """A new place."""
    body = queries.the_body()
    form = LocationForm(request.POST or None, initial={"locality": body.short_name})
    made = handed_in(request, form, lambda: actions.add_location(actor(request), body, **form.entered()))
    if made:
        return said(request, "Der Ort ist angelegt.", go=reverse("desk:locations"))
    return form_page(request, form, title="Neuer Ort", back=reverse("desk:locations"), trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("body.edit")
def location(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a place."""
    found, back = queries.location(actor(request), public_id), reverse("desk:locations")
    form = LocationForm(request.POST or None, row=found)
    done = handed_in(request, form, lambda: actions.edit_location(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    context: dict[str, object] = {
        "title": str(found),
        "form": form,
        "back": back,
        "row": found,
        "kind": "ort",
    }
    context["history"] = entries_of([public_id])
    return page(request, "desk/row.html", context, trail=TRAIL)
