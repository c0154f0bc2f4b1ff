"""Resources of offices: list with sums, form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.forms import RowForm
from ratslinde.desk.landscape.listing import TRAIL
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Resource, TaxonomyKey
from ratslinde.integration.landscape.queries import actors as actor_queries
from ratslinde.integration.landscape.queries import resources as queries
from ratslinde.integration.landscape.queries.history import history
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.verbs import require

RESOURCES = [*TRAIL, ("Ressourcen", "/schreibtisch/integration/ressourcen/")]


class ResourceForm(RowForm):
    """A resource; never a named person."""

    model = Resource
    groups = (
        ("Ressource", ("kind", "name", "amount", "unit", "year")),
        ("Wofür und wie lange", ("fields", "binding", "until", "note")),
    )
    many = ("fields",)
    hints: ClassVar[Mapping[str, str]] = {
        "amount": "Leer heißt: nicht bekannt. 0 heißt: keine.",
        "name": "Zum Beispiel: Stelle Integrationsmanagement, Arabisch im Bürgerbüro. Keine Namen von Personen.",
        "unit": "Zum Beispiel: VZÄ, Euro, Räume, Personen.",
    }

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("fields", terms_of(body, TaxonomyKey.FIELDS))
        self.fields["binding"].required = False


@require_GET
@door("landscape.read")
def resources(request: HttpRequest) -> HttpResponse:
    """What there is, with sums; what nobody has said is counted apart."""
    rows = queries.resources(account(request), the_body())
    context = {"title": "Ressourcen der Verwaltung", "resources": rows, "sums": queries.sums(rows)}
    return page(request, "desk/landscape/resources.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("resource.edit")
def new_resource(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new resource of the office."""
    office = actor_queries.actor(account(request), public_id)
    require(account(request), "resource.edit", office)
    form = ResourceForm(request.POST or None, body=office.body)
    made = handed_in(request, form, lambda: actions.add_resource(account(request), office, **form.entered()))
    if made:
        return said(request, "Eingetragen.", go=reverse("desk_landscape:resources"))
    back = reverse("desk_landscape:actor", args=[office.public_id])
    return form_page(request, form, title=f"Neue Ressource: {office}", back=back, trail=RESOURCES)


@require_http_methods(["GET", "HEAD", "POST"])
@door("resource.edit")
def resource(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a resource."""
    found = queries.resource(account(request), public_id)
    form = ResourceForm(request.POST or None, body=found.body, row=found)
    done = handed_in(request, form, lambda: actions.edit_resource(
        account(request), found, changes=changes_of(form), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=reverse("desk_landscape:resources"))
    context = {
        "title": found.name, "form": form, "back": reverse("desk_landscape:resources"), "found": found,
        "past": history(account(request), found), "remove": reverse("desk_landscape:remove_resource", args=[public_id]),
    }  # fmt: skip
    return page(request, "desk/landscape/row_form.html", context, trail=RESOURCES)


@require_POST
@door("resource.edit")
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """The resource is there no more."""
    found = queries.resource(account(request), public_id)
    reason = request.POST.get("reason", "")
    return attempt(
        request, lambda: actions.remove_resource(account(request), found, reason=reason), done="Entfernt.",
        back=reverse("desk_landscape:resources"),
    )  # fmt: skip
