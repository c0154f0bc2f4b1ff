"""People: list, page and form. Contact data is shown to those who may change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Person
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.forms import RowForm
from ratslinde.desk.lists import one_page
from ratslinde.journal.history import entries_of

TRAIL = [("Personen", "/schreibtisch/personen/")]


class PersonForm(RowForm):
    """A person; contact data is public only with a dated consent."""

    model = Person
    groups = (
        ("Person", ("form_of_address", "academic_title", "given_name", "family_name")),
        ("Kontakt", ("email", "phone", "contact_consent_on")),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "contact_consent_on": "Ohne Datum bleiben E-Mail und Telefon in der Verwaltung."
    }


@require_GET
@door("person.read")
def people(request: HttpRequest) -> HttpResponse:
    """People by name."""
    text = request.GET.get("q", "").strip()
    found, paging = one_page(request, queries.people(actor(request), queries.the_body(), text=text))
    context = {"title": "Personen", "people": found, "paging": paging, "asked": request.GET}
    return page(request, "desk/people.html", context)


@require_GET
@door("person.read")
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """A person with memberships."""
    found = queries.person(actor(request), public_id)
    context = {
        "title": str(found),
        "person": found,
        "memberships": queries.memberships_of(found),
        "history": entries_of([found.public_id]),
    }
    return page(request, "desk/person.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.edit")
def new_person(request: HttpRequest) -> HttpResponse:
    """A new person."""
    form = PersonForm(request.POST or None)
    made = handed_in(
        request, form, lambda: actions.add_person(actor(request), queries.the_body(), **form.entered())
    )
    if made:
        return said(request, "Die Person ist angelegt.", go=reverse("desk:person", args=[made.public_id]))
    return form_page(request, form, title="Neue Person", back=reverse("desk:people"), trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("person.edit")
def edit_person(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change name or contact."""
    found, back = queries.person(actor(request), public_id), reverse("desk:person", args=[public_id])
    form = PersonForm(request.POST or None, row=found)
    done = handed_in(request, form, lambda: actions.edit_person(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    return form_page(
        request, form, title=f"{found} bearbeiten", back=back, trail=[*TRAIL, (str(found), back)]
    )
