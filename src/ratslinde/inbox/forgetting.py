"""What the worker throws away: what was decided long enough ago, old counts, and the sources of yesterday."""

from __future__ import annotations

import datetime

from ratslinde.inbox import limiting
from ratslinde.inbox.keeping import DECIDED, SEARCHES
from ratslinde.inbox.models import Counted, Submission
from ratslinde.journal import queue, retention
from ratslinde.kernel import clock

EVERY = datetime.timedelta(hours=1)
"""Short, so that the key of yesterday's sources does not outlive its day by more than that."""


@queue.handles("inbox.forget", every=EVERY)
def forget_sources(_key: str) -> None:
    """Throw away by what the forms of earlier days were counted."""
    limiting.forget_before(clock.today())


@retention.forgets(DECIDED)
def forget_decided() -> int:
    """Erase what is due today or was due before. Kind, days and decision stay; the content and its hash go."""
    due = Submission.objects.filter(erase_on__lte=clock.today()).exclude(payload="")
    return due.update(payload="", sha256="")


@retention.forgets(SEARCHES)
def forget_counts() -> int:
    """Delete the counts that are due."""
    return Counted.objects.filter(erase_on__lte=clock.today()).delete()[0]
