"""What stands at the ends of an object's versions: what was said last, whether it is still public, since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import Max, Min, QuerySet

from ratslinde.kernel.selecting import among
from ratslinde.record.models import Version
from ratslinde.record.values import KINDS, Kind

_AT_ONCE = 10_000  # values in one question; SQLite's limit is 32,766


class Newest(NamedTuple):
    """What composing takes of an object's newest `Version`."""

    object_id: str
    body: str
    kind: Kind
    deleted: bool
    value: str | None


def newest_versions(ids: Iterable[str]) -> dict[str, Version]:
    """The newest version of each object that has one; older ones, with all their texts, are not read."""
    return {row.object_id: row for some in chunks(ids) for row in _newest(some)}


def newest_of_kinds(ids: Iterable[str], kinds: Sequence[Kind]) -> dict[str, Newest]:
    """What was said last of each of the objects that is of these kinds."""
    asked = (_newest(some, kind__in=kinds).values_list(*Newest._fields) for some in chunks(ids))
    return {row.object_id: row for rows in asked for row in starmap(Newest, rows)}


def _newest(ids: Iterable[str], **conditions: Sequence[str]) -> QuerySet[Version]:
    of_these = Version.objects.filter(among("object_id", ids), **conditions)
    last = of_these.values("object_id").annotate(last=Max("pk"))
    return Version.objects.filter(pk__in=last.values("last"))


def chunks(ids: Iterable[str], *, size: int = _AT_ONCE) -> Iterator[list[str]]:
    """The ids, sorted, in pieces that fit into one question."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def first_versions(ids: set[str]) -> dict[str, dict[str, Any]]:
    """Place in the chain and stamp of the first version, by id."""
    rows = Version.objects.filter(among("object_id", ids)).values("object_id")
    return {
        row["object_id"]: dict(row) for row in rows.annotate(sequence=Min("sequence"), created=Min("stamp"))
    }


def alive(ids: set[str]) -> dict[str, Kind]:
    """Kind by id, oldest object first, of those whose newest version is not a withdrawal."""
    newest: dict[str, tuple[int, str, bool]] = {}
    for some in chunks(ids):
        rows = Version.objects.filter(among("object_id", some)).order_by("sequence")
        for object_id, sequence, kind, deleted in rows.values_list(
            "object_id", "sequence", "kind", "deleted"
        ):
            first = newest[object_id][0] if object_id in newest else sequence
            newest[object_id] = (first, kind, deleted)
    oldest_first = sorted(newest.items(), key=lambda each: each[1][0])
    return {object_id: KINDS[kind] for object_id, (_, kind, deleted) in oldest_first if not deleted}
