"""Offers: list, page and form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.form_pages import handed_in
from ratslinde.desk.landscape.buttons import confirmed, pressed
from ratslinde.desk.landscape.listing import STATES, TRAIL, listed_offers, term_options
from ratslinde.desk.landscape.offers.forms import OfferForm
from ratslinde.desk.landscape.offers.sites import SiteForms, site_forms
from ratslinde.desk.landscape.places.missing import found_words
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.desk.landscape.to_publish import number_to_publish
from ratslinde.desk.lists import one_page
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, TaxonomyKey
from ratslinde.integration.landscape.queries import actors as actor_queries
from ratslinde.integration.landscape.queries import offers as queries
from ratslinde.integration.landscape.queries.history import history
from ratslinde.integration.landscape.queries.mergers import merged_into
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import TIMES, plain, plain_value
from ratslinde.journal.history import entries_of
from ratslinde.kernel.languages import OFFERED, name_of
from ratslinde.verbs import require

OFFERS = [*TRAIL, ("Angebote", "/schreibtisch/integration/angebote/")]


@require_GET
@door("landscape.read")
def offers(request: HttpRequest) -> HttpResponse:
    """The town's offers, with filters."""
    body, asked = the_body(), request.GET
    rows = listed_offers(account(request), body, asked.dict())
    found, paging = one_page(request, rows)
    context = {
        "title": "Angebote", "offers": found, "paging": paging, "asked": asked, "states": STATES,
        "to_publish": number_to_publish(account(request), rows, asked.dict()),
        "fields": term_options(terms_of(body, TaxonomyKey.FIELDS)),
        "languages": [(code, name_of(code)) for code in OFFERED],
        "unknown": list(queries.UNKNOWN.items()), "accessible": list(queries.ACCESSIBLE.items()),
    }  # fmt: skip
    return page(request, "desk/landscape/offers.html", context, trail=TRAIL)


@require_GET
@door("landscape.read")
def offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """An offer with everything that belongs to it."""
    person = account(request)
    found = queries.offer(person, public_id)
    context = {
        "title": found.name,
        "found": found,
        "sites": queries.sites(found),
        "languages": [(name_of(each.code), each.interpreted) for each in found.languages.all()],
        "past": history(person, found),
        "merged": merged_into(person, found),
        "entries": entries_of([found.public_id]),
    }
    return page(request, "desk/landscape/offer.html", context, trail=OFFERS)


@require_http_methods(["GET", "HEAD", "POST"])
@door("offer.draft")
def new_offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new offer of the actor."""
    actor = actor_queries.actor(account(request), public_id)
    require(account(request), "offer.draft", actor)
    form = OfferForm(request.POST or None, actor=actor)
    rows = site_forms(request.POST or None, account=account(request), body=actor.body, offer=None)
    made = handed_in(
        request, form, lambda: actions.add_offer(account(request), actor, **_given(form, rows)), rows=rows
    )
    if made:
        done = "Das Angebot ist angelegt." + found_words(rows.kept())
        return said(request, done, go=reverse("desk_landscape:offer", args=[made.public_id]))
    back = reverse("desk_landscape:actor", args=[actor.public_id])
    context = {"title": f"Neues Angebot: {actor}", "form": form, "rows": rows, "back": back}
    return page(request, "desk/landscape/offer_form.html", context, trail=[*OFFERS, (actor.name, back)])


@require_http_methods(["GET", "HEAD", "POST"])
@door("offer.edit")
def edit_offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change an offer."""
    found = queries.offer(account(request), public_id)
    require(account(request), "offer.edit", found)
    form = OfferForm(request.POST or None, actor=_actor(found), row=found)
    rows = site_forms(request.POST or None, account=account(request), body=found.body, offer=found)
    back = reverse("desk_landscape:offer", args=[found.public_id])
    done = handed_in(request, form, lambda: actions.edit_offer(
        account(request), found, changes=_changes(form, rows, found), revision=form.cleaned_data["revision"],
        small=form.cleaned_data["small"],
    ), rows=rows)  # fmt: skip
    if done:
        return said(request, "Gespeichert." + found_words(rows.kept()), go=back)
    context = {"title": f"{found} bearbeiten", "form": form, "rows": rows, "back": back}
    return page(request, "desk/landscape/offer_form.html", context, trail=[*OFFERS, (found.name, back)])


def _actor(offer: Offer) -> Actor:
    return Actor.objects.select_related("body").get(pk=offer.actor_id)


def _given(form: OfferForm, rows: SiteForms) -> dict[str, Any]:
    return form.entered() | form.whole() | {"languages": form.languages_given() or [], "sites": rows.given()}


def _changes(form: OfferForm, rows: SiteForms, offer: Offer) -> dict[str, Any]:
    changes = changes_of(form)
    languages = form.languages_given()
    if languages is not None:
        changes["languages"] = languages
    for name, is_whole in form.whole().items():
        if is_whole != getattr(offer, name) or name.removesuffix("_known") in changes:
            changes[name] = is_whole  # else the verb takes every new list for a whole one
    sites = rows.given()
    if plain_sites(sites) != plain(offer, "sites"):
        changes["sites"] = sites
    return changes


def plain_sites(sites: list[Any]) -> list[dict[str, Any]]:
    """Given sites in the form in which the row's own are kept."""
    return [
        {
            "place": plain_value(site.place),
            "spaces": sorted(space.public_id for space in site.spaces),
            "note": site.note,
            "schedules": [
                {name: plain_value(getattr(times, name)) for name in TIMES} for times in site.schedules
            ],
        }
        for site in sites
    ]


@require_POST
@door("offer.confirm")
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    """What stands there is true as of today."""
    found = queries.offer(account(request), public_id)
    by = request.POST.get("by", "").strip() or "Integrationsmanagement"
    return confirmed(request, found, lambda: actions.confirm_offer(account(request), found, by=by))


@require_POST
@door("offer.archive")
def archive(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put an offer away."""
    found = queries.offer(account(request), public_id)
    reason = request.POST.get("reason", "")
    return pressed(
        request,
        found,
        lambda: actions.archive_offer(account(request), found, reason=reason),
        done="Abgelegt.",
    )


@require_POST
@door("offer.archive")
def bring_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """Bring back an offer."""
    found = queries.offer(account(request), public_id)
    return pressed(
        request, found, lambda: actions.bring_back_offer(account(request), found), done="Wieder da."
    )
