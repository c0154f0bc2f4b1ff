"""What the worker does with a letter: each is given to the mail server once, whatever breaks down in between.

The task marks the letter as being sent and is done; both are committed before the mail server is asked. A crash from
there on leaves the letter in `SENDING` and nobody tries again: the round (`post.rounds`) calls it unclear.
"""

from __future__ import annotations

import datetime
import logging
from functools import partial

from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.post.closing import close
from ratslinde.post.envelope import message_for, return_path
from ratslinde.post.models import Letter, State
from ratslinde.post.transport import Outcome, Result, hand_over
from ratslinde.post.writing import SEND

_LOG = logging.getLogger(__name__)
PAUSES = tuple(
    datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60)
)
"""The distance to the next try, after the first, second … one that failed for the time being."""
TOO_LATE = "Der Inhalt galt nicht mehr, als die Mail an der Reihe war."


@queue.handles(SEND)
def take_up(public_id: str) -> None:
    """Mark the letter as being sent; the mail server is asked after this was committed."""
    letter = Letter.objects.select_for_update().filter(public_id=public_id, state=State.WRITTEN).first()
    if letter is None:
        return
    if _is_too_late(letter, clock.now()):
        close(letter, State.FAILED, diagnosis=TOO_LATE)
        return
    letter.state, letter.sending_at = State.SENDING, clock.now()
    letter.tries += 1
    letter.save()
    transaction.on_commit(partial(carry, letter.pk))


def carry(key: int) -> None:
    """Ask the mail server to take the letter, and keep what it said."""
    letter = Letter.objects.get(pk=key, state=State.SENDING)
    message = _composed(letter)
    if message is None:
        outcome = Outcome(Result.REFUSED, "Die Mail ließ sich nicht zusammenstellen.")
    else:
        outcome = hand_over(message, envelope=return_path(letter))
    _LOG.info("letter %s, try %d: %s", letter.public_id, letter.tries, outcome.result.value)
    _keep(key, outcome)


def _composed(letter: Letter) -> EmailMultiAlternatives | None:
    try:
        message = message_for(letter)
        message.message()
    except Exception as error:  # noqa: BLE001 - one letter that breaks the template must not stop the worker
        _LOG.error("letter %s could not be put together: %s", letter.public_id, type(error).__name__)
        return None
    return message


@transaction.atomic
def _keep(key: int, outcome: Outcome) -> None:
    letter = Letter.objects.select_for_update().get(pk=key)
    if letter.state != State.SENDING:
        return  # it took so long that the round has given up on it
    match outcome.result:
        case Result.TAKEN:
            close(letter, State.SENT)
        case Result.DOUBTFUL:
            close(letter, State.UNCLEAR, diagnosis=outcome.reason)
        case Result.REFUSED:
            close(letter, State.FAILED, diagnosis=outcome.reason)
        case Result.LATER:
            _put_off(letter, outcome.reason)


def _put_off(letter: Letter, reason: str) -> None:
    if letter.tries > len(PAUSES):
        close(letter, State.FAILED, diagnosis=f"Nach {letter.tries} Versuchen aufgegeben. {reason}")
        return
    due_at = clock.now() + PAUSES[letter.tries - 1]
    if _is_too_late(letter, due_at):
        close(letter, State.FAILED, diagnosis=f"{TOO_LATE} {reason}")
        return
    letter.state, letter.sending_at, letter.diagnosis = State.WRITTEN, None, reason[:500]
    letter.save()
    queue.later(SEND, key=letter.public_id, due_at=due_at)


def _is_too_late(letter: Letter, moment: datetime.datetime) -> bool:
    return letter.expires_at is not None and letter.expires_at <= moment
