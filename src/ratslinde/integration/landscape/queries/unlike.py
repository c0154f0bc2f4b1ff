"""Which actors and offers say something else at the desk than in public.

Stating what a row says costs a dozen questions to the database. So the rows that nobody has touched since they were
published are left out first, a table at a time; only the others are stated and compared.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Max, QuerySet

from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    FieldChange,
    FormerId,
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
SLACK = AHEAD + datetime.timedelta(seconds=1)
"""A stamp lies ahead, and is rounded up: what was saved within that second may have come after the publication."""
_PLACE: Mapping[Any, str] = {Actor: "place", Offer: "sites__place"}
_RENAMED = (
    ("Actor", "actor__public_id"), ("SocialSpace", "sites__spaces__public_id"),
    ("SocialSpace", "sites__place__space__public_id"),
)  # fmt: skip
"""Whose names are public with an offer, be it that its social spaces stand in their order."""


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
    """The public ids of those of which something was saved since that was made public."""
    since = dict(_stamps(rows.order_by().values("public_id")))
    houses = dict(_stamps(rows.order_by().values(f"{_PLACE[rows.model]}__public_id")))
    return {
        *(key for key, moment in _moments(rows) if key in since and moment >= since[key] - SLACK),
        *(key for key, house, moment in _moments_of_places(rows) if _is_later(moment, houses.get(house))),
        *(key for key, moment in _erasures(rows) if key in since and moment >= since[key] - SLACK),
    }


def _is_later(moment: datetime.datetime, stamp: datetime.datetime | None) -> bool:
    return stamp is None or moment >= stamp - SLACK


def _stamps(ids: QuerySet[Any]) -> QuerySet[Any, tuple[str, datetime.datetime]]:
    """When each of these was published last."""
    public_ones = Version.objects.filter(object_id__in=ids, deleted=False).order_by().values("object_id")
    return public_ones.annotate(last=Max("stamp")).values_list("object_id", "last")


def _erasures(rows: QuerySet[Any]) -> QuerySet[Any, tuple[str, datetime.datetime]]:
    """When somebody was erased from what is public: that states an entry anew, and leaves what waits."""
    ids = rows.order_by().values("public_id")
    erased = Version.objects.filter(object_id__in=ids, erased_at__isnull=False).order_by().values("object_id")
    return erased.annotate(last=Max("erased_at")).values_list("object_id", "last")


def _moments(rows: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    """When the rows were saved, and each thing that is public in them."""
    ids, keys = rows.order_by().values("public_id"), rows.order_by().values("pk")
    yield from rows.order_by().values_list("public_id", "changed_at")
    yield from FieldChange.objects.filter(subject__in=ids).values_list("subject", "at")
    yield from Translation.objects.filter(subject__in=ids).values_list("subject", "changed_at")
    owner = rows.model.__name__.lower()
    formers = FormerId.objects.filter(**{f"{owner}__in": keys})
    yield from formers.values_list(f"{owner}__public_id", "merged_at")
    yield from _of_actors(keys) if rows.model is Actor else _of_offers(rows)


def _of_actors(keys: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    yield from ContactPerson.objects.filter(actor__in=keys).values_list("actor__public_id", "changed_at")
    ended = Activity.objects.filter(actor__in=keys, until__lt=clock.today())
    for key, day in ended.values_list("actor__public_id", "until"):
        last = (
            datetime.datetime.combine(day, datetime.time.max, tzinfo=clock.TOWN_ZONE) if day else clock.now()
        )
        yield key, last


def _of_offers(rows: QuerySet[Any]) -> Iterator[tuple[str, datetime.datetime]]:
    named = rows.filter(contact__isnull=False).order_by()
    yield from named.values_list("public_id", "contact__changed_at")
    renamed = FieldChange.objects.filter(field="name").order_by("at")
    for kind, column in _RENAMED:
        some = renamed.filter(kind=kind, subject__in=rows.order_by().values(column))
        moments = dict(some.values_list("subject", "at"))
        if moments:
            users = rows.order_by().filter(**{f"{column}__in": list(moments)})
            yield from ((key, moments[name]) for key, name in users.values_list("public_id", column))


def _moments_of_places(rows: QuerySet[Any]) -> Iterator[tuple[str, str, datetime.datetime]]:
    """When something was saved of the places that the rows name, which are public by themselves."""
    column = _PLACE[rows.model]
    some = rows.filter(**{f"{column}__isnull": False}).order_by()
    houses = some.values(f"{column}__public_id")
    told = [
        Translation.objects.filter(subject__in=houses).values_list("subject", "changed_at"),
        FormerId.objects.filter(place__public_id__in=houses).values_list("place__public_id", "merged_at"),
    ]
    moments: dict[str, datetime.datetime] = {}
    for house, moment in itertools.chain.from_iterable(told):
        moments[house] = max(moment, moments.get(house, moment))
    listed = some.values_list("public_id", f"{column}__public_id", f"{column}__changed_at")
    for key, house, moment in listed:
        yield key, house, max(moment, moments.get(house, moment))
