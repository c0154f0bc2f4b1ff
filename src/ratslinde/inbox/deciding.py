"""What becomes of a submission. Called inside the transaction of a verb; two people at once: the second is told."""

from __future__ import annotations

import hashlib

import msgspec
from django.db import transaction

from ratslinde.accounts.models import User
from ratslinde.inbox import kinds, taking
from ratslinde.inbox.keeping import DECIDED
from ratslinde.inbox.models import Submission, SubmissionState
from ratslinde.journal.retention import Rule
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.kernel.text import clean

_LONGEST_REASON = 1_000


def waiting(submission: Submission) -> Submission:
    """The submission, held until the end of the transaction. Raises Conflict when somebody decided it meanwhile."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a decision belongs into the transaction of its verb")
    row = Submission.objects.select_for_update().get(pk=submission.pk)
    if row.state == SubmissionState.NEW:
        return row
    raise Conflict(_decided(row))


def take_over(submission: Submission, *, by: User, reason: str = "") -> Submission:
    """The submission, taken over: in the transaction in which the matter changed. Raises Conflict as `waiting`."""
    return _decide(submission, SubmissionState.TAKEN_OVER, by=by, reason=reason)


def leave(submission: Submission, rest: msgspec.Struct, *, by: User, reason: str = "") -> Submission:
    """The submission, which goes on waiting with only the rest: what somebody has to enter by hand.

    Where the same waits already, this one is taken over. `reason`: what else became of it. Raises Conflict as
    `waiting`.
    """
    row = waiting(submission)
    payload = taking.taken(kinds.kind(row.kind), rest)
    sha256 = hashlib.sha256(payload).hexdigest()
    same = Submission.objects.filter(kind=row.kind, about=row.about, sha256=sha256, state=SubmissionState.NEW)
    if same.exclude(pk=row.pk).exists():
        return take_over(row, by=by, reason=reason)
    row.payload, row.sha256, row.reason = payload.decode(), sha256, _text(reason)
    row.save()
    return row


def decline(submission: Submission, *, by: User, reason: str) -> Submission:
    """The submission, declined. Raises Refused without a reason, Conflict as `waiting`."""
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben. Er bleibt in der Verwaltung.", field="reason")
    return _decide(submission, SubmissionState.DECLINED, by=by, reason=reason)


def expire(submission: Submission) -> None:
    """Delete the submission, about which nobody decided in time. Raises Conflict as `waiting`."""
    waiting(submission).delete()


def _decide(submission: Submission, state: SubmissionState, *, by: User, reason: str) -> Submission:
    row = waiting(submission)
    row.state, row.reason, row.decided_by, row.decided_at = state, _text(reason), by, clock.now()
    row.erase_on = _rule(row.kind).until(clock.today())
    row.save()
    return row


def _text(reason: str) -> str:
    text = clean(reason).strip()
    if len(text) > _LONGEST_REASON:
        raise Refused(f"Bitte kürzen: höchstens {_LONGEST_REASON} Zeichen.", field="reason")
    return text


def _rule(kind: str) -> Rule:
    return next((each.kept for each in kinds.kinds() if each.name == kind), DECIDED)


def _decided(row: Submission) -> str:
    person = row.decided_by.name if row.decided_by else "Jemand"
    day = f"{clock.town_time(row.decided_at):%d.%m.%Y}" if row.decided_at else "inzwischen"
    return (
        f"{person} hat das am {day} schon entschieden: {row.get_state_display()}. Es wurde nichts geändert."
    )
