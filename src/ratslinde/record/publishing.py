"""The one door to the public. What comes in is written as versions; what it changes is composed anew.

Called inside the transaction of the verb that caused it. Publishing the same value again does nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from ratslinde.record import chain, stamping
from ratslinde.record.composing import links_in
from ratslinde.record.models import Chain, Reference, Version
from ratslinde.record.recomposing import recompose
from ratslinde.record.shapes import SHAPES
from ratslinde.record.statements import WITHDRAWN, decode, encode
from ratslinde.record.values import Value, Withdrawal


def publish(values: Sequence[Value], *, withdrawals: Sequence[Withdrawal] = ()) -> list[str]:
    """Make the values public and the withdrawn ones not; returns the ids of those that changed by it.

    All belong to one Body. Raises ValueError otherwise: that is a defect of the caller.
    """
    bodies = {value.body for value in [*values, *withdrawals]}
    if not bodies:
        return []
    if len(bodies) > 1:
        raise ValueError("one publication, one Body")
    locked = chain.lock(bodies.pop())
    stamp = stamping.new_stamp()
    latest = latest_versions([each.id for each in [*values, *withdrawals]])
    changed = [value.id for value in values if _state(locked, value, latest=latest, stamp=stamp)]
    gone = [each.id for each in withdrawals if _withdraw(locked, each, latest=latest, stamp=stamp)]
    if changed or gone:
        appeared = [each for each in changed if each not in latest or latest[each].deleted]
        recompose({*changed, *gone}, appeared_or_gone={*appeared, *gone}, stamp=stamp)
        chain.close(locked, stamp=stamp)
    return [*changed, *gone]


def would_change(value: Value) -> bool:
    """Whether publishing this value would change what is public."""
    version = latest_versions([value.id]).get(value.id)
    return version is None or version.value != encode(value)


def latest_versions(ids: Sequence[str]) -> dict[str, Version]:
    """The newest version of each object that has one."""
    rows = Version.objects.filter(object_id__in=set(ids)).order_by("object_id", "sequence")
    return {row.object_id: row for row in rows}


def _state(locked: Chain, value: Value, *, latest: dict[str, Version], stamp: datetime.datetime) -> bool:
    text = encode(value)
    before = latest.get(value.id)
    if before is not None and before.value == text:
        return False
    _append(locked, value, text=text, stamp=stamp, deleted=False)
    Reference.objects.filter(source=value.id).delete()
    parts = SHAPES[value.kind].parts
    Reference.objects.bulk_create(
        Reference(
            source=value.id,
            source_kind=value.kind,
            target=target,
            attribute=key,
            part=key in parts,
            position=position,
        )
        for key, position, target in links_in(decode(text).oparl)
    )
    return True


def _withdraw(
    locked: Chain, gone: Withdrawal, *, latest: dict[str, Version], stamp: datetime.datetime
) -> bool:
    before = latest.get(gone.id)
    if before is None or before.deleted:  # what was never public leaves no trace, not even a tombstone
        return False
    _append(locked, gone, text=WITHDRAWN, stamp=stamp, deleted=True)
    return True


def _append(
    locked: Chain, what: Value | Withdrawal, *, text: str, stamp: datetime.datetime, deleted: bool
) -> None:
    version = Version(body=what.body, kind=what.kind, object_id=what.id, stamp=stamp, deleted=deleted)
    chain.append(locked, version, value=text)


def as_read(value: Value) -> dict[str, object]:
    """The value as plain data, for showing what would become public."""
    return {"oparl": msgspec.to_builtins(value.oparl), "page": msgspec.to_builtins(value.page)}
