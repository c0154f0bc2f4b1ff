"""What the dry run shows is written: a short list at once, a long one by the worker, portion after portion."""

from __future__ import annotations

import time
import uuid

from ratslinde.integration import rights
from ratslinde.integration.importing import pace, portions
from ratslinde.integration.importing.actions.checks import locked, refuse_open
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState
from ratslinde.integration.importing.ordering import lay_out
from ratslinde.integration.importing.storing import save_rows
from ratslinde.journal.queue import later
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
CARRY_OUT = "import.carry_out"


@action("landscape.import")
def carry_out(account: Account, run: ImportRun) -> ImportRun:
    """Write what the dry run shows. A short list comes as a whole or not at all.

    A long one is left to the worker, as this account: portion after portion, so that nobody has to wait for it. Where
    a row stops it, what earlier portions wrote stays, and the rest can be compared anew and carried out.
    """
    run = locked(run)
    if run.state in (RunState.DONE, RunState.CARRYING):
        return run
    if _begin(account, run) > pace.LONG:
        later(CARRY_OUT, key=run.public_id)
    else:
        portions.carry(account, run, seconds=None)
    return run


@action("landscape.import")
def carry_portion(account: Account, run: ImportRun) -> ImportRun:
    """The next portion of a run that is being carried out; of another one nothing."""
    run = locked(run)
    if run.state == RunState.CARRYING:
        portions.carry(account, run, seconds=pace.PORTION)
    return run


def write(account: Account, run: ImportRun) -> ImportRun:
    """Carry the run out to its end before returning, portion after portion, others coming between: for a command.

    Raises Refused where it stops; that stands on the run, too.
    """
    run = _begun(account, run)
    try:
        while run.state == RunState.CARRYING:
            run = carry_portion(account, run)
            if run.state == RunState.CARRYING:
                time.sleep(pace.PAUSE.total_seconds())
    except Refused as refusal:
        portions.halt(run, refusal)
        raise
    return run


@action("landscape.import")
def _begun(account: Account, run: ImportRun) -> ImportRun:
    run = locked(run)
    if run.state not in (RunState.DONE, RunState.CARRYING):
        _begin(account, run)
    return run


def _begin(account: Account, run: ImportRun) -> int:
    """Say in which order the rows come, and how many they are. Raises Refused while the run is not ready for that."""
    refuse_open(run)
    rows = lay_out(ImportRow.objects.filter(run=run, carried_at=None))
    save_rows(rows, ["position"])
    run.state, run.account, run.failure = RunState.CARRYING, account, ""
    run.total = run.rows.exclude(carried_at=None).count() + len(rows)
    run.batch = run.batch or uuid.uuid4()
    run.save()
    return len(rows)
