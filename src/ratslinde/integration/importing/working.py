"""What the worker does for importing: long comparisons, long runs, and throwing away what nobody came back to."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from ratslinde.integration.importing import actions, pace, portions, returning
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState
from ratslinde.integration.importing.stating import compare
from ratslinde.journal.queue import handles, later
from ratslinde.journal.retention import Period, Rule, declare, forgets
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused

RUNS = declare(Rule(
    setting="RATSLINDE_KEEP_IMPORTS",
    what="Eingelesene Tabelle, die nicht übernommen wurde (Blätter und Zeilen)",
    why="Wer so lange nicht weiterarbeitet, liest die Datei neu ein.",
    periods=(Period(days=90),),
))  # fmt: skip
ROWS = declare(Rule(
    setting="RATSLINDE_KEEP_IMPORT_ROWS",
    what="Zeilen eines übernommenen Imports (was neu war, was sich änderte)",
    why="Ein Jahr lang lässt sich nachsehen, woher eine Angabe kam. Die Datei selbst ist mit dem Übernehmen fort.",
    periods=(Period(days=365),),
))  # fmt: skip
_OPEN = (RunState.MAPPING, RunState.COMPARING, RunState.REVIEW, RunState.CARRYING, RunState.UNDOING)
_OVER = (RunState.DONE, RunState.UNDONE)


@handles(actions.COMPARE)
def compare_run(public_id: str) -> None:
    """Compare a long run; one that was discarded meanwhile stays so, and nobody discards it while it is compared."""
    runs = ImportRun.objects.select_for_update(of=("self",)).select_related("body").defer("tables")
    run = runs.filter(public_id=public_id, state=RunState.COMPARING).first()
    if run is not None:
        compare(run)


@handles(actions.CARRY_OUT)
def carry_out_run(key: str) -> None:
    """Carry out the next portion of a long run; why it stopped stands on its page.

    `key`: the run's public id, from the second portion on with how many rows there are done. A portion and the mark
    that its task is done come together: after a crash it is the same portion's turn again.
    """
    run = _under_way(key, RunState.CARRYING)
    if run is None or run.account is None:
        return
    try:
        with transaction.atomic():
            run = actions.carry_portion(run.account, run)
    except Refused as refusal:
        portions.halt(run, refusal)
        return
    if run.state == RunState.CARRYING:
        _go_on(actions.CARRY_OUT, run, len(run.portions))


@handles(actions.TAKE_BACK)
def take_back_run(key: str) -> None:
    """Take back the next portion of a long run; `key` as above, and where it stops it can be asked for again."""
    run = _under_way(key, RunState.UNDOING)
    if run is None or run.taken_back_by is None:
        return
    try:
        with transaction.atomic():
            run = actions.take_back_portion(run.taken_back_by, run)
    except Refused as refusal:
        returning.halt(run, refusal)
        return
    if run.state == RunState.UNDOING:
        _go_on(actions.TAKE_BACK, run, int(key.partition("/")[2] or 0) + 1)


def _under_way(key: str, state: str) -> ImportRun | None:
    runs = ImportRun.objects.select_related("body", "account", "taken_back_by").defer("tables")
    return runs.filter(public_id=key.partition("/")[0], state=state).first()


def _go_on(name: str, run: ImportRun, done: int) -> None:
    """The next portion is a task of its own, in a moment: whoever waits to write comes between."""
    later(name, key=f"{run.public_id}/{done}", due_at=clock.now() + pace.PAUSE)


@forgets(RUNS)
def forget_runs() -> int:
    """Remove what was read of runs that nobody has touched for a long time, also where the worker gave up."""
    open_runs = ImportRun.objects.filter(state__in=_OPEN).defer("tables")
    found = list(open_runs.filter(changed_at__lt=RUNS.limit()))
    for run in found:
        portions.throw_away(run)
    return len(found)


@forgets(ROWS)
def forget_rows() -> int:
    """Remove the rows of runs carried out long ago; that there was one stays."""
    stopped = Q(carried_out_at=None, taken_back_at__lt=ROWS.limit())
    runs = ImportRun.objects.filter(Q(carried_out_at__lt=ROWS.limit()) | stopped, state__in=_OVER)
    return ImportRow.objects.filter(run__in=runs).delete()[0]
