"""The end of a letter: however it ends, a secret does not stay."""

from __future__ import annotations

from ratslinde.accounts import mailing
from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.text import clean, collapse, shortened
from ratslinde.post.kinds import work_after
from ratslinde.post.models import Letter, State

LONGEST = 500


def close(letter: Letter, state: State, *, diagnosis: str = "") -> bool:
    """Settle the letter, of which the caller holds the lock. Always true."""
    letter.state = state
    letter.diagnosis = shortened(collapse(clean(diagnosis)), most=LONGEST)
    letter.settled_at = clock.now()
    letter.sealed = ""
    letter.save()
    work = work_after(letter.kind)
    if state == State.SENT and work and mailing.is_set_up():  # a mail that became a file has reached nobody
        queue.later(work, key=letter.public_id)
    return True


def doubt_all(reason: str) -> int:
    """Call every letter that waits to be sent unclear; returns how many. Held ones stay held."""
    waiting = Letter.objects.select_for_update().filter(state__in=[State.WRITTEN, State.SENDING])
    return sum(close(letter, State.UNCLEAR, diagnosis=reason) for letter in waiting)
