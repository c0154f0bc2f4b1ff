"""Actors as the desk lists them, and one with everything that belongs to it."""

from __future__ import annotations

import datetime

from django.db.models import Count, Q, QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    Cooperation,
    FormerId,
    Offer,
)
from ratslinde.kernel import clock
from ratslinde.kernel.comparing import holds
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require

OUTDATED = datetime.timedelta(days=365)


def actors(account: Account, body: Body, *, archived: bool = False) -> QuerySet[Actor]:
    """The town's actors by name, with kind and the number of their offers."""
    require(account, "landscape.read")
    rows = Actor.objects.filter(body=body, archived_at__isnull=not archived)
    count = Count("offers", filter=Q(offers__archived_at=None), distinct=True)
    return rows.select_related("kind", "organization").annotate(offer_count=count).order_by("name", "pk")


def find_actors(
    account: Account, body: Body, *, text: str = "", kind: str = "", field: str = "", state: str = ""
) -> QuerySet[Actor]:
    """Actors with the words in name or description, of the kind and field (public ids of terms), in the state.

    States: draft, published, withdrawn, outdated (not confirmed for a year), unknown (never confirmed), archived.
    """
    rows = actors(account, body, archived=state == "archived")
    if text:
        rows = rows.filter(holds(text, "name", "short_name", "description"))
    if kind:
        rows = rows.filter(kind__public_id=kind)
    if field:
        active = Q(activities__field__public_id=field) | Q(offers__fields__public_id=field)
        rows = rows.filter(pk__in=Actor.objects.filter(active).values("pk"))
    return rows.filter(_in_state(state))


def _in_state(state: str) -> Q:
    if state in ("draft", "published", "withdrawn"):
        return Q(publication=state)
    if state == "outdated":
        return Q(confirmed_on__lt=clock.today() - OUTDATED)
    return Q(confirmed_on=None) if state == "unknown" else Q()


def actor(account: Account, public_id: str) -> Actor:
    """The actor of that public id, or the one it was merged into. Raises Actor.DoesNotExist."""
    require(account, "landscape.read")
    rows = Actor.objects.select_related("body", "kind", "parent", "place__space", "organization")
    former = FormerId.objects.filter(public_id=public_id).values("actor__public_id").first()
    return rows.get(public_id=former["actor__public_id"] if former else public_id)


def activities(actor: Actor) -> list[Activity]:
    """What the actor does, by field."""
    return list(actor.activities.select_related("field").prefetch_related("spaces"))


def contacts(account: Account, actor: Actor) -> list[ContactPerson]:
    """Whom to ask; empty for those who may not see names."""
    return list(actor.contacts.prefetch_related("offers")) if may(account, "contact.read", actor) else []


def contact(account: Account, public_id: str) -> ContactPerson:
    """The contact of that public id. Raises ContactPerson.DoesNotExist and Forbidden."""
    found = ContactPerson.objects.select_related("actor__organization", "body").get(public_id=public_id)
    require(account, "contact.read", found)
    return found


def offers_of(actor: Actor) -> list[Offer]:
    """The actor's offers."""
    return list(actor.offers.filter(archived_at=None).prefetch_related("fields"))


def ties(actor: Actor) -> list[Cooperation]:
    """Whom the actor works with, strongest first."""
    rows = Cooperation.objects.filter(Q(source=actor) | Q(target=actor))
    return list(rows.select_related("source", "target", "topic").order_by("-strength", "pk"))
