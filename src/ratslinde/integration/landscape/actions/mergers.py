"""What a merging leaves behind so that it can be undone: what it changed, and what the row that stays said then."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from ratslinde.integration.landscape.actions.restating import INSIDE
from ratslinde.integration.landscape.actions.setting import SETTERS
from ratslinde.integration.landscape.actions.tracing import Tracing, Watched
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    Cooperation,
    FormerId,
    LandscapeRow,
    Merger,
    NetworkCoordination,
    Offer,
    OfferSite,
    Place,
    Resource,
    Schedule,
    Translation,
)
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account

Entry = Actor | Offer | Place
CLOSED = ("archived_at", "publication", "unchecked")
_KEPT_FOR_US = frozenset({
    "id", "public_id", "revision", "publication", "unchecked", "created_at", "changed_at", "standard_id", "stated_at",
    "body", "archived_at",
})  # fmt: skip
FOUND = frozenset({"space"})
"""Where a place lies follows from its position and from boundaries: nobody has said it, unless it is set by hand."""


class Merging:
    """Begun before anything changes. `batch`: for the fields that the row that stays takes."""

    def __init__(self, kept: Entry, other: Entry) -> None:
        self.batch = uuid.uuid4()
        self._kept, self._other = kept, other
        self._tracing = Tracing(_WATCHED[type(kept)](kept, other))

    def keep(self, account: Account) -> Merger:
        """Once everything is changed: remember it."""
        kept = type(self._kept)._default_manager.get(pk=self._kept.pk)
        return Merger.objects.create(
            body=kept.body, kind=type(kept).__name__, kept=kept.public_id, other=self._other.public_id,
            at=clock.now(), by=account, batch=self.batch, traces=self._tracing.traces(), stood=said(kept),
        )  # fmt: skip


def said(row: LandscapeRow) -> dict[str, str]:
    """Of each field that somebody fills in a digest of what stands there; who was asked when does not count."""
    columns = {field.name for field in row._meta.concrete_fields} - _KEPT_FOR_US - INSIDE
    if not getattr(row, "space_by_hand", False):
        columns -= FOUND
    lists = {field.name for field in row._meta.many_to_many} | set(SETTERS.get(type(row).__name__, {}))
    return {name: _digest(plain(row, name)) for name in sorted(columns | lists)}


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _of_actors(kept: Entry, other: Entry) -> Sequence[Watched]:
    both = [kept.pk, other.pk]
    return (
        *_of_both(Actor, kept, other, "organization"),
        Watched(rows=Actor.objects.filter(parent__in=both).exclude(pk__in=both), fields=("parent",)),
        Watched(rows=Offer.objects.filter(actor__in=both), fields=("actor",)),
        Watched(rows=ContactPerson.objects.filter(actor__in=both), fields=("actor",)),
        Watched(rows=Resource.objects.filter(office__in=both), fields=("office",)),
        Watched(rows=NetworkCoordination.objects.filter(actor__in=both), fields=("actor",)),
        Watched(rows=Activity.objects.filter(actor__in=both)),
        Watched(rows=Cooperation.objects.filter(Q(source__in=both) | Q(target__in=both))),
        Watched(rows=FormerId.objects.filter(actor__in=both)),
        *_of_texts(kept, other),
    )


def _of_offers(kept: Entry, other: Entry) -> Sequence[Watched]:
    return (
        *_of_both(Offer, kept, other),
        Watched(rows=OfferSite.objects.filter(offer=kept.pk)),
        Watched(rows=Schedule.objects.filter(site__offer=kept.pk)),
        Watched(rows=FormerId.objects.filter(offer__in=[kept.pk, other.pk])),
        *_of_texts(kept, other),
    )


def _of_places(kept: Entry, other: Entry) -> Sequence[Watched]:
    both = [kept.pk, other.pk]
    return (
        *_of_both(Place, kept, other),
        Watched(rows=Actor.objects.filter(place__in=both), fields=("place",)),
        Watched(rows=OfferSite.objects.filter(place__in=both)),
        Watched(rows=Schedule.objects.filter(site__place__in=both)),
        Watched(rows=FormerId.objects.filter(place__in=both)),
        *_of_texts(kept, other),
    )


def _of_both(model: Any, kept: Entry, other: Entry, *fields: str) -> tuple[Watched, Watched]:
    """The one that stays first: what only one of them can have is taken from it before the other gets it back."""
    rows = model._default_manager
    return (
        Watched(rows=rows.filter(pk=kept.pk), fields=(*CLOSED, *fields)),
        Watched(rows=rows.filter(pk=other.pk), fields=(*CLOSED, *fields)),
    )


def _of_texts(kept: Entry, other: Entry) -> tuple[Watched, Watched]:
    """Translations: those of the one that stays may have become outdated by it, those of the other are gone."""
    rows = Translation.objects
    return (
        Watched(rows=rows.filter(subject=kept.public_id), fields=("outdated_at",)),
        Watched(rows=rows.filter(subject=other.public_id)),
    )


_WATCHED: Mapping[type[LandscapeRow], Callable[[Entry, Entry], Sequence[Watched]]] = {
    Actor: _of_actors, Offer: _of_offers, Place: _of_places,
}  # fmt: skip
