"""What stands in `Published` for an object: composed, compared with what stands there, and not yet saved."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ratslinde.record.composing import Frame, Output, Surroundings, compose, tombstone
from ratslinde.record.models import Published, Standing
from ratslinde.record.newest import Newest, newest_of_kinds
from ratslinde.record.statements import Statement, decode
from ratslinde.record.surroundings import World
from ratslinde.record.values import Kind

RANKS: tuple[tuple[Kind, ...], ...] = (
    ("location", "file", "legislativeTerm", "membership", "consultation", "taxonomy", "place", "socialSpace"),
    ("agendaItem", "term"),
    ("organization", "person", "meeting", "paper", "body", "system", "actor"),
    ("offer",),
)
"""Parts are always of a lower rank than what embeds them: one walk from the lowest up is enough."""

_FOUND_BY = frozenset({"title", "text", "path", "date", "deleted"})
_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One object composed anew.

    `stood`: it has a row of `Standing`. `moved`: what it says of itself is not what it last said. `changed`: columns of
    the stored row that are otherwise now; None when there is no row. `differs`: the row or its lists must be written.
    `found_otherwise`: search must look at it again.
    """

    row: Published
    owners: tuple[str, ...]
    standing: Standing
    stood: bool
    moved: bool
    changed: tuple[str, ...] | None
    differs: bool
    found_otherwise: bool


def drafts(
    ids: Iterable[str],
    *,
    kinds: tuple[Kind, ...],
    stamp: datetime.datetime | None,
    replaced: Mapping[str, str] | None = None,
) -> list[Draft]:
    """The objects of these kinds, composed. What moved gets the stamp; with None everything keeps its `modified`."""
    versions = newest_of_kinds(ids, kinds)
    if not versions:
        return []
    world = World(set(versions), replaced=replaced)
    return [_draft(version, world=world, stamp=stamp) for version in versions.values()]


def _draft(version: Newest, *, world: World, stamp: datetime.datetime | None) -> Draft:
    """A change only in back references (where an object is used) does not move `modified`: else a new meeting would
    move its place, and with it every meeting that was ever held there.
    """
    before, row = world.standing.get(version.object_id), world.rows.get(version.object_id)
    statement = None if version.deleted or version.value is None else decode(version.value)
    around = world.around(version.object_id, kind=version.kind)
    frame = _frame(version, statement, before, row, created=world.first[version.object_id]["created"])
    output = _output(frame, statement, around)
    owners, stated = _owners(statement, before), _stated(statement)
    digest = _digest(output, stated, owners)
    moved = before is None or before.digest != digest
    if moved and stamp is not None:
        frame = msgspec.structs.replace(frame, modified=stamp)
        output = _output(frame, statement, around)
        digest = _digest(output, stated, owners)
    made = _row(frame, output, stated, sequence=world.first[version.object_id]["sequence"])
    changed = _changed(row, made) if row else None
    listed = {(each.owner, each.kind, each.sequence) for each in world.listed[version.object_id]}
    otherwise = listed != {(owner, made.kind, made.sequence) for owner in owners}
    return Draft(
        row=made,
        owners=owners,
        standing=Standing(
            object_id=made.pk, modified=frame.modified, digest=digest, path=frame.path, owners=" ".join(owners),
        ),
        stood=before is not None,
        moved=moved,
        changed=changed,
        differs=otherwise or changed is None or bool(changed),
        found_otherwise=otherwise or changed is None or not _FOUND_BY.isdisjoint(changed),
    )  # fmt: skip


def _frame(
    version: Newest,
    statement: Statement | None,
    before: Standing | None,
    row: Mapping[str, Any] | None,
    *,
    created: datetime.datetime,
) -> Frame:
    known = (
        (before.modified, before.path)
        if before
        else (row["modified"], row["path"])
        if row
        else (_NEVER, None)
    )
    return Frame(
        kind=version.kind,
        id=version.object_id,
        body=version.body,
        created=created,
        modified=known[0],
        path=statement.path if statement else known[1],
    )


def _owners(statement: Statement | None, before: Standing | None) -> tuple[str, ...]:
    """A tombstone keeps its places: lists with `modified_since` must still show it."""
    if statement:
        return tuple(dict.fromkeys(statement.lists))
    return tuple(before.owners.split()) if before else ()


def _output(frame: Frame, statement: Statement | None, around: Surroundings) -> Output:
    return compose(frame, statement.data, around) if statement else tombstone(frame)


def _digest(output: Output, stated: Mapping[str, Any], owners: tuple[str, ...]) -> str:
    """What makes `modified` move: the object without its back references, what only the page shows, and its lists."""
    said = [output.embedded, *owners, *(str(value) for _, value in sorted(stated.items()))]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def _stated(statement: Statement | None) -> dict[str, Any]:
    """The columns that come from the statement as they are; bare for a tombstone."""
    content = (statement.content if statement else None) or {}
    date = statement.date if statement else None
    return {
        "deleted": statement is None,
        "title": statement.title if statement else "",
        "text": statement.text if statement else "",
        "page": msgspec.json.encode(statement.page).decode() if statement else "{}",
        "date": datetime.datetime.fromisoformat(date).astimezone(datetime.UTC) if date else None,
        "content": content.get("sha256", ""),
        "media_type": content.get("media_type", ""),
        "file_name": content.get("file_name", ""),
        "standard_id": statement.hsds.get("id") if statement else None,
    }


def _row(frame: Frame, output: Output, stated: Mapping[str, Any], *, sequence: int) -> Published:
    return Published(
        id=frame.id,
        body=frame.body,
        kind=frame.kind,
        sequence=sequence,
        created=frame.created,
        modified=frame.modified,
        path=frame.path,
        **stated,
        **msgspec.structs.asdict(output),
    )


def _changed(before: Mapping[str, Any], now: Published) -> tuple[str, ...]:
    return tuple(name for name, value in before.items() if value != getattr(now, name))
