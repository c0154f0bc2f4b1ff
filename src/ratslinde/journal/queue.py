"""Handing work to the worker, and the worker's one step.

A handler must be idempotent: after a crash between its work and the mark `done` it runs again.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable

from django.db import connection, transaction

from ratslinde.journal.models import Task
from ratslinde.kernel import clock

Handler = Callable[[str], None]
_HANDLERS: dict[str, Handler] = {}
_LOG = logging.getLogger(__name__)
MOST_ATTEMPTS = 8


def handles(name: str) -> Callable[[Handler], Handler]:
    """Register the function as what is done for tasks of that name; it gets the task's key."""

    def register(function: Handler) -> Handler:
        _HANDLERS[name] = function
        return function

    return register


def later(name: str, *, key: str, due_at: datetime.datetime | None = None) -> None:
    """Ask for the work in the same transaction as its cause; asking twice before it is begun is asking once.

    When a worker is at it just now, this waits and then asks anew: the worker may have read what was before. What was
    given up after `MOST_ATTEMPTS` is tried again.
    """
    table = connection.ops.quote_name(Task._meta.db_table)
    moment = connection.ops.adapt_datetimefield_value(due_at or clock.now())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (handler, key, due_at, attempts, error) VALUES (%s, %s, %s, 0, '') "  # noqa: S608
            "ON CONFLICT (handler, key) WHERE done_at IS NULL DO UPDATE SET due_at = EXCLUDED.due_at, attempts = 0",
            [name, key, moment],
        )


def work_one() -> bool:
    """Do the next due task; returns whether there was one. A failure is kept and tried again later."""
    with transaction.atomic():
        task = (
            Task.objects.select_for_update(skip_locked=_skips_locked())
            .filter(done_at=None, due_at__lte=clock.now(), attempts__lt=MOST_ATTEMPTS)
            .order_by("due_at", "pk")
            .first()
        )
        if task is None:
            return False
        _attempt(task)
    return True


def waiting() -> int:
    """How many tasks are due and not done."""
    return Task.objects.filter(done_at=None, due_at__lte=clock.now(), attempts__lt=MOST_ATTEMPTS).count()


def _attempt(task: Task) -> None:
    task.attempts += 1
    try:
        with transaction.atomic():
            _HANDLERS[task.handler](task.key)
    except Exception as error:  # noqa: BLE001 - whatever a handler raises is kept on its row and tried again
        _LOG.warning("task %s failed: %s", task.handler, type(error).__name__)
        task.error = f"{type(error).__name__}: {error}"[:300]
        task.due_at = clock.now() + datetime.timedelta(seconds=10 * 2**task.attempts)
    else:
        task.error = ""
        task.done_at = clock.now()
    task.save()


def _skips_locked() -> bool:
    return connection.features.has_select_for_update_skip_locked
