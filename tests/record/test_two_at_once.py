"""Two publications at the same time: nothing is lost, and no reader's watermark misses anything."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from ratslinde.journal.models import Task
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record import stamping
from ratslinde.record.models import Chain, Published, Version
from ratslinde.record.publishing import publish
from ratslinde.record.search import search
from ratslinde.record.searching import index
from ratslinde.record.verifying import verify
from ratslinde.verbs.action import TRIES, _in_time

from .objects import BODY, gone, item, meeting, modified, paper, sent, work

ROUNDS = 12


def in_a_verb(act: Callable[[], object], *rows) -> object:
    return _in_time(act, rows=rows)


def all_at_once(*acts: Callable[[], object]) -> None:
    failures: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - told to the test below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures, failures


def publishing(own: str) -> Callable[[], None]:
    """Publishes items of its own, and the meeting that both share."""

    def act() -> None:
        for number in range(ROUNDS):
            values = [
                item(f"{own}{number}", name=f"{own} {number}"),
                meeting("a0", "b0", name=f"{own} {number}"),
            ]
            in_a_verb(lambda values=values: publish(values))

    return act


def test_no_version_is_lost_and_the_chain_verifies(shared_database):
    all_at_once(publishing("a"), publishing("b"))
    assert Version.objects.filter(kind="agendaItem").count() == 2 * ROUNDS
    sequences = list(Version.objects.order_by("sequence").values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    assert Chain.objects.get().length == len(sequences)
    assert list(verify()) == []


def test_the_first_two_publications_of_a_town_make_one_chain(shared_database):
    together = threading.Barrier(2)

    def first(own: str) -> Callable[[], None]:
        def act() -> None:
            together.wait(20)
            in_a_verb(lambda: publish([item(own)]))

        return act

    all_at_once(first("a"), first("b"))
    assert Chain.objects.get().length == 2
    assert list(verify()) == []


def test_what_a_reader_did_not_see_is_modified_after_its_clock(shared_database):
    looks: list[tuple[object, set[tuple[str, object]]]] = []
    done = threading.Event()

    def reading() -> None:
        while not done.is_set():
            taken = clock.now()
            looks.append((taken, set(Published.objects.values_list("pk", "modified"))))
            time.sleep(0.005)

    def writing() -> None:
        try:
            all_at_once(publishing("a"), publishing("b"))
        finally:
            done.set()

    all_at_once(reading, writing)
    looks.append((clock.now(), set(Published.objects.values_list("pk", "modified"))))
    assert len(looks) > 3
    for number, (taken, seen) in enumerate(looks):
        appeared = set().union(*(later for _, later in looks[number + 1 :])) - seen
        assert all(moment > taken for _, moment in appeared)


def test_the_stamp_lies_five_seconds_ahead_and_has_no_fractions(db):
    before = clock.now()
    publish([item("i1")])
    assert 4 < (modified("i1") - before).total_seconds() <= 6.5
    assert modified("i1").microsecond == 0


def test_a_slow_publication_is_tried_again_with_more_time(db, later):
    tries: list[int] = []

    def slow() -> None:
        publish([item("i1")])
        tries.append(Version.objects.count())
        if len(tries) < TRIES:
            later(10)

    in_a_verb(slow)
    assert tries == [1, 1, 1] or tries == [1, 1]
    assert Version.objects.count() == 1
    assert modified("i1") > clock.now()
    assert list(verify()) == []


def test_what_is_always_too_late_is_refused_and_leaves_nothing(db, later):
    def endless() -> None:
        publish([item("i1")])
        later(200)

    with pytest.raises(Refused, match="dauert gerade zu lange"):
        in_a_verb(endless)
    assert not Version.objects.exists()
    assert not Published.objects.exists()
    assert not Task.objects.exists()


def test_a_publication_of_many_objects_gets_through_on_the_second_try(db, later):
    tries: list[int] = []

    def takes_fifteen_seconds() -> None:
        tries.append(1)
        publish([item("i1")])
        later(15)

    in_a_verb(takes_fifteen_seconds)
    assert len(tries) == 2
    assert modified("i1") > clock.now()


def test_the_second_try_meets_the_rows_as_they_were_given(db, later):
    row = Task(handler="x", key="before", due_at=clock.now())
    row.save()
    met: list[str] = []

    def act() -> None:
        met.append(row.key)
        row.key = "after"
        row.save()
        publish([item("i1")])
        later(10 if len(met) == 1 else 0)

    in_a_verb(act, row)
    assert met == ["before", "before"]
    assert row.key == Task.objects.get(pk=row.pk).key == "after"


def test_a_row_that_the_first_try_made_is_made_by_the_second(db, later):
    row = Task(handler="x", key="new", due_at=clock.now())
    tries: list[int] = []

    def act() -> None:
        tries.append(1)
        row.save()
        publish([item("i1")])
        later(10 if len(tries) == 1 else 0)

    in_a_verb(act, row)
    assert Task.objects.filter(key="new").count() == 1
    assert Task.objects.get(key="new").pk == row.pk


def test_a_clock_that_was_set_back_does_not_turn_modified_back(db, later):
    publish([item("i1", name="eins")])
    before = modified("i1")
    later(-3600)
    publish([item("i1", name="zwei")])
    assert modified("i1") >= before


def test_the_stamp_of_an_earlier_transaction_does_not_count(db, later):
    in_a_verb(lambda: publish([item("i1")]))
    later(100)
    in_a_verb(lambda: publish([item("i2")]))
    stamping.check()


def test_publishing_while_the_worker_indexes_leaves_nothing_unfound(shared_database):
    """The worker may have read the object before the change: then it must come once more."""

    def change() -> None:
        for number in range(ROUNDS):
            in_a_verb(lambda number=number: publish([paper("p1", name=f"Baum wort{number}")]))
            time.sleep(0.01)

    def worker() -> None:
        for _ in range(ROUNDS * 4):
            work()
            time.sleep(0.005)

    all_at_once(change, worker)
    work()
    assert [hit.id for hit in search(f"wort{ROUNDS - 1}").hits] == ["p1"]
    assert search("wort0").total == 0


def test_withdrawing_and_changing_at_once_ends_as_one_after_the_other(shared_database):
    with transaction.atomic():
        publish([meeting("i1", "i2"), item("i1"), item("i2")])

    def withdraw() -> None:
        in_a_verb(lambda: publish([], withdrawals=[gone("agendaItem", "i1")]))

    def rename() -> None:
        in_a_verb(lambda: publish([meeting("i1", "i2", name="Neu")]))

    all_at_once(withdraw, rename)
    assert [each["name"] for each in sent("m1")["agendaItem"]] == ["Bericht"]
    assert sent("m1")["name"] == "Neu"
    assert Version.objects.filter(body=BODY).count() == 5
    assert list(verify()) == []


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer: publishing waits for the worker"
)
def test_a_change_while_its_object_is_being_indexed_is_indexed_afterwards(shared_database, monkeypatch):
    in_a_verb(lambda: publish([paper("p1", name="Baum")]))
    reading, changed = threading.Event(), threading.Event()
    make_terms = index._terms

    def slowly(row, *, entry):
        reading.set()
        changed.wait(1)  # in vain: the change waits for this
        return make_terms(row, entry=entry)

    def change() -> None:
        reading.wait(20)
        in_a_verb(lambda: publish([paper("p1", name="Strauch")]))
        changed.set()

    monkeypatch.setattr(index, "_terms", slowly)
    all_at_once(work, change)
    work()
    assert (search("Baum").total, search("Strauch").total) == (0, 1)
