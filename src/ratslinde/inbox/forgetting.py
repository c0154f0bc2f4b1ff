"""What the worker throws away: what was decided long enough ago, old counts, and the sources of yesterday."""

from __future__ import annotations

import datetime

from ratslinde.inbox import limiting
from ratslinde.inbox.models import Counted, Submission
from ratslinde.journal import queue
from ratslinde.kernel import clock

EVERY = datetime.timedelta(hours=1)
"""Short, so that the key of yesterday's sources does not outlive its day by more than that."""


@queue.handles("inbox.forget", every=EVERY)
def forget(_key: str) -> None:
    """Erase what is due today or was due before. Kind, days and decision stay; the content and its hash go."""
    today = clock.today()
    Submission.objects.filter(erase_on__lte=today).exclude(payload="").update(payload="", sha256="")
    Counted.objects.filter(erase_on__lte=today).delete()
    limiting.forget_before(today)
