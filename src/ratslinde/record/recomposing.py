"""Composing anew what a change touches: the object, what embeds it, what links to it, and its neighbours' places.

Parts are always of a lower rank than what embeds them, so one walk from the lowest rank up is enough.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from ratslinde.journal import queue
from ratslinde.record import chain
from ratslinde.record.composing import Frame, Output, Surroundings, compose, tombstone
from ratslinde.record.models import Listed, Published, Reference, Version
from ratslinde.record.statements import Statement, decode
from ratslinde.record.surroundings import World
from ratslinde.record.values import Kind

RANKS: tuple[tuple[Kind, ...], ...] = (
    ("location", "file", "legislativeTerm", "membership", "consultation"),
    ("agendaItem",),
    ("organization", "person", "meeting", "paper", "body", "system"),
)


def recompose(changed: set[str], *, appeared_or_gone: set[str], stamp: datetime.datetime) -> None:
    """Bring `Published` up to date after new versions of these objects."""
    dirty = changed | _touched(changed, appeared_or_gone=appeared_or_gone)
    for rank in RANKS:
        moved = _compose_rank(dirty, kinds=rank, stamp=stamp)
        dirty |= set(Reference.objects.filter(target__in=moved, part=True).values_list("source", flat=True))


def rebuild(*, progress: Callable[[str], None] | None = None) -> int:
    """Compose everything anew from the versions; returns how many rows changed. `modified` stays as it was."""
    changed = 0
    for rank in RANKS:
        batch = sorted(set(Version.objects.filter(kind__in=rank).values_list("object_id", flat=True)))
        for start in range(0, len(batch), 500):
            changed += len(_compose_rank(set(batch[start : start + 500]), kinds=rank, stamp=None))
            if progress:
                progress(f"{rank[0]}: {min(start + 500, len(batch))} / {len(batch)}")
    chain.sent_otherwise()
    return changed


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


def _compose_rank(ids: set[str], *, kinds: tuple[Kind, ...], stamp: datetime.datetime | None) -> set[str]:
    """Compose the objects of these kinds; returns the ids whose public value changed."""
    versions = {
        row.object_id: row
        for row in Version.objects.filter(object_id__in=ids, kind__in=kinds).order_by("sequence")
    }
    if not versions:
        return set()
    world = World(set(versions))
    moved = set()
    for version in versions.values():
        if _write(version, world=world, stamp=stamp):
            moved.add(version.object_id)
    return moved


def _write(version: Version, *, world: World, stamp: datetime.datetime | None) -> bool:
    """Compose and save one object; returns whether what it says of itself changed.

    A change only in its back references (where it is used) is saved but does not move `modified`: else a new
    meeting would move its place, and with it every meeting that was ever held there.
    """
    row = world.rows.get(version.object_id)
    statement = None if version.deleted or version.value is None else decode(version.value)
    around = world.around(version.object_id, kind=version.kind)
    frame = _frame(version, row, statement, first=world.first[version.object_id])
    output = _output(frame, statement, around)
    if row is not None and _same(row, output, statement, forms=("standalone", "omit_internal", "embedded")):
        return False
    moved = row is None or not _same(row, output, statement, forms=("embedded",))
    if moved and stamp is not None:
        frame = msgspec.structs.replace(frame, modified=stamp)
        output = _output(frame, statement, around)
    _save(frame, output, statement, sequence=world.first[version.object_id]["sequence"])
    return moved


def _frame(
    version: Version, row: Published | None, statement: Statement | None, *, first: dict[str, Any]
) -> Frame:
    return Frame(
        kind=version.kind,
        id=version.object_id,
        body=version.body,
        created=first["created"],
        modified=row.modified if row else first["latest"],
        path=statement.path if statement else (row.path if row else None),
    )


def _output(frame: Frame, statement: Statement | None, around: Surroundings) -> Output:
    return compose(frame, statement.oparl, around) if statement else tombstone(frame)


def _columns(statement: Statement | None) -> dict[str, object]:
    """The columns besides the composed forms; bare for a tombstone."""
    content = (statement.content if statement else None) or {}
    return {
        "deleted": statement is None,
        "title": statement.title if statement else "",
        "text": statement.text if statement else "",
        "page": msgspec.json.encode(statement.page).decode() if statement else "{}",
        "content": content.get("sha256", ""),
        "media_type": content.get("media_type", ""),
        "file_name": content.get("file_name", ""),
    } | ({"path": statement.path} if statement else {})


def _same(row: Published, output: Output, statement: Statement | None, *, forms: tuple[str, ...]) -> bool:
    columns = _columns(statement) | {name: getattr(output, name) for name in forms}
    return all(getattr(row, name) == value for name, value in columns.items())


def _save(frame: Frame, output: Output, statement: Statement | None, *, sequence: int) -> None:
    columns = _columns(statement) | {
        **msgspec.structs.asdict(output),
        "body": frame.body,
        "kind": frame.kind,
        "sequence": sequence,
        "created": frame.created,
        "modified": frame.modified,
        "path": frame.path,
        "date": statement.date if statement else None,
    }
    Published.objects.update_or_create(pk=frame.id, defaults=columns)
    if statement:  # a tombstone keeps its places: lists with `modified_since` must still show it
        _list(frame, owners=statement.lists, sequence=sequence)
    queue.later("search.index", key=frame.id)


def _list(frame: Frame, *, owners: list[str], sequence: int) -> None:
    Listed.objects.filter(published_id=frame.id).exclude(owner__in=owners).delete()
    Listed.objects.bulk_create(
        [Listed(owner=owner, kind=frame.kind, sequence=sequence, published_id=frame.id) for owner in owners],
        ignore_conflicts=True,
    )
