"""A verb that the worker calls commits with its task: then the task must be in time."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.council.bodies import actions as bodies
from ratslinde.journal import queue
from ratslinde.journal.models import Task
from ratslinde.kernel import clock
from ratslinde.record.models import Published, Version
from ratslinde.record.verifying import verify
from tests.record.conftest import later  # noqa: F401 - a fixture


@pytest.fixture
def town(administrator, monkeypatch):
    monkeypatch.setattr(queue, "_HANDLERS", {})
    body = bodies.set_up_town(administrator, name="Stadt Lindenhagen")
    bodies.publish_town(administrator, body)
    Task.objects.all().delete()
    return body


@pytest.fixture
def slow(town, administrator, later):  # noqa: F811
    """A task that publishes the town under another name, and takes as long as the test says."""
    seconds: list[float] = []

    @queue.handles("test.rename")
    def rename(_key: str) -> None:
        town.refresh_from_db()
        row = bodies.edit_town(administrator, town, changes={"name": "Neustadt"}, revision=town.revision)
        bodies.publish_town(administrator, row)
        later(seconds.pop(0))

    queue.later("test.rename", key="")
    return seconds


def town_now() -> Published:
    return Published.objects.get(kind="body")


def test_what_a_task_publishes_too_late_is_undone_and_published_again(slow, town, later):  # noqa: F811
    before = Version.objects.count()
    slow += [10, 10]
    assert queue.work_one()
    assert Version.objects.count() == before
    assert "Neustadt" not in town_now().standalone
    assert Task.objects.get(handler="test.rename").error.startswith("Late")
    later(60)
    assert queue.work_one()
    assert Task.objects.get(handler="test.rename").done_at
    assert "Neustadt" in town_now().standalone
    assert town_now().modified > clock.now()
    assert list(verify()) == []


def test_what_a_task_publishes_in_time_stands_at_once(slow, town):
    slow.append(0)
    assert queue.work_one()
    assert Task.objects.get(handler="test.rename").done_at
    assert town_now().modified > clock.now() + datetime.timedelta(seconds=2)


def test_the_stamp_of_the_task_before_does_not_count(slow, town, later):  # noqa: F811
    slow += [0, 0]
    assert queue.work_one()
    Task.objects.all().delete()
    later(100)
    queue.later("test.rename", key="again")
    assert queue.work_one()
    assert Task.objects.get(key="again").done_at
