"""Composing anew what a change touches: the object, what embeds it, what links to it, and its neighbours' places."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db import models

from ratslinde.journal import queue
from ratslinde.kernel import writing
from ratslinde.kernel.selecting import among
from ratslinde.record.drafting import RANKS, Draft, drafts
from ratslinde.record.models import Listed, Published, Reference, Standing
from ratslinde.record.newest import chunks
from ratslinde.record.searching import index
from ratslinde.record.values import Kind

Row = TypeVar("Row", bound=models.Model)
_STANDING = ("modified", "digest", "path", "owners")
_AT_ONCE = 1_000  # objects whose texts are in memory together


def recompose(changed: set[str], *, appeared_or_gone: set[str], stamp: datetime.datetime) -> None:
    """Bring `Published` up to date after new versions of these objects."""
    dirty = changed | _touched(changed, appeared_or_gone=appeared_or_gone)
    written: list[Draft] = []
    for rank in RANKS:
        made = compose_rank(dirty, kinds=rank, stamp=stamp)
        dirty |= _holders({draft.row.pk for draft in made if draft.moved})
        written += made
    forget_withdrawn(written)


def compose_rank(ids: Iterable[str], *, kinds: tuple[Kind, ...], stamp: datetime.datetime) -> list[Draft]:
    """Compose the objects of these kinds and save those that differ; returns these."""
    written = []
    for some in chunks(ids, size=_AT_ONCE):
        differing = [
            draft for draft in drafts(some, kinds=kinds, stamp=stamp) if draft.differs or draft.moved
        ]
        _save(differing)
        written += differing
    return written


def forget_withdrawn(written: Iterable[Draft]) -> None:
    """Take the words of what is withdrawn out of the search at once.

    The last step: asking the worker before may wait for one, who may wait for the entries that are locked from here on.
    """
    index.remove(draft.row.pk for draft in written if draft.row.deleted)


def _holders(moved: set[str]) -> set[str]:
    found: set[str] = set()
    for some in chunks(moved):
        found |= set(Reference.objects.filter(target__in=some, part=True).values_list("source", flat=True))
    return found


def _touched(changed: set[str], *, appeared_or_gone: set[str]) -> set[str]:
    """Besides what embeds them: what they link to, and, when they appeared or went, what links to them."""
    sources = Reference.objects.filter(target__in=appeared_or_gone).values_list("source", flat=True)
    targets = Reference.objects.filter(source__in=changed).values_list("target", flat=True)
    meetings = Reference.objects.filter(target__in=appeared_or_gone, attribute="agendaItem", part=True)
    siblings = Reference.objects.filter(source__in=meetings.values("source"), attribute="agendaItem")
    former = Published.objects.filter(pk__in=changed).values_list("standalone", flat=True)
    return {*sources, *targets, *siblings.values_list("target", flat=True), *_formerly_linked(former)}


def _formerly_linked(texts: Iterable[str]) -> set[str]:
    """Ids that the objects linked to until now: what was dropped must lose its back reference."""
    found = set()
    for text in texts:
        for piece in text.split('"\x1foparl/v1.1/')[1:]:
            steps = piece.split('"', 1)[0].split("/")
            found.add(steps[-1] if len(steps) == 2 else "")
    return found - {""}


def _save(made: Sequence[Draft]) -> None:
    if not made:
        return
    lost_path = _free_paths(made)
    _write([draft for draft in made if draft.row.pk not in lost_path])
    _put(Published, [draft.row for draft in made if draft.row.pk in lost_path or draft.changed is None])
    writing.update(Standing, [draft.standing for draft in made if draft.stood], columns=_STANDING)
    _put(Standing, [draft.standing for draft in made if not draft.stood])
    _list(made)
    for draft in made:
        if draft.found_otherwise:
            queue.later("search.index", key=draft.row.pk)


def _write(made: Iterable[Draft]) -> None:
    """Only what is otherwise: most often the title and the long texts stay."""
    alike: defaultdict[tuple[str, ...], list[Published]] = defaultdict(list)
    for draft in made:
        if draft.changed:
            alike[draft.changed].append(draft.row)
    for columns, rows in alike.items():
        writing.update(Published, rows, columns=columns)


def _put(model: type[Row], rows: Sequence[Row]) -> None:
    key = model._meta.pk.name
    columns = [field.name for field in model._meta.concrete_fields if field.name != key]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=[key], update_fields=columns
    )


def _free_paths(made: Sequence[Draft]) -> set[str]:
    """Pages may swap their addresses, and a new one may take the address of what was withdrawn.

    Returns the ids of those that stand without an address now.
    """
    wanted = {draft.row.path: draft.row.pk for draft in made if draft.row.path and not draft.row.deleted}
    moving = set(wanted.values())
    taken = Published.objects.filter(among("path", wanted)).only("path", "deleted")
    losing = {
        row.pk for row in taken if row.pk != wanted[row.path or ""] and (row.deleted or row.pk in moving)
    }
    if losing:
        Published.objects.filter(pk__in=losing).update(path=None)
        Standing.objects.filter(pk__in=losing).update(path=None)
    return losing


def _list(made: Sequence[Draft]) -> None:
    listed = Listed.objects.filter(among("published", [draft.row.pk for draft in made]))
    wanted = {(owner, draft.row.pk): _listed(owner, draft.row) for draft in made for owner in draft.owners}
    there = {(row.owner, row.published_id): row for row in listed}
    wrong = [row.pk for key, row in there.items() if key not in wanted or _place(row) != _place(wanted[key])]
    Listed.objects.filter(pk__in=wrong).delete()
    Listed.objects.bulk_create(
        row for key, row in wanted.items() if key not in there or there[key].pk in set(wrong)
    )


def _listed(owner: str, row: Published) -> Listed:
    return Listed(owner=owner, kind=row.kind, sequence=row.sequence, published=row)


def _place(row: Listed) -> tuple[str, int]:
    return row.kind, row.sequence
