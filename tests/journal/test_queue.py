"""The queue: tasks that come again, and what is watched while one is carried out."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection

from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.kernel import clock
from tests.record.conftest import later  # noqa: F401 - a fixture

PERIOD = datetime.timedelta(hours=6)


@pytest.fixture
def done(db, monkeypatch) -> list[str]:
    """What was done by a task that comes again; a word `fail` in front makes it fail."""
    monkeypatch.setattr(queue, "_HANDLERS", {})
    monkeypatch.setattr(queue, "_PERIODS", {})
    calls: list[str] = []

    @queue.handles("test.sweep", every=PERIOD)
    def sweep(key: str) -> None:
        if "fail" in calls:
            raise ValueError("no broom")
        calls.append(key)

    return calls


def work() -> int:
    number = 0
    while queue.work_one():
        number += 1
    return number


def test_a_recurring_task_is_done_once_in_its_time(done, later):  # noqa: F811
    queue.begin_recurring()
    assert work() == 1
    assert work() == 0
    later(PERIOD.total_seconds() - 60)
    assert work() == 0
    later(120)
    assert work() == 1
    assert done == ["", ""]
    assert Task.objects.count() == 1, "its rows pile up"


def test_a_worker_that_starts_again_does_not_begin_anew(done):
    queue.begin_recurring()
    work()
    queue.begin_recurring()
    assert work() == 0
    assert Task.objects.count() == 1


def test_a_recurring_task_that_fails_is_tried_again_and_never_given_up(done, later):  # noqa: F811
    done.append("fail")
    queue.begin_recurring()
    for _ in range(queue.MOST_ATTEMPTS):
        assert work() == 1
        later(3_000)
    assert work() == 0
    assert Task.objects.get().error == "ValueError: no broom"
    done.clear()
    later(PERIOD.total_seconds())
    assert work() == 1
    assert Task.objects.get().error == ""


def test_a_task_is_watched_from_its_begin_to_its_last_step(done, monkeypatch, later):  # noqa: F811
    seen: list[object] = []
    monkeypatch.setattr(queue, "_WATCHES", [])
    queue.watch(begin=seen.append, check=lambda: seen.append(f"after {len(done)}"))
    queue.later("test.sweep", key="a")
    work()
    assert seen == [0, "after 1"]


def test_what_a_watch_objects_to_is_tried_again_later(done, monkeypatch, later):  # noqa: F811
    tried: list[int] = []

    def check() -> None:
        if len(tried) == 1:
            raise TimeoutError

    monkeypatch.setattr(queue, "_PERIODS", {})
    monkeypatch.setattr(queue, "_WATCHES", [(tried.append, check)])
    queue.later("test.sweep", key="a")
    assert work() == 1
    assert Task.objects.get().done_at is None
    later(60)
    assert work() == 1
    assert Task.objects.get(key="a").done_at <= clock.now()
    assert tried == [0, 1]


class Ended(BaseException):
    """What ends the process: nothing catches it."""


@pytest.fixture
def outside(db, monkeypatch) -> list[str]:
    """What a task that is done outside a transaction does in turn: `end`, `fail`, `again` or nothing."""
    monkeypatch.setattr(queue, "_HANDLERS", {})
    monkeypatch.setattr(queue, "_PERIODS", {})
    monkeypatch.setattr(queue, "_OUTSIDE", set())
    steps: list[str] = []

    @queue.handles("test.long", outside=True)
    def take_long(key: str) -> None:
        step = steps.pop(0) if steps else ""
        if step == "end":
            raise Ended
        if step == "fail":
            raise ValueError("no broom")
        if step == "again":
            queue.later("test.long", key=key)

    return steps


def test_an_attempt_that_ends_the_process_is_counted_and_its_turn_comes_later(outside, later):  # noqa: F811
    outside.append("end")
    queue.later("test.long", key="a")
    with pytest.raises(Ended):
        queue.work_one()
    assert Task.objects.get().attempts == 1
    assert work() == 0, "another worker takes it at once"
    later(queue.LEASE.total_seconds() + 1)
    assert work() == 1
    assert Task.objects.get().done_at is not None


def test_a_failure_outside_a_transaction_is_kept_and_tried_again(outside, later):  # noqa: F811
    outside.append("fail")
    queue.later("test.long", key="a")
    assert work() == 1
    assert (Task.objects.get().error, Task.objects.get().attempts) == ("ValueError: no broom", 1)
    later(60)
    assert work() == 1
    assert (Task.objects.get().error, Task.objects.get().attempts) == ("", 2)


def test_what_is_asked_for_while_it_is_done_is_done_once_more(outside):
    outside.append("again")
    queue.later("test.long", key="a")
    assert work() == 2
    assert Task.objects.get().done_at is not None


def test_a_recurring_task_is_not_done_outside_a_transaction():
    with pytest.raises(ValueError, match="transaction"):
        queue.handles("test.both", every=PERIOD, outside=True)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_what_is_done_outside_a_transaction(monkeypatch):
    monkeypatch.setattr(queue, "_HANDLERS", {})
    monkeypatch.setattr(queue, "_OUTSIDE", set())
    open_then: list[bool] = []
    queue.handles("test.long", outside=True)(lambda _key: open_then.append(connection.in_atomic_block))
    queue.later("test.long", key="a")
    assert work() == 1
    assert open_then == [False]
