"""Social spaces: list and form, boundary as a file or as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.forms import RowForm
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.places.boundaries import FORMATS, BoundaryField, boundary_of
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import SocialSpace
from ratslinde.integration.landscape.queries import places as queries
from ratslinde.integration.landscape.queries.history import history

SPACES = [*TRAIL, ("Sozialräume", "/schreibtisch/integration/sozialraeume/")]
BOUNDARY = f"{FORMATS} Stehen mehrere Flächen in der Datei, gilt die, die so heißt wie der Sozialraum."


class SpaceForm(RowForm):
    """A social space. The boundary comes as a GeoJSON file; without a file it stays as it is."""

    model = SocialSpace
    groups = (
        ("Sozialraum", ("name", "description", "parent", "population")),
        ("Gültig", ("valid_from", "valid_until", "predecessors")),
    )
    many = ("predecessors",)
    hints: ClassVar[Mapping[str, str]] = {
        "population": "Leer heißt: nicht bekannt.",
        "predecessors": "Hat sich die Grenze geändert? Dann ist dies ein neuer Sozialraum, der den alten fortsetzt.",
    }
    boundary = BoundaryField(label="Grenze als GeoJSON-Datei", required=False, help_text=BOUNDARY)

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        others = SocialSpace.objects.filter(body=body, archived_at=None)
        others = others.exclude(pk=self.row.pk) if self.row else others
        self.choose("parent", others, empty="– in keinem –")
        self.choose("predecessors", others)
        if getattr(self.row, "geometry", None):
            drawn = f"Eine Grenze ist gezeichnet; eine neue Datei ersetzt sie. {BOUNDARY}"
            self.fields["boundary"].help_text = drawn

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The boundary stands last."""
        return [*super().sections(), ("Grenze", [self["boundary"]])]

    def clean(self) -> dict[str, Any]:
        """Only here, as the name stands below the file in the order in which fields are cleaned."""
        cleaned = super().clean()
        if cleaned.get("boundary") is None:
            return cleaned
        try:
            cleaned["boundary"] = boundary_of(cleaned["boundary"], cleaned.get("name", ""))
        except forms.ValidationError as error:
            self.add_error("boundary", error)
        return cleaned


@require_GET
@door("landscape.read")
def spaces(request: HttpRequest) -> HttpResponse:
    """The town's social spaces."""
    context = {"title": "Sozialräume", "spaces": queries.spaces(account(request), the_body())}
    return page(request, "desk/landscape/spaces.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("space.edit")
def new_space(request: HttpRequest) -> HttpResponse:
    """A new social space."""
    body = the_body()
    form = SpaceForm(request.POST or None, files=request.FILES or None, body=body)
    made = handed_in(request, form, lambda: actions.add_space(
        account(request), body, geometry=form.cleaned_data["boundary"], **form.entered(),
    ))  # fmt: skip
    if made:
        return said(request, "Der Sozialraum ist angelegt.", go=reverse("desk_landscape:spaces"))
    context = {
        "title": "Neuer Sozialraum",
        "form": form,
        "back": reverse("desk_landscape:spaces"),
        "upload": "1",
    }
    return page(request, "desk/landscape/upload_form.html", context, trail=SPACES)


@require_http_methods(["GET", "HEAD", "POST"])
@door("landscape.read")
def space(request: HttpRequest, public_id: str) -> HttpResponse:
    """A social space: change it."""
    found = queries.space(account(request), public_id)
    form = SpaceForm(request.POST or None, files=request.FILES or None, body=found.body, row=found)
    done = handed_in(request, form, lambda: actions.edit_space(
        account(request), found, changes=_changes(form), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=reverse("desk_landscape:spaces"))
    context = {
        "title": found.name, "form": form, "back": reverse("desk_landscape:spaces"), "found": found,
        "past": history(account(request), found),
    }  # fmt: skip
    return page(request, "desk/landscape/space.html", context, trail=SPACES)


def _changes(form: SpaceForm) -> dict[str, Any]:
    changes = changes_of(form)
    if form.cleaned_data["boundary"] is not None:
        changes["geometry"] = form.cleaned_data["boundary"]
    return changes
