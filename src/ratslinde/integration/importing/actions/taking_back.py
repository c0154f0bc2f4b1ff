"""A run that should not have been is taken back."""

from __future__ import annotations

from ratslinde.integration import rights
from ratslinde.integration.importing import pace, returning
from ratslinde.integration.importing.actions.checks import locked
from ratslinde.integration.importing.models import ImportRun, RunState
from ratslinde.journal.queue import later
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action, require

__all__ = ["rights"]
TAKE_BACK = "import.take_back"
_CAN = (RunState.DONE, RunState.REVIEW, RunState.UNDONE)


@action("landscape.undo")
def take_back(account: Account, run: ImportRun) -> ImportRun:
    """Put back what the run changed and remove what it added; what somebody has touched, published or used since stays.

    A long run is left to the worker, portion after portion. Raises Refused for one of which nothing is carried out.
    """
    require(account, "landscape.import")
    run = locked(run)
    if run.state == RunState.UNDOING:
        return run
    rows = run.rows.exclude(carried_at=None)
    number = rows.count()
    if run.state not in _CAN or not number:
        raise Refused("Von diesem Import ist nichts übernommen, das sich zurücknehmen ließe.")
    run.rows.filter(carried_at=None).update(values={}, identity={}, candidates=[], differences=[])
    rows.exclude(kept="").update(kept="")  # what stayed the last time is looked at anew
    run.state, run.taken_back_by = RunState.UNDOING, account
    run.save()
    if number > pace.LONG:
        later(TAKE_BACK, key=run.public_id)
    else:
        returning.take_back(account, run, seconds=None)
    return run


@action("landscape.undo")
def take_back_portion(account: Account, run: ImportRun) -> ImportRun:
    """The next portion of a run that is being taken back; of another one nothing."""
    run = locked(run)
    if run.state == RunState.UNDOING:
        returning.take_back(account, run, seconds=pace.PORTION)
    return run
