"""The one door to the public. What comes in is written as versions; what it changes is composed anew.

Called inside the transaction of the verb that caused it. Publishing the same value again does nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction

from ratslinde.record import chain, stamping
from ratslinde.record.models import Chain, Reference, Version
from ratslinde.record.newest import chunks, newest_versions
from ratslinde.record.recomposing import recompose
from ratslinde.record.references import relink
from ratslinde.record.statements import WITHDRAWN, encode
from ratslinde.record.values import Value, Withdrawal

_FOR_EACH_NAMING = datetime.timedelta(milliseconds=10)  # bench/withdrawing.py: 1 to 4 ms on a busy machine


def publish(values: Sequence[Value], *, withdrawals: Sequence[Withdrawal] = ()) -> list[str]:
    """Make the values public and the withdrawn ones not; returns the ids of those that changed by it.

    All belong to one Body, and no object comes with two values: ValueError otherwise, a defect of the caller.
    """
    values, withdrawals = _each_once(values, withdrawals)
    bodies = {value.body for value in values} | {gone.body for gone in withdrawals}
    if not bodies:
        return []
    if len(bodies) > 1:
        raise ValueError("one publication, one Body")
    with transaction.atomic():
        return _publish(bodies.pop(), values, withdrawals)


def _publish(body: str, values: Sequence[Value], withdrawals: Sequence[Withdrawal]) -> list[str]:
    locked = chain.lock(body)
    latest = latest_versions([*(value.id for value in values), *(gone.id for gone in withdrawals)])
    texts = {value.id: (value, encode(value)) for value in values}
    stated = {key: each for key, each in texts.items() if key not in latest or latest[key].value != each[1]}
    gone = {each.id: each for each in withdrawals if each.id in latest and not latest[each.id].deleted}
    if stated or gone:
        turned = {each for each in stated if each not in latest or latest[each].deleted} | gone.keys()
        stamp = stamping.new_stamp(not_before=locked.changed, at_least=_time_for(turned))
        _append_all(locked, stated, gone, stamp=stamp)
        recompose({*stated, *gone}, appeared_or_gone=turned, stamp=stamp)
        chain.close(locked, stamp=stamp)
    return [*stated, *gone]


def _time_for(turned: set[str]) -> datetime.timedelta:
    """How long it may take to compose what names these objects anew: thousands of consultations name a council.

    Reckoned before, so that such a publication is not carried out three times until it has had enough time.
    """
    named = sum(Reference.objects.filter(target__in=some).count() for some in chunks(turned))
    return named * _FOR_EACH_NAMING


def _each_once(
    values: Sequence[Value], withdrawals: Sequence[Withdrawal]
) -> tuple[Sequence[Value], Sequence[Withdrawal]]:
    once = {value.id: value for value in values}
    gone = {each.id: each for each in withdrawals}
    if any(once[value.id] != value for value in values) or once.keys() & gone.keys():
        raise ValueError("an object can only be made public in one way at a time")
    return list(once.values()), list(gone.values())


def _append_all(
    locked: Chain,
    stated: dict[str, tuple[Value, str]],
    gone: dict[str, Withdrawal],
    *,
    stamp: datetime.datetime,
) -> None:
    """What was never public leaves no trace when it is withdrawn, not even a tombstone: it is not in `gone`."""
    for value, text in stated.values():
        version = Version(body=value.body, kind=value.kind, object_id=value.id, stamp=stamp)
        chain.append(locked, version, value=text)
    relink({key: (value.kind, text) for key, (value, text) in stated.items()})
    for each in gone.values():
        version = Version(body=each.body, kind=each.kind, object_id=each.id, stamp=stamp, deleted=True)
        chain.append(locked, version, value=WITHDRAWN)


def would_change(value: Value) -> bool:
    """Whether publishing this value would change what is public."""
    version = latest_versions([value.id]).get(value.id)
    return version is None or version.value != encode(value)


def latest_versions(ids: Sequence[str]) -> dict[str, Version]:
    """The newest version of each object that has one."""
    return newest_versions(ids)
