"""The time stamp of a publication: later than its commit, so that no client's watermark misses it (OParl 1.1, 2.7).

A client asks for everything modified since the moment before its last visit. A stamp taken before the commit could
lie before that moment although the change became visible after it. So the stamp is five seconds ahead, rounded up,
and a transaction that is not about to commit by then must be tried again.
"""

from __future__ import annotations

import datetime
from contextvars import ContextVar

from ratslinde.journal import queue
from ratslinde.kernel import clock

AHEAD = datetime.timedelta(seconds=5)
COMMIT_MARGIN = datetime.timedelta(seconds=1)
_deadline: ContextVar[datetime.datetime | None] = ContextVar("stamp_deadline", default=None)
_ahead: ContextVar[datetime.timedelta] = ContextVar("stamp_ahead", default=AHEAD)


class Late(Exception):
    """The transaction took longer than its stamp allows; nothing was committed, try again."""


def new_stamp(
    *, not_before: datetime.datetime | None = None, at_least: datetime.timedelta = AHEAD
) -> datetime.datetime:
    """The stamp for what is published in this transaction; the first one counts for `check`.

    `not_before` is the stamp of the publication before: a clock that was set back must not turn `modified` back.
    `at_least` is the time that what follows may take, where that is known to be long.
    """
    moment = clock.now() + max(_ahead.get(), at_least)
    stamp = moment.replace(microsecond=0) + datetime.timedelta(seconds=1 if moment.microsecond else 0)
    if _deadline.get() is None:
        _deadline.set(stamp - COMMIT_MARGIN)
    return max(stamp, not_before) if not_before else stamp


def begin(*, tried: int = 0) -> None:
    """Forget the stamp of an earlier transaction.

    `tried` says how often this one came too late: each time it gets four times as long (5, 20, 80 seconds), so that a
    publication that moves thousands of objects comes through.
    """
    _deadline.set(None)
    _ahead.set(AHEAD * 4**tried)


def check() -> None:
    """Raise Late when the transaction can no longer commit before its stamp. The last step before the commit."""
    deadline = _deadline.get()
    if deadline is not None and clock.now() > deadline:
        raise Late


# What the worker does commits with its task, not with the verb that it calls: so the task must be in time.
queue.watch(begin=lambda tried: begin(tried=tried), check=check)
