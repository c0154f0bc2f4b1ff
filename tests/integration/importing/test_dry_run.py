"""A list comes in: what it would change is shown first, row by row, and nothing is written by that."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, lacking, queries
from ratslinde.integration.importing.models import ColumnMapping, ImportRow, ImportRun, RunState
from ratslinde.integration.importing.rules.collecting.statements import nearest
from ratslinde.integration.landscape.models import Actor, Offer, Place
from ratslinde.kernel.errors import Forbidden, Refused
from tests.integration.importing.files import csv_file, excel_file, struck_file


def read(manager, body, *lines, name="liste.csv", **options):
    return actions.read_in(manager, body, name=name, data=csv_file(*lines, **options))


def only(run: ImportRun, **asked) -> ImportRow:
    return run.rows.get(**asked)


def test_a_new_actor_is_shown_and_nothing_is_written(manager, body, vocabulary):
    run = read(manager, body, "Name;Art;Internetseite", "Frauencafé Nord;Verein;www.frauencafe.example")
    assert run.state == RunState.REVIEW
    row = only(run)
    assert (row.verdict, row.label, row.line) == ("new", "Frauencafé Nord", 2)
    assert row.values["website"] == "https://www.frauencafe.example"
    assert not Actor.objects.exists()


def test_what_is_struck_through_in_the_sheet_is_told_as_left_out(manager, body, vocabulary):
    run = actions.read_in(manager, body, name="liste.xlsx", data=struck_file())
    assert [row.label for row in run.rows.all()] == ["Chor"]
    assert [*run.left_out] == ["Akteure, Zeile 2 (durchgestrichen)"]


def test_what_could_not_be_published_afterwards_is_counted_once_and_before(manager, association):
    run = read(
        manager,
        association.body,
        "Name;Beschreibung;Telefon",
        "Tafel;;02599 10-3",
        "Chor;Singt mittwochs.;",
        "Brücke Lindenhagen e. V.;;02599 10-1",
    )
    assert only(run, label="Brücke Lindenhagen e. V.").verdict == "changed"
    assert lacking.undescribed(run) == {"actor": 1, "offer": 0}
    Actor.objects.update(description="")
    assert lacking.undescribed(run) == {"actor": 2, "offer": 0}


def test_rows_about_the_same_are_not_told_of_when_one_of_them_describes_it(manager, body, vocabulary):
    run = read(manager, body, "Name;E-Mail;Beschreibung", "Tafel;t@tafel.example;", "TAFEL e.V.;;Gibt Essen.")
    second = only(run, number=max(run.rows.values_list("number", flat=True)))
    actions.decide(manager, run, decisions={second.number: ("same", second.candidates[0]["key"])})
    assert only(run, number=second.number).verdict == "together"
    assert lacking.undescribed(run) == {"actor": 0, "offer": 0}


def test_the_same_actor_in_another_spelling_with_the_same_page_is_proposed_and_not_created(
    manager, association
):
    """Acceptance test 11."""
    Actor.objects.filter(pk=association.pk).update(website="https://www.bruecke.example/start/")
    run = read(
        manager,
        association.body,
        "Name;Internetseite",
        "Verein der Brücke zu Lindenhagen;http://bruecke.example/start",
    )
    row = only(run)
    assert row.verdict == "open"
    assert row.candidates[0]["key"] == association.public_id
    assert "gleiche Internetseite (bruecke.example/start)" in row.candidates[0]["reasons"]
    with pytest.raises(Refused, match="noch nicht entschieden"):
        actions.carry_out(manager, run)
    assert Actor.objects.count() == 1


def test_what_somebody_decides_is_what_happens(manager, association):
    run = read(
        manager,
        association.body,
        "Name;E-Mail;Telefon",
        "Brücke Lindenhagen und Umland e.V.;bruecke@lindenhagen.example;02599 10-77",
    )
    key = only(run).candidates[0]["key"]
    run = actions.decide(manager, run, decisions={1: ("same", key)})
    row = only(run)
    assert {each["label"]: each["after"] for each in row.differences} == {
        "Name": "Brücke Lindenhagen und Umland e.V.",
        "Telefon": "02599 10-77",
    }
    actions.carry_out(manager, run)
    association.refresh_from_db()
    assert (association.name, association.phone) == ("Brücke Lindenhagen und Umland e.V.", "02599 10-77")


@pytest.mark.parametrize(("choice", "actors"), [("new", 2), ("skip", 1)])
def test_a_proposal_can_be_new_or_skipped(manager, association, choice, actors):
    run = read(manager, association.body, "Name;E-Mail", "Brücke;bruecke@lindenhagen.example", "Ganz anders;")
    run = actions.decide(manager, run, decisions={1: (choice, "")})
    actions.carry_out(manager, run)
    assert Actor.objects.count() == actors + 1


def test_the_same_name_is_the_same_actor_and_only_what_differs_is_changed(manager, association):
    run = read(
        manager,
        association.body,
        "Name;E-Mail;Telefon",
        "Brücke Lindenhagen e. V.;bruecke@lindenhagen.example;02599 10-1",
    )
    row = only(run)
    assert (row.verdict, [each["label"] for each in row.differences]) == ("changed", ["Telefon"])


def test_an_empty_cell_takes_nothing_away(manager, association):
    run = read(manager, association.body, "Name;E-Mail", "Brücke Lindenhagen e. V.;")
    assert only(run).verdict == "unchanged"
    with pytest.raises(Refused, match="nichts zu übernehmen"):
        actions.carry_out(manager, run)


def test_unknown_is_not_no_and_not_zero(manager, association):
    run = read(
        manager,
        association.body,
        "Name;Anbieter;Nur ehrenamtlich;Plätze;Davon frei;Kosten",
        "A;Brücke Lindenhagen e. V.;;;;",
        "B;Brücke Lindenhagen e. V.;nein;12;0;0",
    )
    actions.carry_out(manager, run)
    unknown, known = Offer.objects.get(name="A"), Offer.objects.get(name="B")
    assert (unknown.volunteers_only, unknown.capacity, unknown.available, unknown.cost) == (
        None,
        None,
        None,
        "",
    )
    assert (known.volunteers_only, known.capacity, known.available, known.cost) == (False, 12, 0, "free")


def test_two_rows_of_one_file_about_the_same_are_proposed(manager, body, vocabulary):
    run = read(
        manager,
        body,
        "Name;Telefon;E-Mail",
        "Tafel Lindenhagen;02599 10-3;",
        "TAFEL Lindenhagen e.V.;;t@tafel.example",
    )
    second = only(run, number=2)
    assert (second.verdict, second.candidates[0]["key"]) == ("open", "@1")
    run = actions.decide(manager, run, decisions={2: ("same", "@1")})
    actions.carry_out(manager, run)
    actor = Actor.objects.get()
    assert (actor.name, actor.phone, actor.email) == ("Tafel Lindenhagen", "02599 10-3", "t@tafel.example")


def test_a_row_with_a_fault_says_sheet_line_and_column_in_a_plain_sentence(manager, body, vocabulary):
    run = read(
        manager,
        body,
        "Name;E-Mail;Handlungsfelder: berät",
        ";x@y.example;",
        "Rat und Tat;keine;Sprahe",
        name="vereine.csv",
    )
    missing, wrong = run.rows.order_by("line")
    assert (missing.sheet, missing.line, missing.verdict) == ("vereine", 2, "blocked")
    assert missing.problems[0]["sentence"] == "Es fehlt der Name."
    assert [each["column"] for each in wrong.problems] == ["E-Mail", *["Handlungsfelder: berät"] * 2]
    assert "gilt die Angabe als unvollständig" in wrong.problems[2]["sentence"]
    assert wrong.problems[0]["sentence"] == "„keine“ ist keine Mailadresse."
    assert "Gemeint vielleicht „Sprache“?" in wrong.problems[1]["sentence"]
    assert wrong.verdict == "new"
    assert "email" not in wrong.values


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sprahe", "sprache"),  # misspelled
        ("ausbildung", "arbeit und ausbildung"),  # a part of it
        ("sport und spiel", "sport"),
        ("boule", ""),
        ("handarbeit", ""),  # another word that only ends like it
    ],
)
def test_the_word_that_is_likely_meant_is_named(written, meant):
    assert nearest(written, ["arbeit und ausbildung", "arbeit", "sprache", "sport"]) == meant


@pytest.mark.parametrize("title", ["Stand", "Letzte Aktualisierung", "geprüft am"])
def test_a_column_of_days_that_is_not_called_so_is_asked_for(manager, body, vocabulary, title):
    """That the actor has said so lifts how complete the picture is: only who knows the list can say that."""
    run = read(manager, body, f"Angebot;Träger;{title}", "Chorprobe;Chor;03.02.2026")
    assert run.state == RunState.MAPPING
    assert run.tables[0]["columns"] == {"0": "name", "1": "actor"}


@pytest.mark.parametrize("header", ["Angebot;Träger", "Verein;Art"])
def test_a_column_called_as_in_the_template_says_when_it_was_confirmed(manager, body, vocabulary, header):
    run = read(manager, body, f"{header};Bestätigt am", "Chorprobe;Verein;03.02.2026")
    row = only(run, label="Chorprobe")
    assert (row.values["confirmed_on"], row.problems) == ("2026-02-03", [])


def test_an_offer_brings_its_actor_and_its_place_along(manager, body, vocabulary):
    run = read(
        manager,
        body,
        "Angebot;Träger;Adresse;Wann;Thema;Sprachen;Zielgruppe",
        "Deutsch im Park;Parkverein;Parkweg 1, 59999 Lindenhagen;dienstags 16-18 Uhr;Sprache;Deutsch, Arabisch;alle",
    )
    actions.carry_out(manager, run)
    offer = Offer.objects.get()
    assert (offer.actor.name, offer.groups_known, [each.code for each in offer.languages.all()]) == (
        "Parkverein", "everyone", ["ar", "de"],
    )  # fmt: skip
    site = offer.sites.get()
    assert (site.place.street_address, site.place.locality) == ("Parkweg 1", "Lindenhagen")
    assert (site.schedules.get().days, str(site.schedules.get().opens_at)) == ("TU", "16:00:00")
    assert [term.code for term in offer.fields.all()] == ["sprache"]


def test_an_offer_under_another_name_at_once_in_one_place_is_proposed(manager, body, vocabulary):
    head = "Angebot;Träger;Adresse;Wann"
    house = "Parkverein;Parkweg 1, 59999 Lindenhagen;dienstags 16-18 Uhr"
    actions.carry_out(manager, read(manager, body, head, f"Sprachcafé;{house}"))
    again = read(manager, body, head, f"Sprachkaffee im Park;{house}", f"Nähkurs;{house}")
    assert only(again, label="Sprachkaffee im Park").verdict == "open"
    assert only(again, label="Nähkurs").verdict == "new"
    within = read(
        manager,
        body,
        head,
        f"Deutschkurs A1;{house}",
        f"Deutschkurs A2;{house}",
        f"Chor;{house}",
        f"Chöre;{house}",
    )
    assert only(within, label="Deutschkurs A2").verdict == "new"
    assert only(within, label="Chöre").verdict == "open"


def test_reading_the_same_list_again_changes_nothing(manager, body, vocabulary):
    lines = (
        "Angebot;Träger;Adresse;Wann;Thema;Sprachen;Zielgruppe;Alter;Kosten",
        "Deutsch im Park;Parkverein;Parkweg 1, 59999 Lindenhagen;dienstags 16-18 Uhr;Sprache;Deutsch;Frauen;ab 16;12 €",
    )
    actions.carry_out(manager, read(manager, body, *lines))
    again = read(manager, body, *lines)
    assert {row.verdict for row in again.rows.all()} == {"unchanged"}


def test_columns_that_nobody_knows_are_asked_for_once_and_remembered(manager, body, vocabulary):
    lines = ("Wer;Wohin;Farbe", "Chor der Vielfalt;https://chor.example;grün")
    run = read(manager, body, *lines)
    assert run.state == RunState.MAPPING
    run = actions.map_columns(
        manager, run, sheets=[{"kind": "actor", "columns": {"0": "name", "1": "website"}}]
    )
    assert run.state == RunState.REVIEW
    assert "Farbe" in run.left_out
    again = read(manager, body, *lines)
    assert (again.state, only(again).values["website"]) == (RunState.REVIEW, "https://chor.example")
    assert ColumnMapping.objects.count() == 1


def test_a_mapping_without_a_name_or_with_one_field_twice_is_refused(manager, body):
    run = read(manager, body, "Wer;Wohin", "Chor;https://chor.example")
    for columns, sentence in (
        ({"1": "website"}, "in welcher Spalte „Name“"),
        ({"0": "name", "1": "name"}, "zweimal"),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.map_columns(manager, run, sheets=[{"kind": "actor", "columns": columns}])


def test_decisions_survive_leaving_and_comparing_anew(manager, association):
    run = read(manager, association.body, "Name;E-Mail", "Brücke;bruecke@lindenhagen.example")
    actions.decide(manager, run, decisions={1: ("new", "")})
    found = queries.run(manager, run.public_id)
    actions.compare_again(manager, found)
    assert only(found).verdict == "new"


def test_only_who_may_import_sees_a_run(manager, reader, body, vocabulary):
    run = read(manager, body, "Name;Art", "Chor;Verein")
    for act in (lambda: queries.run(reader, run.public_id), lambda: actions.carry_out(reader, run)):
        with pytest.raises(Forbidden):
            act()


def test_all_sheets_of_a_workbook_are_read_together(manager, body, vocabulary):
    data = excel_file(
        Akteure=[["Name", "Art", "Sitz"], ["Kulturverein", "Verein", "Altes Kino"]],
        Angebote=[["Name", "Anbieter", "Ort", "Plätze"], ["Filmabend", "Kulturverein", "Altes Kino", 40]],
        Orte=[
            ["Name", "Straße und Hausnummer", "PLZ", "Breite", "Länge"],
            ["Altes Kino", "Markt 1", 59999, 51.77, 8.05],
        ],
    )
    run = actions.read_in(manager, body, name="alles.xlsx", data=data)
    assert queries.counts(run)["new"] == 3
    actions.carry_out(manager, run)
    place = Place.objects.get()
    assert (place.postal_code, place.latitude) == ("59999", 51.77)
    assert Actor.objects.get().place == place
    assert Offer.objects.get().sites.get().place == place


def test_a_column_that_only_names_an_actor_does_not_rename_it(manager, association):
    run = read(
        manager, association.body, "Angebot;Träger;E-Mail", "Chorprobe;Die Brücke;bruecke@lindenhagen.example"
    )
    actor = only(run, kind="actor")
    assert actor.candidates[0]["key"] == association.public_id
    run = actions.decide(manager, run, decisions={actor.number: ("same", association.public_id)})
    actions.carry_out(manager, run)
    association.refresh_from_db()
    assert association.name == "Brücke Lindenhagen e. V."
    assert Offer.objects.get().actor == association
