"""A long list is carried out portion after portion: a crash between two of them doubles nothing and loses nothing."""

from __future__ import annotations

import datetime
from importlib import import_module

import pytest
from django.apps import apps

from ratslinde.integration.importing import actions, pace, queries, working
from ratslinde.integration.importing.carrying import Carrying
from ratslinde.integration.importing.models import ImportRun, RunState
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer, Place
from ratslinde.journal.models import Entry, Task
from ratslinde.journal.queue import work_one
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file, excel_file

MIGRATIONS = "ratslinde.integration.importing.migrations"
LINES = (
    "Angebot;Träger;Adresse",
    "Chorprobe;Chor der Vielfalt;Markt 1, 59999 Lindenhagen",
    "Nähkurs;Nähwerkstatt;Parkweg 2, 59999 Lindenhagen",
    "Filmabend;Kino für alle;Markt 1, 59999 Lindenhagen",
)


def work() -> None:
    while work_one():
        pass


@pytest.fixture(autouse=True)
def every_row_is_a_portion(monkeypatch):
    monkeypatch.setattr(pace, "LONG", 1)
    monkeypatch.setattr(pace, "PORTION", 0)
    monkeypatch.setattr(pace, "PAUSE", datetime.timedelta())


@pytest.fixture
def run(manager, body, vocabulary) -> ImportRun:
    found = actions.read_in(manager, body, name="liste.csv", data=csv_file(*LINES))
    work()
    found.refresh_from_db()
    return actions.carry_out(manager, found)


def counts() -> tuple[int, int, int]:
    return Place.objects.count(), Actor.objects.count(), Offer.objects.count()


def test_each_portion_is_a_task_of_its_own_and_the_page_knows_how_far_it_is(run):
    assert (run.total, queries.done(run)) == (8, 0)
    work_one()
    work_one()
    assert (queries.done(run), counts()) == (2, (2, 0, 0))
    work()
    run.refresh_from_db()
    assert (run.state, len(run.portions), counts()) == (RunState.DONE, 8, (2, 3, 3))
    assert Task.objects.filter(handler=actions.CARRY_OUT, done_at=None).count() == 0


def test_every_portion_stands_in_the_journal(run):
    before = Entry.objects.filter(subject=run.public_id).count()
    work()
    assert Entry.objects.filter(subject=run.public_id).count() == before + 8


@pytest.mark.parametrize("row", range(1, 9))
def test_after_a_crash_the_same_portion_comes_again_and_nothing_comes_twice(run, row, monkeypatch):
    do = Carrying.do
    done: list[int] = []

    def crash(self, each):
        do(self, each)
        done.append(each.number)
        if len(done) == row:
            raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(Carrying, "do", crash)
        work()
    assert queries.done(run) == row - 1
    Task.objects.filter(done_at=None).update(due_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    work()
    run.refresh_from_db()
    assert (run.state, counts()) == (RunState.DONE, (2, 3, 3))
    offers = {offer.name: offer for offer in Offer.objects.all()}
    assert {name: each.actor.name for name, each in offers.items()} == {
        "Chorprobe": "Chor der Vielfalt", "Nähkurs": "Nähwerkstatt", "Filmabend": "Kino für alle",
    }  # fmt: skip
    assert offers["Filmabend"].sites.get().place == offers["Chorprobe"].sites.get().place


def test_a_task_that_is_done_twice_does_its_portion_once(run):
    for _ in range(20):
        working.carry_out_run(run.public_id)
    assert counts() == (2, 3, 3)


def test_a_row_that_stops_the_run_leaves_what_was_done_and_the_rest_goes_on_after_a_new_comparison(
    manager, association
):
    lines = ("Name;Telefon", "Neu;02599 1", "Brücke Lindenhagen e. V.;02599 2", "Später;02599 3")
    run = actions.read_in(manager, association.body, name="liste.csv", data=csv_file(*lines))
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    work()
    run.refresh_from_db()
    assert run.state == RunState.REVIEW
    assert "Zeile 3 „Brücke Lindenhagen e. V.“: Der Eintrag wurde seit dem Vergleich geändert" in run.failure
    assert set(Actor.objects.values_list("name", flat=True)) == {"Neu", "Brücke Lindenhagen e. V."}
    assert [row.label for row in queries.rows(run)] == ["Brücke Lindenhagen e. V.", "Später"]
    actions.compare_again(manager, run)
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    work()
    run.refresh_from_db()
    association.refresh_from_db()
    assert (run.state, association.phone, Actor.objects.count()) == (RunState.DONE, "02599 2", 3)


def test_of_a_run_that_stopped_only_the_rest_is_thrown_away(manager, association):
    run = actions.discard_run(manager, stopped_run(manager, association))
    assert (run.state, [row.label for row in run.rows.all()]) == (RunState.DONE, ["Neu"])


def stopped_run(manager, association) -> ImportRun:
    """One row is carried out, the other one stopped it."""
    lines = ("Name;Telefon", "Neu;02599 1", "Brücke Lindenhagen e. V.;02599 2")
    run = actions.read_in(manager, association.body, name="liste.csv", data=csv_file(*lines))
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    work()
    run.refresh_from_db()
    return run


def test_of_a_run_that_stopped_and_that_nobody_comes_back_to_only_the_rest_is_forgotten(manager, association):
    run = stopped_run(manager, association)
    ImportRun.objects.update(changed_at=run.changed_at - datetime.timedelta(days=100))
    assert working.forget_runs() == 1
    run.refresh_from_db()
    assert (run.state, [row.label for row in run.rows.all()]) == (RunState.DONE, ["Neu"])


def test_a_decision_that_comes_after_the_run_was_begun_does_not_stop_it(manager, body, vocabulary):
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(*LINES))
    work()
    run.refresh_from_db()
    as_somebody_saw_it = ImportRun.objects.get(pk=run.pk)
    actions.carry_out(manager, run)
    for late in (
        lambda: actions.decide(manager, as_somebody_saw_it, decisions={1: ("skip", "")}),
        lambda: actions.compare_again(manager, as_somebody_saw_it),
    ):
        with pytest.raises(Refused, match="schon übernommen"):
            late()
    work()
    run.refresh_from_db()
    assert (run.state, counts()) == (RunState.DONE, (2, 3, 3))


def test_a_run_that_was_asked_for_before_there_were_portions_is_not_taken_for_done(manager, body, vocabulary):
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(*LINES))
    work()
    ImportRun.objects.update(state=RunState.CARRYING)
    import_module(f"{MIGRATIONS}.0003_runs_under_way_are_shown_again").show_again(apps, None)
    work()
    run.refresh_from_db()
    assert run.state == RunState.REVIEW
    actions.carry_out(manager, run)
    work()
    assert counts() == (2, 3, 3)


def test_a_command_carries_a_long_run_out_to_its_end(manager, body, vocabulary):
    run = actions.read_in(manager, body, name="liste.csv", data=csv_file(*LINES))
    work()
    run.refresh_from_db()
    run = actions.write(manager, run)
    assert (run.state, len(run.portions), counts()) == (RunState.DONE, 8, (2, 3, 3))
    assert actions.write(manager, run).carried_out_at == run.carried_out_at
    assert counts() == (2, 3, 3)


def test_who_is_part_of_another_row_comes_after_it_wherever_it_stands(manager, body, vocabulary):
    data = excel_file(
        Akteure=[
            ["Name", "Gehört zu"],
            ["Ortsgruppe", "Kreisgruppe"],
            ["Kreisgruppe", "Bund"],
            ["Bund", None],
        ]
    )
    run = actions.read_in(manager, body, name="liste.xlsx", data=data)
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    work()
    group = Actor.objects.get(name="Ortsgruppe")
    assert (group.parent.name, group.parent.parent.name, group.revision) == ("Kreisgruppe", "Bund", 1)


def test_rows_that_are_parts_of_each_other_are_refused(manager, body, vocabulary):
    run = actions.read_in(
        manager, body, name="liste.csv", data=csv_file("Name;Gehört zu", "Henne;Ei", "Ei;Henne")
    )
    work()
    run.refresh_from_db()
    with pytest.raises(Refused, match="nicht zu seinem eigenen Teil gehören"):
        actions.carry_out(manager, run)
    assert not Actor.objects.exists()
