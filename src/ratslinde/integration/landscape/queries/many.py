"""Rows that were chosen in a list, with what a change to all of them looks at."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


def actors_of(account: Account, body: Body, ids: Collection[str]) -> list[Actor]:
    """The actors with these public ids by name; those that were put away too, so that somebody can be told."""
    require(account, "landscape.read")
    rows = with_parts(Actor.objects.filter(body=body, public_id__in=ids))
    return list(rows.order_by("name", "pk"))


def offers_of(account: Account, body: Body, ids: Collection[str]) -> list[Offer]:
    """The offers with these public ids by name; those that were put away too."""
    require(account, "landscape.read")
    rows = with_parts(Offer.objects.filter(body=body, public_id__in=ids))
    return list(rows.order_by("name", "pk"))


def with_parts(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The actors or offers with what a change to all of them looks at."""
    if rows.model is Actor:
        rows = rows.select_related("body", "kind", "organization", "parent")
        return rows.prefetch_related("activities__field__taxonomy", "activities__spaces")
    rows = rows.select_related("actor__organization", "body", "form", "contact")
    return rows.prefetch_related("fields", "languages", "groups")
