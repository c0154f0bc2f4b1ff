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
_PERIODS: dict[str, datetime.timedelta] = {}
_OUTSIDE: set[str] = set()
_WATCHES: list[tuple[Callable[[int], None], Callable[[], None]]] = []
_LOG = logging.getLogger(__name__)
MOST_ATTEMPTS = 8
LEASE = datetime.timedelta(minutes=10)
"""After it, a task that is done outside a transaction counts as broken off, and it is its turn again."""


def handles(
    name: str, *, every: datetime.timedelta | None = None, outside: bool = False
) -> Callable[[Handler], Handler]:
    """Register the function as what is done for tasks of that name; it gets the task's key.

    With `every` there is one such task, without a key: it is never done, only due again after that time. `outside` is
    for what takes long or may end the process: it is called in no transaction, opens its own for what it writes and
    publishes nothing; the attempt is counted before it begins. Raises ValueError for both at once.
    """
    if every and outside:
        raise ValueError("a recurring task is done in its transaction")

    def register(function: Handler) -> Handler:
        _HANDLERS[name] = function
        if outside:
            _OUTSIDE.add(name)
        if every:
            _PERIODS[name] = every
        return function

    return register


def watch(*, begin: Callable[[int], None], check: Callable[[], None]) -> None:
    """Register what a floor above wants of each task's transaction.

    `begin` is told how often the task was tried before; `check` comes last and raises when all must be undone and tried
    again later.
    """
    _WATCHES.append((begin, check))


def begin_recurring() -> None:
    """See to it that the task of each handler with `every` is there; one that is there keeps its time."""
    for name in _PERIODS:
        _insert(name, key="", due_at=clock.now(), otherwise="DO NOTHING")


def later(name: str, *, key: str, due_at: datetime.datetime | None = None) -> None:
    """Ask for the work in the same transaction as its cause; asking twice before it is begun is asking once.

    When a worker is at it just now, this waits and then asks anew: the worker may have read what was before. What was
    given up after `MOST_ATTEMPTS` is tried again.
    """
    anew = "DO UPDATE SET due_at = EXCLUDED.due_at, attempts = 0"
    _insert(name, key=key, due_at=due_at or clock.now(), otherwise=anew)


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
        if task.handler not in _OUTSIDE:
            _attempt(task)
            return True
        _claim(task)
    _attempt_outside(task)
    return True


def waiting() -> int:
    """How many tasks are due and not done."""
    return Task.objects.filter(done_at=None, due_at__lte=clock.now(), attempts__lt=MOST_ATTEMPTS).count()


def _insert(name: str, *, key: str, due_at: datetime.datetime, otherwise: str) -> None:
    table = connection.ops.quote_name(Task._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (handler, key, due_at, attempts, error) VALUES (%s, %s, %s, 0, '') "  # noqa: S608
            f"ON CONFLICT (handler, key) WHERE done_at IS NULL {otherwise}",
            [name, key, connection.ops.adapt_datetimefield_value(due_at)],
        )


def _attempt(task: Task) -> None:
    try:
        with transaction.atomic():
            _carry_out(task)
    except Exception as error:  # noqa: BLE001 - whatever a handler raises is kept on its row and tried again
        _put_off(task, error=_noted(task, error))
    else:
        _finish(task)
    task.save()


def _claim(task: Task) -> None:
    task.attempts += 1
    task.due_at = clock.now() + LEASE
    task.save()


def _attempt_outside(task: Task) -> None:
    """What was asked for anew meanwhile has another time by now, and stays asked for."""
    claimed = Task.objects.filter(pk=task.pk, due_at=task.due_at, done_at=None)
    try:
        _HANDLERS[task.handler](task.key)
    except Exception as error:  # noqa: BLE001 - whatever fails is noted at the task, and the others go on
        claimed.update(error=_noted(task, error), due_at=_again_at(task))
    else:
        claimed.update(error="", done_at=clock.now())


def _carry_out(task: Task) -> None:
    for begin, _ in _WATCHES:
        begin(task.attempts)
    _HANDLERS[task.handler](task.key)
    for _, check in _WATCHES:
        check()


def _finish(task: Task) -> None:
    task.error = ""
    if task.handler in _PERIODS:
        _next_time(task)
        return
    task.attempts += 1
    task.done_at = clock.now()


def _noted(task: Task, error: Exception) -> str:
    _LOG.warning("task %s failed: %s", task.handler, type(error).__name__)
    return f"{type(error).__name__}: {error}"[:300]


def _again_at(task: Task) -> datetime.datetime:
    return clock.now() + datetime.timedelta(seconds=10 * 2**task.attempts)


def _put_off(task: Task, *, error: str) -> None:
    task.error = error
    task.attempts += 1
    task.due_at = _again_at(task)
    if task.handler in _PERIODS and task.attempts >= MOST_ATTEMPTS:
        _next_time(task)


def _next_time(task: Task) -> None:
    task.attempts = 0
    task.due_at = clock.now() + _PERIODS[task.handler]


def _skips_locked() -> bool:
    return connection.features.has_select_for_update_skip_locked
