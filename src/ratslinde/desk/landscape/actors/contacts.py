"""Whom to ask at an actor, and where a contact is used."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import attempt, door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.landscape.actors.forms import ContactForm
from ratslinde.desk.landscape.actors.views import ACTORS
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.queries import actors as queries
from ratslinde.verbs import require


@require_http_methods(["GET", "HEAD", "POST"])
@door("contact.edit")
def add(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new contact."""
    found = queries.actor(account(request), public_id)
    require(account(request), "contact.edit", found)
    form = ContactForm(request.POST or None)
    back = reverse("desk_landscape:actor", args=[found.public_id])
    made = handed_in(request, form, lambda: actions.add_contact(account(request), found, **_given(form)))
    if made:
        return said(request, "Der Kontakt ist angelegt.", go=back)
    return form_page(request, form, title="Neuer Kontakt", back=back, trail=[*ACTORS, (found.name, back)])


def _given(form: ContactForm) -> dict[str, Any]:
    return {name: value for name, value in form.entered().items() if value is not None}


@require_http_methods(["GET", "HEAD", "POST"])
@door("contact.edit")
def contact(request: HttpRequest, public_id: str) -> HttpResponse:
    """A contact: change it, see where it is used, erase it."""
    found = queries.contact(account(request), public_id)
    form = ContactForm(request.POST or None, row=found)
    back = reverse("desk_landscape:actor", args=[found.actor.public_id])
    done = handed_in(request, form, lambda: actions.edit_contact(
        account(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=back)
    context = {
        "title": str(found),
        "form": form,
        "back": back,
        "found": found,
        "offers": list(found.offers.all()),
    }
    return page(request, "desk/landscape/contact.html", context, trail=[*ACTORS, (found.actor.name, back)])


@require_POST
@door("contact.erase")
def erase(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remove a contact for good."""
    found = queries.contact(account(request), public_id)
    back = reverse("desk_landscape:actor", args=[found.actor.public_id])
    reason = request.POST.get("reason", "")
    return attempt(
        request, lambda: actions.erase_contact(account(request), found, reason=reason),
        done="Der Kontakt ist gelöscht, auch aus dem, was öffentlich war.", back=back,
    )  # fmt: skip
