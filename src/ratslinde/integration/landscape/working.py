"""What the worker does for the landscape: publishing many entries, some at a time."""

from __future__ import annotations

import datetime

from ratslinde.integration.landscape.actions.publishing_runs import TASK, publish_portion
from ratslinde.integration.landscape.models import PublishingRun
from ratslinde.journal.queue import handles, later
from ratslinde.kernel import clock

PAUSE = datetime.timedelta(seconds=0.2)
"""Between two portions, for whoever is waiting to write."""


@handles(TASK)
def publish_next(key: str) -> None:
    """Publish the next entries of a run. `key`: its public id, from the second portion on with how many are done.

    A portion and the mark that its task is done come together: after a crash it is the same portion's turn again.
    """
    runs = PublishingRun.objects.select_related("body", "account")
    run = runs.filter(public_id=key.partition("/")[0]).first()
    if run is None or run.account is None or run.is_over:
        return
    publish_portion(run.account, run)
    if not run.is_over:
        later(TASK, key=f"{run.public_id}/{run.done}", due_at=clock.now() + PAUSE)
