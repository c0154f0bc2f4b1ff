"""The next portion of a run: as many rows as the time allows, each portion a transaction of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import groupby

from django.db.models import Min, QuerySet, prefetch_related_objects

from ratslinde.integration.importing import pace
from ratslinde.integration.importing.carrying import Carrying
from ratslinde.integration.importing.learning import learn_apart, proposed
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState
from ratslinde.integration.importing.ordering import Group, said_where
from ratslinde.integration.importing.storing import save_rows
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account

_CARRIED = (
    "values", "identity", "candidates", "differences", "result", "added", "target_revision", "carried_at",
)  # fmt: skip
_SHOWN = ("field", "label", "before", "after", "quiet")


def carry(account: Account, run: ImportRun, *, seconds: float | None) -> None:
    """Carry out what comes next, for about so many seconds (None: all of it); at the end the run is done.

    The caller holds the run locked. Raises Refused, naming the row, when one cannot be done: then nothing of this
    portion was.
    """
    prefetch_related_objects([account], "grants")  # each row asks for a right
    begun, watch = clock.now(), time.monotonic()
    carrying = Carrying(account, run)
    for group in _left(run, carrying):
        _do(carrying, group)
        if seconds is not None and time.monotonic() - watch >= seconds:
            break
    _strip(carrying.done)
    run.portions = [*run.portions, [begun.isoformat(), clock.now().isoformat()]]
    if not _waiting(run).exists():
        finish(run)
    run.save()


def halt(run: ImportRun, refusal: Refused) -> None:
    """Why it cannot go on stands on the run; what earlier portions did is done."""
    run.rows.filter(carried_at=None).update(position=None)
    ImportRun.objects.filter(pk=run.pk).update(state=RunState.REVIEW, failure=refusal.message[:300])


def _left(run: ImportRun, carrying: Carrying) -> Iterator[Group]:
    """The groups that wait, in their order, fetched by and by."""
    first = _waiting(run).aggregate(first=Min("position"))["first"]
    while first is not None:
        found = _waiting(run).filter(position__gte=first, position__lt=first + pace.CHUNK)
        rows = list(found.order_by("position", "number"))
        carrying.expect(rows)
        for _, group in groupby(rows, key=lambda row: row.position):
            yield list(group)
        later = _waiting(run).filter(position__gte=first + pace.CHUNK)
        first = later.aggregate(first=Min("position"))["first"]


def _waiting(run: ImportRun) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(run=run, carried_at=None, position__isnull=False)


def _do(carrying: Carrying, group: Group) -> None:
    for row in group:
        try:
            carrying.do(row)
        except Refused as refusal:
            raise Refused(f"{said_where(row)}: {refusal.message}") from refusal
    carrying.close(group)


def _strip(rows: Sequence[ImportRow]) -> None:
    """Keep of the rows what the page shows: what was read is needed no longer."""
    now = clock.now()
    for row in rows:
        row.carried_at, row.values, row.identity, row.candidates = now, {}, {}, proposed(row)
        row.differences = [{name: each[name] for name in _SHOWN} for each in row.differences]
    save_rows(rows, _CARRIED)


def finish(run: ImportRun) -> None:
    """The run is over, and what it taught is kept; what was read of other rows is needed no longer."""
    learn_apart(run)
    run.rows.filter(carried_at=None).update(values={}, identity={}, candidates=[], differences=[])
    run.state, run.carried_out_at, run.tables, run.failure = RunState.DONE, clock.now(), [], ""
    run.words = []


def throw_away(run: ImportRun) -> None:
    """What is not carried out goes: of a run that stopped half way the rest; of another all but that there was one."""
    run.rows.filter(carried_at=None).delete()
    if run.rows.exists():
        finish(run)
    else:
        run.state, run.tables, run.left_out, run.words = RunState.DISCARDED, [], {}, []
    run.save()
