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
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.forms import RowForm
from ratslinde.journal.history import entries_of
from ratslinde.kernel import blocks

Groups = tuple[tuple[str, tuple[str, ...]], ...]
TRAIL = [("Kommune", "/schreibtisch/kommune/")]


class TownForm(RowForm):
    """The settings that an administrator decides."""

    model = Body
    groups: ClassVar[Groups] = (
        ("Kommune", ("name", "short_name", "official_key", "website")),
        ("Ansprechstelle und offene Daten", ("contact_name", "contact_email", "license", "license_since")),
        ("Gedruckte Bekanntmachung", ("papers_place", "print_notice")),
        ("Texte der öffentlichen Seiten", ("legal_notice", "imprint", "privacy", "accessibility")),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "official_key": "5 Ziffern für einen Kreis, 8 für eine Gemeinde.",
        "license": "Die Adresse der Lizenz, zum Beispiel https://www.govdata.de/dl-de/zero-2-0",
        "license_since": "Leer, wenn niemand den Tag weiß.",
        "legal_notice": "Steht unten auf jeder öffentlichen Seite.",
        "papers_place": "Zum Beispiel: Rathaus, Zimmer 14. Die Adresse der Sitzung im Internet steht von selbst dabei.",
        "print_notice": "Zum Beispiel, wo amtlich bekannt gemacht wird. Leer: Es steht kein Hinweis da.",
        "imprint": "Leere Zeile: neuer Absatz. „- “ am Anfang: Aufzählung. „## “: Zwischenüberschrift.",
    }


class OpenTownForm(TownForm):
    """The settings of a demo town: it is looked around in without a second factor until somebody demands one."""

    groups: ClassVar[Groups] = (*TownForm.groups, ("Anmeldung", ("second_factor_required",)))
    hints: ClassVar[Mapping[str, str]] = {
        **TownForm.hints,
        "second_factor_required": (
            "Wer Nichtöffentliches sehen kann, meldet sich dann mit zwei Faktoren an. Dabei bleibt es."
        ),
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
            ("Hinweis auf gedruckten Bekanntmachungen", body.print_notice),
            ("Wo die Vorlagen ausliegen", body.papers_place),
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
    form = (TownForm if body.second_factor_required else OpenTownForm)(request.POST or None, row=body)
    done = handed_in(request, form, lambda: actions.edit_town(
        actor(request), body, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert. Öffentlich wird es mit „Veröffentlichen“.", go=back)
    return form_page(request, form, title="Einstellungen bearbeiten", back=back, trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("town.edit")
def new_term(request: HttpRequest) -> HttpResponse:
    """A new term of office."""
    body, form = queries.the_body(), TermForm(request.POST or None)
    made = handed_in(request, form, lambda: actions.add_term(actor(request), body, **form.entered()))
    if made:
        return said(request, "Die Wahlperiode ist angelegt.", go=reverse("desk:town"))
    return form_page(request, form, title="Neue Wahlperiode", back=reverse("desk:town"), trail=TRAIL)


@require_http_methods(["GET", "HEAD", "POST"])
@door("town.edit")
def term(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a term of office."""
    found = queries.term(actor(request), public_id)
    form = TermForm(request.POST or None, row=found)
    done = handed_in(request, form, lambda: actions.edit_term(
        actor(request), found, changes=form.changes(), revision=form.cleaned_data["revision"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert.", go=reverse("desk:town"))
    context = {"title": str(found), "form": form, "back": reverse("desk:town"), "row": found}
    context |= {"kind": "wahlperiode", "history": entries_of([public_id])}
    return page(request, "desk/row.html", context, trail=TRAIL)
