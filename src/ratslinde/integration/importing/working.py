"""What the worker does for importing: long comparisons, long runs, and throwing away what nobody came back to."""

from __future__ import annotations

import datetime

from django.db import transaction

from ratslinde.integration.importing import actions, progress
from ratslinde.integration.importing.models import ImportRun, RunState
from ratslinde.integration.importing.stating import compare
from ratslinde.journal.queue import handles
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused

KEPT = datetime.timedelta(days=90)
"""A dry run that nobody touches for so long is thrown away, with everything that was read."""


@handles(actions.COMPARE)
def compare_run(public_id: str) -> None:
    """Compare a long run; one that was discarded meanwhile stays so."""
    run = (
        ImportRun.objects.select_related("body").filter(public_id=public_id, state=RunState.COMPARING).first()
    )
    if run is not None:
        compare(run)


@handles(actions.CARRY_OUT)
def carry_out_run(public_id: str) -> None:
    """Carry out a long run; why it was refused stands on its page. After a crash it begins anew."""
    run = ImportRun.objects.select_related("body", "account").filter(public_id=public_id).first()
    if run is None or run.state != RunState.CARRYING or run.account is None:
        return
    try:
        with transaction.atomic():
            actions.write(run.account, run)
    except Refused as refusal:
        ImportRun.objects.filter(pk=run.pk).update(state=RunState.REVIEW, failure=refusal.message[:300])
        progress.forget(run)


@handles("import.forget", every=datetime.timedelta(days=1))
def forget_runs(_key: str) -> None:
    """Remove what was read of runs that nobody has touched for a long time."""
    for run in ImportRun.objects.filter(changed_at__lt=clock.now() - KEPT).exclude(
        state__in=(RunState.DONE, RunState.DISCARDED)
    ):
        run.rows.all().delete()
        run.state, run.tables, run.left_out = RunState.DISCARDED, [], {}
        run.save()
