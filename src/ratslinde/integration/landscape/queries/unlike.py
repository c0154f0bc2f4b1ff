"""Which actors and offers say something else at the desk than in public.

Stating what a row says costs a dozen questions to the database. So the rows that nobody has touched since they were
published are left out first, a table at a time; only the others are stated and compared.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Max, QuerySet

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    FieldChange,
    Offer,
    Translation,
)
from ratslinde.kernel import clock
from ratslinde.record.models import Version
from ratslinde.record.preview import differences
from ratslinde.record.stamping import AHEAD
from ratslinde.record.values import Value
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require
from ratslinde.verbs.rows import Publication

Entry = Actor | Offer
ROUNDED = datetime.timedelta(seconds=1)
"""A stamp is rounded up: what was saved within that second may have come after the publication."""


def unlike_public(account: Account, rows: QuerySet[Any], *, withdrawn: bool = False) -> list[Entry]:
    """Of actors or of offers those that publishing would change: drafts, and what was published and says else now.

    A place that an entry names counts with it: nothing else publishes it. `withdrawn`: also what was taken back, which
    somebody wanted.
    """
    require(account, "landscape.publish")
    states = [Publication.DRAFT, *([Publication.WITHDRAWN] if withdrawn else [])]
    touched = _touched(rows.filter(publication=Publication.PUBLISHED))
    changed = rows.filter(public_id__in=touched).select_related("body")
    return [
        *rows.filter(publication__in=states).select_related("body"),
        *(row for row in changed if differences(_values(row))),
    ]


def _values(row: Entry) -> list[Value]:
    if isinstance(row, Actor):
        places = [row.place] if row.place else []
        return [public.actor_value(row), *map(public.place_value, places)]
    sites = row.sites.select_related("place__body", "place__space")
    houses = {site.place for site in sites if site.place is not None}
    return [public.offer_value(row), *map(public.place_value, houses)]


def _touched(rows: QuerySet[Any]) -> set[str]:
    """The public ids of those of which something was saved since they were published."""
    ids = rows.order_by().values("public_id")
    stamps = Version.objects.filter(object_id__in=ids, deleted=False).order_by().values("object_id")
    public_since = dict(stamps.annotate(last=Max("stamp")).values_list("object_id", "last"))
    return {
        key
        for key, moment in _moments(rows, ids)
        if key in public_since and moment >= public_since[key] - AHEAD - ROUNDED
    }


def _moments(rows: QuerySet[Any], ids: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    """When the rows were saved, and each thing that is public with them."""
    yield from rows.order_by().values_list("public_id", "changed_at")
    yield from FieldChange.objects.filter(subject__in=ids).values_list("subject", "at")
    yield from Translation.objects.filter(subject__in=ids).values_list("subject", "changed_at")
    yield from _of_actors(rows) if rows.model is Actor else _of_offers(rows)


def _of_actors(rows: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    keys = rows.order_by().values("pk")
    yield from rows.filter(place__isnull=False).order_by().values_list("public_id", "place__changed_at")
    yield from ContactPerson.objects.filter(actor__in=keys).values_list("actor__public_id", "changed_at")
    ended = Activity.objects.filter(actor__in=keys, until__lt=clock.today())
    for key, day in ended.values_list("actor__public_id", "until"):
        last = (
            datetime.datetime.combine(day, datetime.time.max, tzinfo=clock.TOWN_ZONE) if day else clock.now()
        )
        yield key, last


def _of_offers(rows: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    for column in ("sites__place__changed_at", "contact__changed_at"):
        some = rows.filter(**{f"{column}__isnull": False}).order_by()
        yield from some.values_list("public_id", column)
