"""What somebody has decided about a list is not asked again: other names, and what is not the same."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.models import KnownAs, NotTheSame
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer, Place
from tests.integration.importing.files import csv_file

LIST = (
    "Angebot;Träger;Adresse;Telefon;E-Mail;Wann",
    "Sprachcafé;Caritas;Ahornweg 3, 59999 Lindenhagen;02599 77;cafe@a.example;dienstags 16-18 Uhr",
    "Sprachkaffee;Caritas e. V.;Ahornweg 3;02599 77;;dienstags 16-18 Uhr",
    "Nähkurs;Volkshochschule (VHS);Markt 1, 59999 Lindenhagen;02599 77;;mittwochs 10 Uhr",
    "Nähkurse;VHS;Markt 1;02599 77;;donnerstags 10 Uhr",
    "Deutschkurs;VHS;;;;montags 9 Uhr",
    "Deutschkurs;VHS;;;;freitags 9 Uhr",
    "Chorprobe;Chor der Vielfalt;;;;",
    "Chorproben;Chor Vielfallt;;;;",
)


def read(manager, body, *lines):
    return actions.read_in(manager, body, name="liste.csv", data=csv_file(*lines))


def decide_all(manager, run, *, new=()):
    """Everything is the same as what is proposed first, but for the rows of these names."""
    while run.rows.filter(verdict="open").exists():
        chosen = {
            row.number: ("new", "") if row.label in new else ("same", row.candidates[0]["key"])
            for row in run.rows.filter(verdict="open")
        }
        run = actions.decide(manager, run, decisions=chosen)
    return run


def test_the_same_list_read_again_asks_nothing_and_changes_nothing(manager, body, vocabulary):
    run = decide_all(
        manager, read(manager, body, *LIST), new=("Nähkurse", "Deutschkurs", "Chorproben", "Chor Vielfallt")
    )
    actions.carry_out(manager, run)
    names = sorted(actor.name for actor in Actor.objects.all())
    assert names == ["Caritas", "Chor Vielfallt", "Chor der Vielfalt", "Volkshochschule (VHS)"]
    assert Offer.objects.count() == 7
    assert Place.objects.count() == 2
    again = read(manager, body, *LIST)
    told = {(row.label, row.verdict, str(row.differences)) for row in again.rows.exclude(verdict="unchanged")}
    assert told == set()


def test_what_was_called_new_is_no_double_afterwards(manager, association):
    body = association.body
    run = read(manager, body, "Name;E-Mail", "Brücke;bruecke@lindenhagen.example", "Brücken Lindenhagen;")
    actions.carry_out(manager, decide_all(manager, run, new=("Brücke", "Brücken Lindenhagen")))
    assert queries.duplicates(manager, body, kind="actor") == []
    assert NotTheSame.objects.count() >= 2
    again = read(manager, body, "Name;E-Mail", "Brücke;bruecke@lindenhagen.example", "Brücken Lindenhagen;")
    assert {row.verdict for row in again.rows.all()} == {"unchanged"}


def test_a_name_that_was_decided_is_known_even_where_nothing_changes(manager, association):
    lines = ("Name;E-Mail", "Die Brücken;bruecke@lindenhagen.example")
    landscape.edit_actor(
        manager, association, changes={"name": "Verein der Nachbarn"}, revision=association.revision
    )
    run = read(
        manager, association.body, "Angebot;Träger;E-Mail", "Chor;Die Brücken;bruecke@lindenhagen.example"
    )
    actions.carry_out(manager, decide_all(manager, run))
    named = KnownAs.objects.get()
    assert (named.name, named.subject) == ("die bruecken", association.public_id)
    again = read(manager, association.body, *lines)
    assert again.rows.get().verdict == "changed"
    assert again.rows.get().candidates[0]["reasons"][0] == "schon einmal so genannt"


def test_a_learned_name_follows_a_merge_and_goes_with_its_row(manager, association):
    body = association.body
    kept = landscape.add_actor(manager, body, name="Haus der Nachbarn")
    run = read(manager, body, "Angebot;Träger;E-Mail", "Chor;Brücke;bruecke@lindenhagen.example")
    actions.carry_out(manager, decide_all(manager, run))
    association.refresh_from_db()
    landscape.merge_actors(manager, kept, other=association, take={})
    for name in ("Brücke", "Brücke Lindenhagen e. V."):
        row = read(manager, body, "Name;Art", f"{name};").rows.get()
        assert (row.verdict, row.target) == ("changed", kept.public_id)


def test_what_a_run_taught_is_forgotten_when_it_is_taken_back(manager, association):
    run = read(
        manager,
        association.body,
        "Name;E-Mail;Telefon",
        "Brücke;bruecke@lindenhagen.example;02599 3",
        "Brücken;;",
    )
    actions.carry_out(manager, decide_all(manager, run, new=("Brücken",)))
    assert (KnownAs.objects.count(), NotTheSame.objects.count()) == (1, 1)
    run.refresh_from_db()
    actions.take_back(manager, run)
    assert (KnownAs.objects.count(), NotTheSame.objects.count()) == (0, 0)


def test_a_decision_can_be_taken_the_other_way_the_next_time(manager, association):
    body, lines = association.body, ("Name;E-Mail", "Die Nachbarn;bruecke@lindenhagen.example")
    landscape.edit_actor(manager, association, changes={"note": "x"}, revision=association.revision)
    run = read(manager, body, "Angebot;Träger;E-Mail", "Chor;Die Nachbarn;bruecke@lindenhagen.example")
    actions.carry_out(manager, decide_all(manager, run))
    run = actions.decide(manager, read(manager, body, *lines), decisions={1: ("new", "")})
    actions.carry_out(manager, run)
    made = Actor.objects.get(name="Die Nachbarn")
    assert not KnownAs.objects.filter(subject=association.public_id).exists()
    again = read(manager, body, *lines)
    assert (again.rows.get().verdict, again.rows.get().target) == ("unchanged", made.public_id)


def test_an_address_that_only_lacks_the_town_is_the_same_place(manager, body, vocabulary):
    head = "Angebot;Träger;Adresse"
    run = read(manager, body, head, "Chor;Chor;Ahornweg 3, 59999 Lindenhagen", "Band;Chor;Ahornweg 3")
    assert not run.rows.filter(verdict="open").exists()
    actions.carry_out(manager, run)
    place = Place.objects.get()
    assert (place.street_address, place.locality) == ("Ahornweg 3", "Lindenhagen")
    again = read(manager, body, head, "Band;Chor;Ahornweg 3")
    assert {row.verdict for row in again.rows.all()} == {"unchanged"}


def test_a_street_that_two_towns_have_is_asked_about(manager, body, vocabulary):
    head = "Angebot;Träger;Adresse"
    towns = ("Chor;Chor;Ahornweg 3, 59999 Lindenhagen", "Band;Chor;Ahornweg 3, 59998 Birkental")
    actions.carry_out(manager, read(manager, body, head, *towns))
    assert Place.objects.count() == 2
    run = read(manager, body, head, "Tanz;Chor;Ahornweg 3")
    assert run.rows.get(kind="place").verdict == "open"


def test_the_same_candidate_is_shown_once(manager, association):
    run = read(
        manager,
        association.body,
        "Name;E-Mail",
        "Brücke Lindenhagen e. V.;bruecke@lindenhagen.example",
        "Die Brücke;bruecke@lindenhagen.example",
    )
    row = run.rows.get(label="Die Brücke")
    assert [each["label"] for each in row.candidates] == ["Brücke Lindenhagen e. V."]


@pytest.mark.parametrize(
    ("name", "stands"), [("VHS", "Volkshochschule (VHS)"), ("Caritas", "Caritasverband")]
)
def test_a_provider_in_short_form_is_proposed_and_not_silently_new(manager, body, vocabulary, name, stands):
    landscape.add_actor(manager, body, name=stands)
    run = read(manager, body, "Angebot;Träger", f"Nähkurs;{name}")
    row = run.rows.get(kind="actor")
    assert (row.verdict, [each["label"] for each in row.candidates]) == ("open", [stands])


def test_a_place_that_was_merged_is_found_by_its_former_name(manager, house):
    old = landscape.add_place(manager, house.body, name="Alte Spinnerei")
    landscape.merge_places(manager, house, other=old, take={})
    rows = read(manager, house.body, "Angebot;Träger;Ort", "Chor;Chor e. V.;Alte Spinnerei").rows
    assert not rows.filter(kind="place", verdict="new").exists()
