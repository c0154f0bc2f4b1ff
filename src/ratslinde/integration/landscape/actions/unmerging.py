"""Undoing a merging while nothing else has touched the result: both rows are there again, each with what hung on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.actors import actor_release, is_below
from ratslinde.integration.landscape.actions.hindrances import (
    may_be_gone,
    reasons_against,
    row_named,
    said_by_kept,
)
from ratslinde.integration.landscape.actions.locating import locate_places
from ratslinde.integration.landscape.actions.mergers import FOUND, Entry
from ratslinde.integration.landscape.actions.merging_places import public_users
from ratslinde.integration.landscape.actions.offers import offer_release
from ratslinde.integration.landscape.actions.restating import keep, restate
from ratslinde.integration.landscape.actions.setting import SETTERS
from ratslinde.integration.landscape.actions.tracing import Trace, put_back
from ratslinde.integration.landscape.actions.undoing import batch_of_undoing
from ratslinde.integration.landscape.actions.uniting import with_what_is_new
from ratslinde.integration.landscape.models import (
    Actor,
    FieldChange,
    Merger,
    Offer,
    OfferSite,
    Place,
)
from ratslinde.integration.landscape.restoring import restored
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.models import Version
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out, current
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]
_BY_ROWS = frozenset({"sites"})
"""Fields that come back as rows of their own: the history tells of them, but does not know their UUIDs."""


@action("landscape.unmerge")
def unmerge(account: Account, kept: Entry, *, merger: Merger, seen: str | None = None) -> Entry:
    """Both rows stand as before; returns the one that was put away. What was public is public again.

    Raises Refused with the reason where that is no longer possible, and Conflict when it would make something else
    public than what was `seen`.
    """
    locked = Merger.objects.select_for_update().get(pk=merger.pk)
    for reason in reasons_against(locked, current(kept)):
        raise Refused(reason)
    carry_out(parting(account, locked, kept), seen=seen)
    Merger.objects.filter(pk=locked.pk).update(undone_at=clock.now(), traces=[], stood={})
    other: Entry = row_named(locked.kind, locked.other)
    return other


def parting(account: Account, merger: Merger, kept: Entry) -> Release:
    """Let all rows stand as before; returns what has to be public by that. Part of `unmerge`, and of its preview."""
    at_kept = public_users(kept) if isinstance(kept, Place) else []
    _fields_back(account, merger, kept)
    if any(said_by_kept(merger, trace) for trace in merger.traces):
        OfferSite.objects.filter(offer=kept.pk).delete()
    put_back(trace for trace in merger.traces if not may_be_gone(trace))
    if isinstance(kept, Place):
        locate_places(kept.body)
    kept.refresh_from_db()
    other: Entry = row_named(merger.kind, merger.other)
    if _taken_back_since(merger, kept):
        public_again = type(other)._default_manager.filter(pk=other.pk, publication=Publication.PUBLISHED)
        public_again.update(publication=Publication.WITHDRAWN)
    hanging = at_kept if isinstance(kept, Place) else _moved(merger.traces)
    _refuse_circle([other, *hanging])
    return _stated([kept, other, *hanging])


def _fields_back(account: Account, merger: Merger, kept: Entry) -> None:
    """What the one that stays took; what the administration noted for itself since (`INSIDE`) stays."""
    changes = FieldChange.objects.select_for_update().filter(batch=merger.batch)
    taken, again = list(changes.order_by("pk")), batch_of_undoing(merger.batch)
    if not taken:
        return
    told = {each.field: each.before for each in taken if each.field in _BY_ROWS}
    keep(account, kept, list(told), {name: plain(kept, name) for name in told}, told, batch=again)
    values = {
        each.field: restored(type(kept), each.field, each.before)
        for each in taken
        if each.field not in told and (each.field in FOUND or plain(kept, each.field) == each.after)
    }
    restate(account, kept, values, revision=kept.revision, setters=SETTERS.get(merger.kind), batch=again)
    changes.update(undone_at=clock.now())


def _taken_back_since(merger: Merger, kept: Entry) -> bool:
    """Whether somebody took from the public what the two had become: then neither comes back there by itself."""
    gone = Version.objects.filter(object_id=kept.public_id, deleted=True, stamp__gte=merger.at)
    return kept.publication == Publication.WITHDRAWN and gone.exists()


def _refuse_circle(rows: Sequence[Entry]) -> None:
    """Raise Refused where actors would belong to each other in a circle: what is above them has changed since."""
    for row in rows:
        actor = Actor.objects.get(pk=row.pk) if isinstance(row, Actor) else None
        if actor and actor.parent and is_below(actor.parent, actor):
            raise Refused(f"„{actor}“ würde danach zu einem seiner eigenen Teile gehören.")


def _moved(traces: Sequence[Trace]) -> list[Entry]:
    """The offers that go back to the other actor, and the actors that belong to it again."""
    offers = Offer.objects.select_related("body", "actor", "form").filter(
        pk__in=_holding(traces, Offer, "actor")
    )
    parts = Actor.objects.select_related("body").filter(pk__in=_holding(traces, Actor, "parent"))
    return [*offers.order_by("pk"), *parts.order_by("pk")]


def _holding(traces: Sequence[Trace], model: type[Entry], field: str) -> list[int]:
    own = (each for each in traces if each["model"] == model._meta.label_lower)
    return [each["pk"] for each in own if field in each["before"]]


def _stated(rows: Sequence[Entry]) -> Release:
    release = Release()
    for row in rows:
        row.refresh_from_db()
        if row.publication == Publication.PUBLISHED:
            release += with_what_is_new(_RELEASES[type(row)](row), row)
    return release


def _place_release(place: Any) -> Release:
    return Release(values=(public.place_value(place),), rows=(place,))


_RELEASES: Mapping[type[Entry], Callable[[Any], Release]] = {
    Actor: actor_release, Offer: offer_release, Place: _place_release,
}  # fmt: skip
