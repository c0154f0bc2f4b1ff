"""Actors: list, page and form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.doorway import actor as account
from ratslinde.desk.doorway import door, page, said
from ratslinde.desk.form_pages import form_page, handed_in
from ratslinde.desk.landscape.actors.forms import ActivityForm, ActorForm, TieForm
from ratslinde.desk.landscape.buttons import confirmed, pressed
from ratslinde.desk.landscape.listing import STATES, TRAIL, listed_actors, term_options
from ratslinde.desk.landscape.places.missing import found_words
from ratslinde.desk.landscape.saving import changes_of
from ratslinde.desk.landscape.to_publish import number_to_publish
from ratslinde.desk.lists import one_page
from ratslinde.integration.keeping import queries as keeping
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, TaxonomyKey
from ratslinde.integration.landscape.queries import actors as queries
from ratslinde.integration.landscape.queries.history import history
from ratslinde.integration.landscape.queries.mergers import merged_into
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.journal.history import entries_of
from ratslinde.verbs import may, require

ACTORS = [*TRAIL, ("Akteure", "/schreibtisch/integration/akteure/")]


@require_GET
@door("landscape.read")
def actors(request: HttpRequest) -> HttpResponse:
    """The town's actors, with filters."""
    body, asked = the_body(), request.GET
    rows = listed_actors(account(request), body, asked.dict())
    found, paging = one_page(request, rows)
    context = {
        "title": "Akteure", "actors": found, "paging": paging, "asked": asked, "states": STATES,
        "to_publish": number_to_publish(account(request), rows, asked.dict()),
        "kinds": term_options(terms_of(body, TaxonomyKey.ACTOR_KINDS)),
        "fields": term_options(terms_of(body, TaxonomyKey.FIELDS)),
    }  # fmt: skip
    return page(request, "desk/landscape/actors.html", context, trail=TRAIL)


@require_GET
@door("landscape.read")
def actor(request: HttpRequest, public_id: str) -> HttpResponse:
    """An actor with everything that belongs to it."""
    return whole(request, queries.actor(account(request), public_id))


def whole(
    request: HttpRequest,
    found: Actor,
    *,
    activity_form: ActivityForm | None = None,
    tie_form: TieForm | None = None,
) -> HttpResponse:
    """The page of the actor; what was refused stands in its form."""
    person = account(request)
    context = {
        "title": found.name,
        "found": found,
        "activities": queries.activities(found),
        "contacts": queries.contacts(person, found),
        "offers": queries.offers_of(found),
        "ties": queries.ties(found),
        "resources": list(found.resources.all()) if may(person, "resource.read", found) else [],
        "activity_form": activity_form or ActivityForm(body=found.body),
        "tie_form": tie_form or TieForm(actor=found),
        "reaches": keeping.reaches_people(),
        "by_hand": keeping.was_asked_by_hand(found),
        "past": history(person, found),
        "merged": merged_into(person, found),
        "entries": entries_of([found.public_id]),
    }
    return page(request, "desk/landscape/actor.html", context, trail=ACTORS)


@require_http_methods(["GET", "HEAD", "POST"])
@door("actor.draft")
def new_actor(request: HttpRequest) -> HttpResponse:
    """A new actor."""
    body = the_body()
    form = ActorForm(request.POST or None, account=account(request), body=body)
    made = handed_in(request, form, lambda: actions.add_actor(account(request), body, **form.entered()))
    if made:
        go = reverse("desk_landscape:actor", args=[made.public_id])
        done = "Der Akteur ist angelegt. Tragen Sie gleich ein, was er tut."
        return said(request, done + found_words([form]), go=go)
    return form_page(request, form, title="Neuer Akteur", back=reverse("desk_landscape:actors"), trail=ACTORS)


@require_http_methods(["GET", "HEAD", "POST"])
@door("actor.edit")
def edit_actor(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change an actor."""
    found = queries.actor(account(request), public_id)
    require(account(request), "actor.edit", found)
    form = ActorForm(request.POST or None, account=account(request), body=found.body, row=found)
    back = reverse("desk_landscape:actor", args=[found.public_id])
    done = handed_in(request, form, lambda: actions.edit_actor(
        account(request), found, changes=changes_of(form), revision=form.cleaned_data["revision"],
        small=form.cleaned_data["small"],
    ))  # fmt: skip
    if done:
        return said(request, "Gespeichert." + found_words([form]), go=back)
    return form_page(
        request, form, title=f"{found} bearbeiten", back=back, trail=[*ACTORS, (found.name, back)]
    )


@require_POST
@door("actor.confirm")
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    """What stands there is true as of today."""
    found = queries.actor(account(request), public_id)
    by = request.POST.get("by", "").strip() or "Integrationsmanagement"
    return confirmed(request, found, lambda: actions.confirm_actor(account(request), found, by=by))


@require_POST
@door("actor.edit")
def asked(request: HttpRequest, public_id: str) -> HttpResponse:
    """The actor was asked today; it has not answered by that."""
    found = queries.actor(account(request), public_id)
    network = request.POST.get("network") == "ja"
    return pressed(
        request, found, lambda: actions.mark_asked(account(request), found, network=network), done="Vermerkt."
    )


@require_POST
@door("actor.edit")
def answered(request: HttpRequest, public_id: str) -> HttpResponse:
    """The actor has said whom it works with."""
    found = queries.actor(account(request), public_id)
    return pressed(
        request, found, lambda: actions.mark_network_answered(account(request), found), done="Vermerkt."
    )


@require_POST
@door("actor.archive")
def archive(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put an actor away."""
    found = queries.actor(account(request), public_id)
    reason = request.POST.get("reason", "")
    return pressed(
        request,
        found,
        lambda: actions.archive_actor(account(request), found, reason=reason),
        done="Abgelegt.",
    )


@require_POST
@door("actor.archive")
def bring_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """Bring back an actor."""
    found = queries.actor(account(request), public_id)
    return pressed(
        request, found, lambda: actions.bring_back_actor(account(request), found), done="Wieder da."
    )
