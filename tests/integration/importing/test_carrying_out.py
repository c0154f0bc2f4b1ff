"""A short list comes as a whole or not at all, once, and what it changed can be taken back."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, pace, working
from ratslinde.integration.importing.models import RunState
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.journal.queue import work_one
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file


def work() -> None:
    while work_one():
        pass


def read(manager, body, *lines):
    return actions.read_in(manager, body, name="liste.csv", data=csv_file(*lines))


def test_what_a_run_changed_is_taken_back_as_a_whole(manager, association, house):
    run = read(
        manager,
        association.body,
        "Name;Telefon;Sitz;Straße",
        "Brücke Lindenhagen e. V.;02599 10-9;Haus der Kulturen;Neuweg 9",
    )
    actions.carry_out(manager, run)
    association.refresh_from_db()
    run.refresh_from_db()
    assert association.phone == "02599 10-9"
    landscape.undo(manager, batch=run.batch)
    association.refresh_from_db()
    house.refresh_from_db()
    assert (association.phone, house.street_address) == ("", "Lindenweg 3")


def test_a_row_that_somebody_changed_meanwhile_stops_the_run_and_nothing_is_written(manager, association):
    run = read(
        manager, association.body, "Name;Telefon", "Neu;1234567", "Brücke Lindenhagen e. V.;02599 10-9"
    )
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    with pytest.raises(
        Refused, match=r"Zeile 3 „Brücke Lindenhagen e. V.“: Der Eintrag wurde seit dem Vergleich geändert"
    ):
        actions.carry_out(manager, run)
    assert not Actor.objects.filter(name="Neu").exists()
    actions.compare_again(manager, run)
    actions.carry_out(manager, run)
    assert Actor.objects.filter(name="Neu").exists()


def test_a_long_run_goes_through_the_worker_once(manager, body, vocabulary, monkeypatch):
    monkeypatch.setattr(pace, "LONG", 1)
    run = read(manager, body, "Angebot;Träger", "Chorprobe;Chor")
    assert run.state == RunState.COMPARING
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    assert not Offer.objects.exists()
    work()
    run.refresh_from_db()
    assert (run.state, Offer.objects.count(), run.tables) == (RunState.DONE, 1, [])
    working.carry_out_run(run.public_id)
    actions.write(manager, run)
    assert Offer.objects.count() == 1


def test_why_a_long_run_was_refused_stands_on_it(manager, association, monkeypatch):
    monkeypatch.setattr(pace, "LONG", 0)
    run = read(manager, association.body, "Name;Telefon", "Brücke Lindenhagen e. V.;02599 10-9")
    work()
    run.refresh_from_db()
    actions.carry_out(manager, run)
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    work()
    run.refresh_from_db()
    assert run.state == RunState.REVIEW
    assert "seit dem Vergleich geändert" in run.failure


def test_what_was_read_is_forgotten_when_nobody_comes_back(manager, body, vocabulary):
    run = read(manager, body, "Name;Art", "Chor;Verein")
    type(run).objects.update(changed_at="2020-01-01T00:00:00Z")
    working.forget_runs()
    run.refresh_from_db()
    assert (run.state, run.tables, run.rows.count()) == (RunState.DISCARDED, [], 0)


def test_a_first_day_that_nobody_said_stays_unknown(manager, body, vocabulary):
    """Acceptance: of "alle 2 Wochen" in a list no day is made up."""
    run = read(manager, body, "Angebot;Träger;Zeiten", "Chorprobe;Chor;mittwochs 15 Uhr alle 2 Wochen")
    actions.carry_out(manager, run)
    row = Offer.objects.get().sites.get().schedules.get()
    assert (row.start, row.frequency, row.days, row.interval) == (None, "WEEKLY", "WE", 2)
