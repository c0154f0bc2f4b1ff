"""An older list does not take back what was said since: a day never moves back, and somebody decides about the rest."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import Newer
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, FieldChange
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file

NAME = "Brücke Lindenhagen e. V."
DAY = datetime.date(2026, 3, 1)


@pytest.fixture
def at(monkeypatch):
    """Sets the clock to noon of a day."""

    def at(day: datetime.date) -> None:
        noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
        monkeypatch.setattr(clock, "now", lambda: noon)

    return at


@pytest.fixture
def read(manager, association):
    def read(*lines):
        return actions.read_in(manager, association.body, name="a.csv", data=csv_file(*lines))

    return read


def changes(row):
    return {each["label"]: (each["before"], each["after"]) for each in row.differences}


def say(manager, actor, **values):
    """Somebody changes the entry at the desk."""
    actor.refresh_from_db()
    return landscape.edit_actor(manager, actor, changes=values, revision=actor.revision)


def test_a_day_of_confirmation_never_moves_back(manager, association, read):
    landscape.confirm_actor(manager, association, by="der Akteur selbst", on=datetime.date(2026, 11, 20))
    row = read("Name;Bestätigt am;Bestätigt durch", f"{NAME};1.3.2026;Sozialamt").rows.get()
    assert (row.verdict, row.differences) == ("unchanged", [])
    assert row.problems[0]["sentence"] == "Bestätigt am: Der spätere Tag bleibt, der 20.11.2026."


def test_a_later_day_is_taken_over(manager, association, read):
    landscape.confirm_actor(manager, association, by="Vorstand", on=DAY)
    row = read("Name;Bestätigt am", f"{NAME};20.11.2026").rows.get()
    assert changes(row) == {"Bestätigt am": ("01.03.2026", "20.11.2026")}


def test_what_was_confirmed_after_the_day_of_the_list_is_not_taken_back(manager, association, read):
    say(manager, association, phone="02599 10-7")
    association.refresh_from_db()
    landscape.confirm_actor(manager, association, by="der Akteur selbst", on=datetime.date(2026, 11, 20))
    run = read("Name;Telefon;Bestätigt am", f"{NAME};02599 10-1;1.3.2026")
    row = run.rows.get()
    assert row.verdict == "open"
    sentence = "Hier steht Neueres als in der Liste vom 01.03.2026: Telefon. Bitte entscheiden, was gilt."
    assert sentence in [each["sentence"] for each in row.problems]
    with pytest.raises(Refused, match="noch nicht entschieden"):
        actions.carry_out(manager, run)


@pytest.mark.parametrize(("choice", "phone"), [(Newer.KEEP, "02599 10-7"), (Newer.LIST, "02599 10-1")])
def test_somebody_decides_what_is_right(manager, association, read, choice, phone):
    say(manager, association, phone="02599 10-7")
    run = read("Name;Telefon;Kurzname;Bestätigt am", f"{NAME};02599 10-1;Brücke;1.3.2026", "Chor;;;")
    row = run.rows.get(label=NAME)
    assert row.verdict == "open"
    run = actions.decide(manager, run, decisions={row.number: (choice, "")})
    actions.carry_out(manager, run)
    association.refresh_from_db()
    assert association.phone == phone
    assert Actor.objects.filter(name="Chor").exists()


def test_an_entry_that_was_made_after_the_day_of_the_list_is_newer(association, read):
    assert (
        read("Name;E-Mail;Bestätigt am", f"{NAME};alt@bruecke.example;1.3.2026").rows.get().verdict == "open"
    )


def test_what_was_changed_before_the_day_of_the_list_is_older(manager, association, read, at):
    at(datetime.date(2026, 2, 1))
    say(manager, association, phone="02599 10-7")
    Actor.objects.update(created_at=clock.now())
    row = read("Name;Telefon;Bestätigt am", f"{NAME};02599 10-1;1.3.2026").rows.get()
    assert (row.verdict, row.problems) == ("changed", [])


@pytest.fixture
def read_before(manager, association, read, at):
    """The list was read in on 1 March and again changes nothing."""
    at(DAY)
    lines = ("Name;Telefon", f"{NAME};02599 10-1")
    actions.carry_out(manager, read(*lines))
    return lines


def test_a_list_without_a_day_is_as_old_as_the_last_time_it_was_read(
    manager, association, read, read_before, at
):
    at(datetime.date(2026, 11, 20))
    say(manager, association, phone="02599 10-7")
    row = read(*read_before).rows.get()
    assert row.verdict == "open"
    assert "als beim Einlesen am 01.03.2026: Telefon" in row.problems[0]["sentence"]


def test_what_a_list_itself_said_is_not_newer_than_the_next(manager, read, read_before, at):
    at(datetime.date(2026, 11, 20))
    row = read("Name;Telefon", f"{NAME};02599 10-5").rows.get()
    assert (row.verdict, changes(row)) == ("changed", {"Telefon": ("02599 10-1", "02599 10-5")})


def test_a_field_that_nobody_touched_is_filled(manager, association, read, read_before, at):
    at(datetime.date(2026, 11, 20))
    landscape.confirm_actor(manager, Actor.objects.get(), by="Vorstand")
    row = read("Name;Kurzname", f"{NAME};Brücke").rows.get()
    assert (row.verdict, changes(row)) == ("changed", {"Kurzname": ("", "Brücke")})


def test_what_was_kept_once_is_not_lost_the_next_time(manager, association, read, read_before, at):
    at(datetime.date(2026, 11, 20))
    say(manager, association, phone="02599 10-7")
    run = read(*read_before, "Chor;")
    actions.carry_out(manager, actions.decide(manager, run, decisions={1: (Newer.KEEP, "")}))
    at(datetime.date(2026, 11, 25))
    assert read(*read_before).rows.get().verdict == "open"


def test_who_says_that_it_is_the_same_still_decides_what_is_newer(manager, association, read):
    say(manager, association, phone="02599 10-7")
    lines = "Name;E-Mail;Telefon;Bestätigt am", "Die Brücke;bruecke@lindenhagen.example;02599 10-1;1.3.2026"
    run = read(*lines)
    run = actions.decide(manager, run, decisions={1: ("same", association.public_id)})
    assert run.rows.get().verdict == "open"
    run = actions.decide(manager, run, decisions={1: (Newer.LIST, "")})
    assert run.rows.get().verdict == "changed"


def test_a_list_that_was_taken_back_acts_the_second_time_as_the_first(
    manager, association, read, read_before, at
):
    """Putting back what stood before is no word of anybody that a list could be older than."""
    at(datetime.date(2026, 11, 20))
    lines = "Name;Telefon;Kurzname;Beschreibung", f"{NAME};02599 10-5;Brücke;Der Verein begleitet Menschen."
    run = read(*lines)
    first = changes(run.rows.get())
    actions.take_back(manager, actions.carry_out(manager, run))
    at(datetime.date(2026, 11, 21))
    row = read(*lines).rows.get()
    assert (row.verdict, row.problems, changes(row)) == ("changed", [], first)


def test_what_somebody_puts_back_by_hand_is_newer(manager, association, read, read_before, at):
    at(datetime.date(2026, 11, 20))
    say(manager, association, phone="02599 10-7")
    batch = FieldChange.objects.get(field="phone", after="02599 10-7").batch
    landscape.undo(manager, batch=batch)
    assert read("Name;Telefon", f"{NAME};02599 10-5").rows.get().verdict == "open"


@pytest.fixture
def several(manager, association, read, at):
    """A list of three was read in on 1 March; since then somebody changed each phone number at the desk."""
    names = (NAME, "Chor", "Nähwerkstatt")
    lines = ("Name;Telefon", *(f"{name};02599 10-1" for name in names))
    at(DAY)
    actions.carry_out(manager, read(*lines))
    at(datetime.date(2026, 11, 20))
    for actor in Actor.objects.all():
        say(manager, actor, phone="02599 10-7")
    return lines


@pytest.mark.parametrize(("choice", "phones"), [(Newer.KEEP, "02599 10-7"), (Newer.LIST, "02599 10-1")])
def test_the_same_question_is_answered_once_for_all(manager, read, several, choice, phones):
    run = read(*several, "Theater;02599 10-3")
    assert run.rows.filter(verdict="open").count() == 3
    run = actions.decide_newer(manager, run, choice=choice)
    assert not run.rows.filter(verdict="open").exists()
    actions.carry_out(manager, run)
    assert {actor.phone for actor in Actor.objects.exclude(name="Theater")} == {phones}


def test_once_for_all_answers_no_other_question(manager, association, read):
    run = read("Name;E-Mail", "Die Brücke;bruecke@lindenhagen.example")
    with pytest.raises(Refused, match="keine Zeile"):
        actions.decide_newer(manager, run, choice=Newer.LIST)
    assert run.rows.get().verdict == "open"
