"""The town: name, contact, legal texts, terms of office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ratslinde.council.bodies import actions, queries
from ratslinde.council.bodies.models import Body, LegislativeTerm
from ratslinde.desk.doorway import actor, door, page, said
from ratslinde.desk.forms import RowForm, saved
from ratslinde.journal.history import entries_of
from ratslinde.kernel import blocks

TRAIL = [("Kommune", "/schreibtisch/kommune/")]


class TownForm(RowForm):
    """The settings that an administrator decides."""

    model = Body
    groups = (
        ("Kommune", ("name", "short_name", "official_key", "website")),
        ("Ansprechstelle und offene Daten", ("contact_name", "contact_email", "license")),
        ("Texte der öffentlichen Seiten", ("legal_notice", "imprint", "privacy", "accessibility")),
        ("Anmeldung", ("second_factor_required",)),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "official_key": "5 Ziffern für einen Kreis, 8 für eine Gemeinde.",
        "license": "Die Adresse der Lizenz, zum Beispiel https://www.govdata.de/dl-de/zero-2-0",
        "legal_notice": "Steht unten auf jeder öffentlichen Seite.",
        "imprint": "Leere Zeile: neuer Absatz. „- “ am Anfang: Aufzählung. „## “: Zwischenüberschrift.",
        "second_factor_required": "Wer Nichtöffentliches sehen kann, meldet sich mit zwei Faktoren an.",
    }


class TermForm(RowForm):
    """A term of office."""

    model = LegislativeTerm
    groups = (("Wahlperiode", ("name", "start", "end")),)


@require_GET
@door("town.edit")
def town(request: HttpRequest) -> HttpResponse:
    """The settings as they stand."""
    body = queries.the_body()
    texts = [
        (label, blocks.parse(text))
        for label, text in (
            ("Hinweis, wo amtlich bekannt gemacht wird", body.legal_notice),
            ("Impressum", body.imprint),
            ("Datenschutzerklärung", body.privacy),
            ("Erklärung zur Barrierefreiheit", body.accessibility),
        )
    ]
    context = {"title": str(body), "body": body, "texts": texts, "terms": queries.terms(body)}
    context["history"] = entries_of([body.public_id])
    return page(request, "desk/town.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door("town.edit")
def edit_town(request: HttpRequest) -> HttpResponse:
    """Change the settings."""
    body, back = queries.the_body(), reverse("desk:town")
    form = TownForm(request.POST or None, row=body)
    if request.method == "POST" and form.is_valid():
        done = saved(form, lambda: actions.edit_town(
            actor(request), body, changes=form.changes(), revision=form.cleaned_data["revision"],
        ))  # fmt: skip
        if done:
            return said(request, "Gespeichert. Öffentlich wird es mit „Veröffentlichen“.", go=back)
    context = {"title": "Einstellungen bearbeiten", "form": form, "back": back}
    return page(request, "desk/form.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("town.edit")
def new_term(request: HttpRequest) -> HttpResponse:
    """A new term of office."""
    body, form = queries.the_body(), TermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = saved(form, lambda: actions.add_term(actor(request), body, **form.entered()))
        if made:
            return said(request, "Die Wahlperiode ist angelegt.", go=reverse("desk:town"))
    context = {"title": "Neue Wahlperiode", "form": form, "back": reverse("desk:town")}
    return page(request, "desk/form.html", context, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("town.edit")
def term(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a term of office."""
    found = queries.term(actor(request), public_id)
    form = TermForm(request.POST or None, row=found)
    if request.method == "POST" and form.is_valid():
        done = saved(form, lambda: actions.edit_term(
            actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
        ))  # fmt: skip
        if done:
            return said(request, "Gespeichert.", go=reverse("desk:town"))
    context = {"title": str(found), "form": form, "back": reverse("desk:town"), "row": found}
    context |= {"kind": "wahlperiode", "history": entries_of([public_id])}
    return page(request, "desk/row.html", context, trail=TRAIL)
