"""Offers as the desk lists them, and one with everything that belongs to it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import FormerId, Offer, OfferSite
from ratslinde.integration.landscape.queries.actors import OUTDATED
from ratslinde.integration.landscape.rules import wheelchairs
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require

UNKNOWN = {
    "fields": "Handlungsfelder", "cost": "Kosten", "ages": "Alter", "groups": "Zielgruppen", "languages": "Sprachen",
    "access": "Zugang", "area": "Einzugsgebiet", "mode": "Art der Durchführung",
}  # fmt: skip
"""What may be asked for as unknown, with its words."""

ACCESSIBLE = {"ja": "ja", "nein": "nein", "unbekannt": "nicht bekannt"}
"""What may be asked for about wheelchairs (`rules.wheelchairs`), with its words."""


def find_offers(
    account: Account,
    body: Body,
    *,
    text: str = "",
    field: str = "",
    language: str = "",
    state: str = "",
    unknown: str = "",
    accessible: str = "",
) -> QuerySet[Offer]:
    """Offers with the words, of the field (public id of a term), in the language, in the state.

    States as with actors. `unknown`: where nobody has said, or not in full, what `UNKNOWN` names.
    `accessible`: a word of `ACCESSIBLE`.
    """
    require(account, "landscape.read")
    rows = Offer.objects.filter(body=body, archived_at__isnull=state != "archived")
    if text:
        rows = rows.filter(holds(text, "name", "description", "actor__name"))
    if field:
        rows = rows.filter(fields__public_id=field)
    if language:
        rows = rows.filter(languages__code=language)
    rows = rows.filter(_in_state(state)).filter(_unknown(unknown)).filter(_accessible(accessible))
    return (
        rows.select_related("actor__organization", "form")
        .prefetch_related("fields", "languages", "sites__place")
        .order_by("name", "pk")
    )


def _in_state(state: str) -> Q:
    if state in ("draft", "published", "withdrawn"):
        return Q(publication=state)
    if state == "outdated":
        return Q(confirmed_on__lt=clock.today() - OUTDATED)
    return Q(confirmed_on=None) if state == "unknown" else Q()


def _unknown(name: str) -> Q:
    if name in ("languages", "fields"):
        return Q(**{f"{name}_known": False})
    column = "groups_known" if name == "groups" else name
    return Q(**{column: ""}) if name in UNKNOWN else Q()


def _accessible(word: str) -> Q:
    there, not_there = (_with_place(accessible=said) for said in (True, False))
    no = not_there & ~there & ~_with_place(accessible=None)
    return {"ja": there, "nein": no, "unbekannt": ~there & ~no}.get(word, Q())


def _with_place(*, accessible: bool | None) -> Q:
    """That one of its places is said to be so."""
    sites = OfferSite.objects.filter(place__isnull=False, place__accessible=accessible)
    return Q(pk__in=sites.values("offer"))


def gets_in(offer: Offer) -> bool | None:
    """Whether somebody with a wheelchair gets to one of its places; None while that is not known."""
    return wheelchairs.gets_in(site.place.accessible for site in offer.sites.all() if site.place is not None)


def offer(account: Account, public_id: str) -> Offer:
    """The offer of that public id, or the one it was merged into. Raises Offer.DoesNotExist."""
    require(account, "landscape.read")
    rows = Offer.objects.select_related("body", "actor__organization", "form", "contact")
    former = FormerId.objects.filter(public_id=public_id).values("offer__public_id").first()
    return rows.get(public_id=former["offer__public_id"] if former else public_id)


def sites(offer: Offer) -> list[OfferSite]:
    """Where and when it takes place."""
    return list(offer.sites.select_related("place__space").prefetch_related("spaces", "schedules"))
