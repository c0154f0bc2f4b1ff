"""What waits too long: deleted by itself, with a line in the journal that says so and nothing of its content."""

from __future__ import annotations

import contextlib

from ratslinde.accounts.automaton import automaton
from ratslinde.desk.inbox.actions import expire
from ratslinde.inbox.keeping import UNDECIDED
from ratslinde.inbox.models import Submission, SubmissionState
from ratslinde.journal import retention
from ratslinde.kernel.errors import Conflict

REASON = "Aufbewahrungsfrist abgelaufen, nicht entschieden"


@retention.forgets(UNDECIDED)
def forget_undecided() -> int:
    """Delete what nobody decided in time, of whatever kind it is."""
    number = 0
    for row in Submission.objects.filter(state=SubmissionState.NEW, received_at__lt=UNDECIDED.limit()):
        with contextlib.suppress(Conflict):  # decided in this very moment
            expire(automaton(), row, reason=REASON)
            number += 1
    return number
