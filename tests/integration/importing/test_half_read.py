"""A cell that is read in part makes no certain no: what it does not name stays unknown."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries.improvements import advice
from ratslinde.integration.landscape.queries.picture import picture
from ratslinde.integration.landscape.rules.coverage_cells import Position
from ratslinde.integration.landscape.rules.coverage_reasons import reasons
from ratslinde.integration.landscape.rules.improving import Act
from tests.integration.importing.files import csv_file

DAY = datetime.date(2026, 11, 22)
INCOMPLETE = "gilt die Angabe als unvollständig"


@pytest.fixture
def read(manager, association):
    """Reads a table of offers of the association."""

    def read(header, *lines):
        rows = [f"Probe {at};{association.name};{line}" for at, line in enumerate(lines)]
        data = csv_file(f"Name;Anbieter;{header}", *rows)
        return actions.read_in(manager, association.body, name="a.csv", data=data)

    return read


@pytest.fixture
def collected(manager, body, association, language_field):
    """All known actors of the field have answered: what fits no offer is a gap."""
    landscape.set_activity(manager, association, field=language_field, role="offers")
    landscape.confirm_actor(manager, association, by="Vorstand", on=datetime.date(2026, 9, 1))
    association.refresh_from_db()
    landscape.publish_actor(manager, association)
    association.refresh_from_db()
    return association


@pytest.fixture
def state(manager, body, language_field):
    """The state of a cell of the field, after the one offer that there is was published."""

    def state(**where):
        offer = Offer.objects.get()
        if offer.publication == "draft":
            landscape.publish_offer(manager, offer)
        keys = {name: getattr(row, "public_id", row) for name, row in where.items()}
        found = picture(manager, body, day=DAY)
        return str(found.coverage.cell(Position(language_field.public_id, **keys)).state)

    return state


def test_languages_of_which_one_was_not_understood_are_not_all(manager, read):
    run = read("Sprachen", "Deutsch, Klingonisch")
    row = run.rows.get(kind="offer")
    assert (row.values["languages"], row.values["languages_known"]) == ([["de", False]], False)
    assert INCOMPLETE in row.problems[-1]["sentence"]
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert ([each.code for each in offer.languages.all()], offer.languages_known) == (["de"], False)


def test_a_language_that_was_not_understood_leaves_no_gap_and_those_that_were_count(
    manager, collected, read, state
):
    header = "Sprachen;Thema;Beschreibung;Bestätigt am"
    actions.carry_out(manager, read(header, "Russisch, Klingonisch;Sprache;Treff.;2026-09-15"))
    assert state(language="uk") == "NICHT ERHOBEN"
    assert state(language="ru") == "FRAGIL"


def test_a_language_list_that_was_understood_leaves_the_gap(manager, collected, read, state):
    header = "Sprachen;Thema;Beschreibung;Bestätigt am"
    actions.carry_out(manager, read(header, "Russisch, Deutsch;Sprache;Treff.;2026-09-15"))
    assert state(language="uk") == "LÜCKE"


@pytest.mark.parametrize("header", ["Stadtteile", "Gilt für;Stadtteile"])
def test_a_space_that_was_not_understood_leaves_no_gap(manager, collected, read, state, north, south, header):
    cells = (
        "Nordviertel, Hinterm Berg" if header == "Stadtteile" else "bestimmte Sozialräume;Nordviertel, Berg"
    )
    run = read(f"{header};Thema;Beschreibung;Bestätigt am", f"{cells};Sprache;Treff.;2026-09-15")
    row = run.rows.get(kind="offer")
    assert row.values["area"] == ""
    assert INCOMPLETE in row.problems[-1]["sentence"]
    actions.carry_out(manager, run)
    assert state(space=south) == "NICHT ERHOBEN"
    assert state(space=north) == "FRAGIL"


def test_the_whole_town_is_the_whole_town_whatever_else_the_list_says(read, north):
    run = read("Gilt für;Stadtteile", "die ganze Kommune;Nordviertel, Berg")
    assert run.rows.get(kind="offer").values["area"] == "town"


def test_a_group_that_was_not_understood_leaves_no_gap(manager, collected, read, state, vocabulary):
    header = "Zielgruppe;Thema;Beschreibung;Bestätigt am"
    run = read(header, "Frauen, Außerirdische;Sprache;Treff.;2026-09-15")
    row = run.rows.get(kind="offer")
    assert (len(row.values["groups"]), row.values["groups_known"]) == (1, "")
    actions.carry_out(manager, run)
    assert [each.name for each in Offer.objects.get().groups.all()] == ["Frauen"]
    others = vocabulary["zielgruppe"].terms.exclude(name="Frauen")
    assert state(group=others.first()) == "NICHT ERHOBEN"


def test_what_stands_is_completed_and_shown_as_no_longer_whole(manager, read, cafe):
    """The list knows of a language that nobody understands here: that no other is spoken is not certain any more."""
    Offer.objects.filter(pk=cafe.pk).update(name="Probe 0")
    run = read("Sprachen;Zielgruppe;Stadtteile", "Türkisch, Klingonisch;alle;Mond")
    row = run.rows.get(kind="offer")
    told = {each["label"]: (each["before"], each["after"]) for each in row.differences if not each["quiet"]}
    assert told["Sprachen"] == (
        "Deutsch, Arabisch (gedolmetscht)",
        "Deutsch, Türkisch, Arabisch (gedolmetscht)",
    )
    assert told["Sprachen sind erhoben"] == ("ja", "nein")
    assert told["Gilt für"] == ("bestimmte Sozialräume", "nicht bekannt")
    actions.carry_out(manager, run)
    cafe.refresh_from_db()
    codes = [each.code for each in cafe.languages.all()]
    assert (codes, cafe.languages_known, cafe.area) == (["de", "tr", "ar"], False, "")


def test_a_second_row_about_the_same_that_is_read_in_part_does_not_make_the_list_whole(manager, association):
    rows = (f"Treff;{association.name};", f"Treff;{association.name};Deutsch, Klingonisch")
    data = csv_file("Name;Anbieter;Sprachen", *rows)
    run = actions.read_in(manager, association.body, name="a.csv", data=data)
    first, second = run.rows.filter(kind="offer")
    run = actions.decide(manager, run, decisions={second.number: ("same", f"@{first.number}")})
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert ([each.code for each in offer.languages.all()], offer.languages_known) == (["de"], False)


def test_the_same_list_read_again_changes_nothing(manager, read):
    lines = ("Sprachen;Zielgruppe", "Deutsch, Klingonisch;Frauen, Außerirdische")
    actions.carry_out(manager, read(*lines))
    assert read(*lines).rows.get(kind="offer").verdict == "unchanged"


def test_fields_of_which_one_was_not_understood_are_not_all(manager, read):
    run = read("Thema", '"Wohnen; Raumfahrt"')
    row = run.rows.get(kind="offer")
    assert (len(row.values["fields"]), row.values["fields_known"]) == (1, False)
    assert INCOMPLETE in row.problems[-1]["sentence"]
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert ([each.code for each in offer.fields.all()], offer.fields_known) == (["wohnen"], False)


@pytest.mark.parametrize(("cell", "found"), [("Wohnen; Raumfahrt", "NICHT ERHOBEN"), ("Wohnen", "LÜCKE")])
def test_a_field_that_was_not_understood_leaves_no_gap(manager, collected, read, state, cell, found):
    actions.carry_out(manager, read("Thema;Beschreibung;Bestätigt am", f'"{cell}";Treff.;2026-09-15'))
    assert state() == found


def test_a_field_that_stands_is_no_longer_whole_when_a_list_knows_more(manager, read, cafe):
    Offer.objects.filter(pk=cafe.pk).update(name="Probe 0")
    run = read("Thema", '"Wohnen; Raumfahrt"')
    told = {
        each["label"]: each["after"] for each in run.rows.get(kind="offer").differences if not each["quiet"]
    }
    assert told["Handlungsfelder sind vollständig"] == "nein"
    actions.carry_out(manager, run)
    cafe.refresh_from_db()
    assert ({each.code for each in cafe.fields.all()}, cafe.fields_known) == ({"sprache", "wohnen"}, False)


def test_a_second_row_read_in_part_does_not_make_the_fields_whole(manager, association):
    rows = (f"Treff;{association.name};", f'Treff;{association.name};"Wohnen; Raumfahrt"')
    data = csv_file("Name;Anbieter;Thema", *rows)
    run = actions.read_in(manager, association.body, name="a.csv", data=data)
    first, second = run.rows.filter(kind="offer")
    run = actions.decide(manager, run, decisions={second.number: ("same", f"@{first.number}")})
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert ([each.code for each in offer.fields.all()], offer.fields_known) == (["wohnen"], False)


def test_an_actor_whose_fields_were_read_in_part_may_be_active_in_any(manager, body, collected, state):
    """It counts as known and not answered: with one of two answers the collection is not complete enough."""
    data = csv_file("Name;Handlungsfelder: berät", 'Rat und Tat;"Wohnen; Raumfahrt"')
    run = actions.read_in(manager, body, name="a.csv", data=data)
    row = run.rows.get()
    assert row.values["fields_known"] == "more"
    assert INCOMPLETE in row.problems[-1]["sentence"]
    actions.carry_out(manager, run)
    rat = Actor.objects.get(name="Rat und Tat")
    assert rat.fields_known == "more"
    language = collected.activities.get().field
    found = picture(manager, body, day=DAY).coverage
    assert str(found.cell(Position(language.public_id)).state) == "NICHT ERHOBEN"
    assert (
        "ist nicht bekannt, ob er in diesem Feld tätig ist"
        in reasons(found, found.cell(Position(language.public_id)))[0]
    )
    landscape.edit_actor(manager, rat, changes={"fields_known": "all"}, revision=rat.revision)
    found = picture(manager, body, day=DAY).coverage
    assert str(found.cell(Position(language.public_id)).state) == "LÜCKE"


def test_whom_to_ask_is_also_who_may_be_active(manager, body, collected):
    data = csv_file("Name;Handlungsfelder: berät", 'Rat und Tat;"Wohnen; Raumfahrt"')
    actions.carry_out(manager, actions.read_in(manager, body, name="a.csv", data=data))
    asked = {each.field.name: each for each in advice(picture(manager, body, day=DAY)) if each.act == Act.ASK}
    assert [each.name for each in asked["Sprache"].actors] == ["Rat und Tat"]


def test_an_actor_read_again_in_part_changes_nothing(manager, body, vocabulary):
    data = csv_file("Name;Handlungsfelder: berät", 'Rat und Tat;"Wohnen; Raumfahrt"')
    actions.carry_out(manager, actions.read_in(manager, body, name="a.csv", data=data))
    assert actions.read_in(manager, body, name="a.csv", data=data).rows.get().verdict == "unchanged"


def test_an_actor_whose_languages_were_read_in_part_names_not_all(manager, body, vocabulary):
    data = csv_file("Name;Sprachen", 'Rat und Tat;"Arabisch; Klingonisch"')
    run = actions.read_in(manager, body, name="a.csv", data=data)
    assert any(INCOMPLETE in each["sentence"] for each in run.rows.get().problems)
    actions.carry_out(manager, run)
    actor = Actor.objects.get()
    assert (actor.languages, actor.languages_known) == ("ar", "more")
    assert actions.read_in(manager, body, name="a.csv", data=data).rows.get().verdict == "unchanged"
