"""Undoing a merging while nothing else has touched the result: both rows are there again, each with what hung on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import models

from ratslinde.integration import rights
from ratslinde.integration.landscape import public
from ratslinde.integration.landscape.actions.actors import actor_release
from ratslinde.integration.landscape.actions.locating import locate_places
from ratslinde.integration.landscape.actions.mergers import Entry, said
from ratslinde.integration.landscape.actions.merging_places import public_users
from ratslinde.integration.landscape.actions.offers import offer_release
from ratslinde.integration.landscape.actions.tracing import Trace, lacking, put_back, row_of, stands
from ratslinde.integration.landscape.actions.undoing import model_words, undo
from ratslinde.integration.landscape.actions.uniting import with_what_is_new
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    Cooperation,
    FieldChange,
    FormerId,
    Merger,
    Offer,
    OfferSite,
    Place,
    Schedule,
)
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import Release, carry_out, current
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]


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
    Merger.objects.filter(pk=locked.pk).update(undone_at=clock.now())
    other: Entry = row_named(locked.kind, locked.other)
    return other


def row_named(kind: str, public_id: str) -> Any:
    """The actor, offer or place of that public id, also one that is put away. Raises DoesNotExist."""
    return _rows_named(kind).select_related("body").get(public_id=public_id)


def _rows_named(kind: str) -> models.QuerySet[Any]:
    """All rows of that kind of entry."""
    model: Any = apps.get_model("landscape", kind)
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows


def reasons_against(merger: Merger, kept: Entry) -> list[str]:
    """Sentences why the merging cannot be undone any more; none when it can."""
    if merger.undone_at is not None:
        return ["Diese Zusammenführung ist schon rückgängig gemacht."]
    if FormerId.objects.filter(public_id=kept.public_id).exists():
        return [
            f"„{kept}“ ist inzwischen selbst mit einem anderen Eintrag zusammengeführt. Bitte zuerst das zurücknehmen."
        ]
    if kept.archived_at is not None:
        return [f"„{kept}“ ist inzwischen abgelegt."]
    if not _rows_named(merger.kind).filter(public_id=merger.other).exists():
        return [_GONE]
    now = said(kept)
    fields = [
        model_words(type(kept), name) for name, digest in merger.stood.items() if now.get(name) != digest
    ]
    if fields:
        return [f"„{kept}“ ist danach geändert worden: {', '.join(fields)}."]
    touched = [each for each in merger.traces if not (stands(each) or _may_be_gone(each))]
    gone = [_GONE] if lacking([each for each in merger.traces if not _may_be_gone(each)]) else []
    return list(dict.fromkeys([*map(_touched_words, touched), *gone]))


_GONE = "Etwas, das damals zu einem der beiden gehörte, gibt es nicht mehr."
_WORDS: Mapping[str, str] = {
    "landscape.offersite": "Orte und Zeiten", "landscape.schedule": "Orte und Zeiten",
    "landscape.activity": "Tätigkeiten", "landscape.cooperation": "Zusammenarbeit",
}  # fmt: skip


def _touched_words(trace: Trace) -> str:
    row = row_of(trace)
    if isinstance(row, OfferSite | Schedule):
        row = row.offer if isinstance(row, OfferSite) else row.site.offer
    name = f"„{row}“" if isinstance(row, Actor | Offer | Place) else "Etwas, das dazugehört"
    what = f" ({_WORDS[trace['model']]})" if trace["model"] in _WORDS else ""
    return f"{name}{what} ist danach geändert worden."


def _may_be_gone(trace: Trace) -> bool:
    """Whether only what it belongs to had changed: if it was removed since, there is nothing to put back."""
    told_whole = (Activity, Cooperation, FormerId, OfferSite, Schedule)
    model: type[models.Model] = apps.get_model(trace["model"])
    return trace["after"] is not None and model not in told_whole and row_of(trace) is None


def parting(account: Account, merger: Merger, kept: Entry) -> Release:
    """Let all rows stand as before; returns what has to be public by that. Part of `unmerge`, and of its preview."""
    at_kept = public_users(kept) if isinstance(kept, Place) else []
    if FieldChange.objects.filter(batch=merger.batch, undone_at=None).exists():
        undo(account, batch=merger.batch)
    for trace in merger.traces:
        if not _may_be_gone(trace):
            put_back(trace)
    if isinstance(kept, Place):
        locate_places(kept.body)
    kept.refresh_from_db()
    other: Entry = row_named(merger.kind, merger.other)
    hanging = at_kept if isinstance(kept, Place) else _moved_offers(merger.traces)
    return _stated([kept, other, *hanging])


def _moved_offers(traces: Sequence[Trace]) -> list[Entry]:
    """The offers that go back to the other actor."""
    rows = Offer.objects.select_related("body", "actor", "form")
    moved = [
        each["pk"] for each in traces if each["model"] == "landscape.offer" and "actor" in each["before"]
    ]
    return list(rows.filter(pk__in=moved).order_by("pk"))


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
