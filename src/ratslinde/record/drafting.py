"""What stands in `Published` for an object: composed, compared with what stands there, and not yet saved."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ratslinde.record.composing import Frame, Output, Surroundings, compose, tombstone
from ratslinde.record.models import Published, Standing, Version
from ratslinde.record.statements import Statement, decode
from ratslinde.record.surroundings import World, newest_versions
from ratslinde.record.values import Kind

RANKS: tuple[tuple[Kind, ...], ...] = (
    ("location", "file", "legislativeTerm", "membership", "consultation", "taxonomy", "place", "socialSpace"),
    ("agendaItem", "term"),
    ("organization", "person", "meeting", "paper", "body", "system", "actor"),
    ("offer",),
)
"""Parts are always of a lower rank than what embeds them: one walk from the lowest up is enough."""

_FOUND_BY = ("title", "text", "path", "date", "deleted")
_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One object composed anew.

    `moved`: what it says of itself is not what it last said. `differs`: the stored row or its lists must be written.
    `found_otherwise`: search must look at it again.
    """

    row: Published
    owners: tuple[str, ...]
    standing: Standing
    moved: bool
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
    versions = {key: row for key, row in newest_versions(ids).items() if row.kind in kinds}
    if not versions:
        return []
    world = World(set(versions), replaced=replaced)
    return [_draft(version, world=world, stamp=stamp) for version in versions.values()]


def _draft(version: Version, *, world: World, stamp: datetime.datetime | None) -> Draft:
    """A change only in back references (where an object is used) does not move `modified`: else a new meeting would
    move its place, and with it every meeting that was ever held there.
    """
    before, row = world.standing.get(version.object_id), world.rows.get(version.object_id)
    statement = None if version.deleted or version.value is None else decode(version.value)
    around = world.around(version.object_id, kind=version.kind)
    frame = _frame(version, statement, before, row, created=world.first[version.object_id]["created"])
    output = _output(frame, statement, around)
    owners = _owners(statement, before)
    moved = before is None or before.digest != _digest(output, statement, owners)
    if moved and stamp is not None:
        frame = msgspec.structs.replace(frame, modified=stamp)
        output = _output(frame, statement, around)
    made = _row(frame, output, statement, sequence=world.first[version.object_id]["sequence"])
    listed = {(each.owner, each.kind, each.sequence) for each in world.listed[version.object_id]}
    otherwise = listed != {(owner, made.kind, made.sequence) for owner in owners}
    return Draft(
        row=made,
        owners=owners,
        standing=Standing(
            object_id=made.pk, modified=frame.modified, digest=_digest(output, statement, owners), path=frame.path,
            owners=" ".join(owners),
        ),
        moved=moved,
        differs=otherwise or row is None or _columns(row) != _columns(made),
        found_otherwise=otherwise or row is None or _found_by(row) != _found_by(made),
    )  # fmt: skip


def _frame(
    version: Version,
    statement: Statement | None,
    before: Standing | None,
    row: Published | None,
    *,
    created: datetime.datetime,
) -> Frame:
    known = before or row
    return Frame(
        kind=version.kind,
        id=version.object_id,
        body=version.body,
        created=created,
        modified=known.modified if known else _NEVER,
        path=statement.path if statement else (known.path if known else None),
    )


def _owners(statement: Statement | None, before: Standing | None) -> tuple[str, ...]:
    """A tombstone keeps its places: lists with `modified_since` must still show it."""
    if statement:
        return tuple(dict.fromkeys(statement.lists))
    return tuple(before.owners.split()) if before else ()


def _output(frame: Frame, statement: Statement | None, around: Surroundings) -> Output:
    return compose(frame, statement.data, around) if statement else tombstone(frame)


def _digest(output: Output, statement: Statement | None, owners: tuple[str, ...]) -> str:
    """What makes `modified` move: the object without its back references, what only the page shows, and its lists."""
    said = [output.embedded, *owners, *(str(value) for _, value in sorted(_stated(statement).items()))]
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


def _row(frame: Frame, output: Output, statement: Statement | None, *, sequence: int) -> Published:
    return Published(
        id=frame.id,
        body=frame.body,
        kind=frame.kind,
        sequence=sequence,
        created=frame.created,
        modified=frame.modified,
        path=frame.path,
        **_stated(statement),
        **msgspec.structs.asdict(output),
    )


def _found_by(row: Published) -> list[object]:
    return [getattr(row, each) for each in _FOUND_BY]


def _columns(row: Published) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in Published._meta.concrete_fields}
