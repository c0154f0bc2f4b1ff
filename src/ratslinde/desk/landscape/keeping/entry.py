"""The page that a mailed link opens: one actor's entry, to be confirmed or corrected. No account, no cookie."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from ratslinde.desk.landscape.keeping.forms import ActorEntryForm, OfferEntryForm
from ratslinde.inbox.receive import HOLDERS, public_form
from ratslinde.integration.keeping import actions, links
from ratslinde.integration.keeping.models import KeeperLink
from ratslinde.integration.keeping.rounds import automaton
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.ui.frame import Frame

OfferForms = list[tuple[Offer, OfferEntryForm]]


def show(
    request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """A page without navigation: who comes here came for this entry only. Search engines stay out."""
    frame = Frame(town=str(context.get("town", "")) or "Ratslinde", what="Eintrag im Verzeichnis")
    with translation.override("de"):
        response = render(request, template, {"frame": frame, **context}, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@public_form(show=show, limits=HOLDERS)
def entry(request: HttpRequest, secret: str) -> HttpResponse:
    """Confirm or correct the entry that the link opens."""
    link = links.find(secret)
    if link is None:
        return show(
            request, "desk/landscape/link_over.html", {"title": "Dieser Link gilt nicht mehr"}, status=410
        )
    actor = link.actor
    actor_form = ActorEntryForm(request.POST or None, row=actor, prefix="akteur")
    offer_forms = _offer_forms(request, actor)
    refusal = ""
    if request.method == "POST" and "bestaetigen" in request.POST:
        return _done(request, link, _answer(link, actor_form=None, offer_forms=[]))
    if request.method == "POST" and _are_valid(actor_form, offer_forms):
        try:
            return _done(request, link, _answer(link, actor_form=actor_form, offer_forms=offer_forms))
        except Refused as refused:
            refusal = refused.message
    elif request.method == "GET":
        KeeperLink.objects.filter(pk=link.pk).update(used_at=clock.now())
    context = {
        "title": actor.name, "town": actor.body.name, "link": link, "actor_form": actor_form,
        "offer_forms": offer_forms, "refusal": refusal, "contact": actor.body.contact_email,
    }  # fmt: skip
    return show(request, "desk/landscape/entry.html", context, status=409 if refusal else 200)


def _offer_forms(request: HttpRequest, actor: Actor) -> OfferForms:
    offers = Offer.objects.filter(actor=actor, archived_at=None).order_by("name", "pk")
    return [
        (offer, OfferEntryForm(request.POST or None, row=offer, prefix=offer.public_id)) for offer in offers
    ]


def _are_valid(actor_form: ActorEntryForm, offer_forms: OfferForms) -> bool:
    return all([actor_form.is_valid(), *(form.is_valid() for _, form in offer_forms)])


def _answer(link: KeeperLink, *, actor_form: ActorEntryForm | None, offer_forms: OfferForms) -> int:
    return actions.answer(
        automaton(),
        link,
        actor_changes=actor_form.changes() if actor_form else {},
        offer_changes={offer.public_id: form.changes() for offer, form in offer_forms if form.changes()},
    )


def _done(request: HttpRequest, link: KeeperLink, changes: int) -> HttpResponse:
    context = {
        "title": "Vielen Dank", "town": link.actor.body.name, "changes": changes, "actor": link.actor,
        "online": bool(settings.RATSLINDE_URL),
    }  # fmt: skip
    return show(request, "desk/landscape/entry_done.html", context)
