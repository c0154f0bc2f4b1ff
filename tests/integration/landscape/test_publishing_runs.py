"""So many entries that somebody would wait are published by the worker, and nothing that nobody has seen."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions, previews, working
from ratslinde.integration.landscape.models import Actor, Offer, PublishingRun
from ratslinde.integration.landscape.queries import publishing
from ratslinde.journal import queue
from ratslinde.journal.models import Entry, Task
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Forbidden
from ratslinde.verbs.releasing import CHANGED, mark


@pytest.fixture
def group(manager, association) -> Offer:
    return actions.add_offer(manager, association, name="Elterngruppe", description="Für Eltern.")


def begun(manager, *rows) -> PublishingRun:
    found = previews.preview_many(manager, rows)
    return actions.begin_publishing(manager, rows[0].body, rows=rows, seen=[mark([each]) for each in found])


def worked(run: PublishingRun) -> PublishingRun:
    """The run when the worker has nothing more to do."""
    while Task.objects.filter(handler="landscape.publish_many", done_at=None).update(due_at=clock.now()):
        queue.work_one()
    return PublishingRun.objects.get(pk=run.pk)


def states(*rows) -> list[str]:
    return [type(row).objects.get(pk=row.pk).publication for row in rows]


def test_actors_come_first_and_each_entry_says_in_its_history_who_published_it(
    manager, association, cafe, group
):
    run = worked(begun(manager, cafe, group, association))
    assert (run.is_over, run.left, run.rows[0]) == (True, [], association.public_id)
    assert states(association, cafe, group) == ["published"] * 3
    assert Entry.objects.filter(verb="offer.publish", subject=cafe.public_id, actor=manager).exists()


def test_what_changed_after_the_look_stays_and_is_named_while_the_others_go_on(
    manager, association, cafe, group
):
    run = begun(manager, association, cafe, group)
    actions.edit_offer(manager, cafe, changes={"description": "Anders."}, revision=cafe.revision)
    run = worked(run)
    assert run.left == [[cafe.public_id, "Sprachcafé", CHANGED]]
    assert states(association, cafe, group) == ["published", "draft", "published"]


def test_what_lacks_something_meanwhile_is_named_with_the_reason(manager, association, cafe):
    actions.publish_actor(manager, association)
    run = begun(manager, cafe)
    actions.archive_offer(manager, cafe, reason="doppelt")
    assert "abgelegt" in worked(run).left[0][2]


def test_a_portion_ends_in_time_and_the_next_goes_on_where_it_ended(
    manager, association, cafe, group, monkeypatch
):
    monkeypatch.setattr(
        working, "publish_portion", lambda account, run: actions.publish_portion(account, run, seconds=0)
    )
    run = begun(manager, association, cafe, group)
    working.publish_next(run.public_id)
    run.refresh_from_db()
    assert (run.done, states(association, cafe)) == (1, ["published", "draft"])
    assert publishing.under_way(manager, run.body) == [run]
    assert not publishing.has_stopped(run)
    assert worked(run).is_over
    assert publishing.under_way(manager, run.body) == []


def test_who_lost_the_right_publishes_nothing_more(manager, association, cafe):
    run = begun(manager, association, cafe)
    manager.grants.all().delete()
    assert worked(run).left[0][1:] == [association.name, "Dazu fehlt Ihnen das Recht."]
    assert states(association, cafe) == ["draft", "draft"]


def test_a_run_that_the_worker_gave_up_says_so(manager, association):
    run = begun(manager, association)
    assert not publishing.has_stopped(run)
    Task.objects.filter(handler="landscape.publish_many").update(attempts=queue.MOST_ATTEMPTS)
    assert publishing.has_stopped(run)


def test_of_what_is_over_only_the_last_one_is_kept(manager, association, cafe):
    worked(begun(manager, association))
    assert begun(manager, Offer.objects.get(pk=cafe.pk)) == PublishingRun.objects.get()


def test_who_may_not_publish_begins_nothing(planner, association):
    with pytest.raises(Forbidden):
        actions.begin_publishing(planner, association.body, rows=[association], seen=[])
    assert Actor.objects.get().publication == "draft"
