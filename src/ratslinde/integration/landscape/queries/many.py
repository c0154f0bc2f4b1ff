"""Rows that were chosen in a list, with what a change to all of them looks at."""

from __future__ import annotations

from collections.abc import Collection

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


def actors_of(account: Account, body: Body, ids: Collection[str]) -> list[Actor]:
    """The actors with these public ids by name; those that were put away too, so that somebody can be told."""
    require(account, "landscape.read")
    rows = Actor.objects.filter(body=body, public_id__in=ids)
    return list(rows.select_related("kind", "organization", "parent").order_by("name", "pk"))


def offers_of(account: Account, body: Body, ids: Collection[str]) -> list[Offer]:
    """The offers with these public ids by name; those that were put away too."""
    require(account, "landscape.read")
    rows = Offer.objects.filter(body=body, public_id__in=ids)
    rows = rows.select_related("actor__organization", "body", "form", "contact")
    rows = rows.prefetch_related("fields", "languages", "groups")
    return list(rows.order_by("name", "pk"))
