"""Lists of individuals are not read, whatever their columns are called, and nothing of them is stored."""

from __future__ import annotations

import json

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import ImportRow, ImportRun, RunState
from ratslinde.integration.importing.rules.persons.texts import personal_text
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file, excel_file

NEVER = (
    "Geburtsdatum", "geb. am", "Staatsangehörigkeit", "Nationalität", "Aufenthaltsstatus", "Aufenthaltstitel",
    "Religion", "Religionszugehörigkeit", "Konfession", "Herkunft", "Herkunftsland", "Migrationshintergrund",
    "Einreisedatum",
    "Date of birth", "Nationality", "Residence status",
    "Staatsang.", "Geb.", "Geb.-Datum", "Geschl.", "Nat.", "TN-Nr.", "Teilnehmer-ID", "Aufenthalt", "Aufenthalt seit",
    "Aktenzeichen", "AZR-Nr.", "Ankunft am", "Einreise", "In Deutschland seit",
)  # fmt: skip


@pytest.mark.parametrize("title", NEVER)
def test_columns_for_status_origin_or_religion_stop_any_file(manager, body, title):
    data = csv_file(f"Angebot;Träger;{title}", "Chor;Verein;x")
    with pytest.raises(Refused, match="nichts gespeichert") as refusal:
        actions.read_in(manager, body, name="a.csv", data=data)
    assert f"„{title}“" in refusal.value.message
    assert not ImportRun.objects.exists()


def test_given_and_family_names_without_an_organisation_stop_the_file(manager, body):
    data = excel_file(Liste=[["Vorname", "Nachname", "Telefon"], ["Erika", "Beispiel", "02599 10"]])
    with pytest.raises(Refused, match="„Vorname“ und „Nachname“"):
        actions.read_in(manager, body, name="a.xlsx", data=data)


@pytest.mark.parametrize(
    "names", [("Frau Beispiel", "Herr Muster", "Familie Probe"), ("Beispiel, Erika", "Muster, Max", "Probe, Petra"),
              ("Fatima Beispiel", "Thomas Muster", "Olena Probe", "Sportverein")],
)  # fmt: skip
def test_rows_that_are_mostly_people_stop_the_file(manager, body, names):
    with pytest.raises(Refused, match="überwiegend Namen"):
        actions.read_in(
            manager, body, name="a.csv", data=csv_file("Name;Telefon", *(f'"{name}";1' for name in names))
        )


PEOPLE = {
    "participants with a number": ("TN-Nr;Kürzel;Alter;Geschlecht;Staatsang.;Kurs", "1;AB;34;w;syrisch;A1"),
    "participants by letters": ("Kürzel;Alter;Geschlecht;Kurs", "AB;34;w;A1", "CD;19;m;A1"),
    "participants by name": ("Teilnehmer;Bemerkung", "Amal Haddad;Asylbewerber aus Syrien"),
    "families": ("Familie;Kinder;Ankunft;Unterkunft", "Haddad;3;2023;Lindenweg", "Beispiel;1;2024;Heim"),
    "members": ("Mitglied;Ort", "Olena Probe;Lindenhagen", "Chor der Vielfalt;Lindenhagen", "Ali Muster;"),
    "any column": ("Wer;Notiz", "Fatima Beispiel;neu", "Thomas Muster;"),
    "names turned around": ("Bewohner;Zimmer", "Probe Olena;3", "Muster Thomas;4"),
    "given name and name": ("Vorname;Name;Kurs", "Fatima;Beispiel;A1", "Thomas;Muster;A1"),
    "pupils of one course": ("Kurs;Vorname;Nachname", *("A1;Fatima;Beispiel",) * 3),
    "somebody beside a course": ("Kurs;Teilnehmerin", "A1;Fatima Beispiel", "A2;Olena Probe"),
    "some names that nobody knows": (
        "Wer;Notiz", "Fatima Beispiel;", "Xabo Muster;", "Yoluk Probe;", "Olena Baum;", "Ynge Strauch;",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lines", PEOPLE.values(), ids=PEOPLE)
def test_a_list_of_people_is_refused_and_nothing_of_it_is_kept(manager, body, vocabulary, lines):
    for data in (csv_file(*lines), excel_file(Liste=[line.split(";") for line in lines])):
        with pytest.raises(Refused, match="nichts gespeichert"):
            actions.read_in(manager, body, name="a", data=data)
    assert not ImportRun.objects.exists()


SOMEBODY = (
    ("Bezeichnung;Telefon", '"Yılmaz, Ayşe";02599 10-1', "so schreibt man den Namen"),
    ("Bezeichnung;Telefon", "Frau Elif Demir;02599 10-1", "so schreibt man den Namen"),
    ("Wer;Notiz", "Familie Stein;neu", "so schreibt man den Namen"),
    ("Bezeichnung;Datum", "Elif Demir;12.03.1984", "ein Datum wie ein Geburtstag"),
    ("Bezeichnung;Angabe", '"Zwirbel, Ruhlia";syrisch', "eine Staatsangehörigkeit"),
    ("Titel;Land", "Dr. Anna von Berg;Syrien", "ein Herkunftsland"),
    ("Bezeichnung;Telefon", "Elif Demir;0170 1234567", "eine Handynummer"),
    ("Kurs;Bezeichnung;Angabe", 'A1;"Yılmaz, Ayşe";01.02.1999', "ein Datum wie ein Geburtstag"),
)
"""A single row, and what gives it away."""


@pytest.mark.parametrize(("header", "line", "reason"), SOMEBODY, ids=[line for _, line, _ in SOMEBODY])
def test_one_row_about_somebody_is_refused_with_the_reason(manager, body, vocabulary, header, line, reason):
    with pytest.raises(Refused, match="nichts gespeichert") as refusal:
        actions.read_in(manager, body, name="a.csv", data=csv_file(header, line))
    assert reason in refusal.value.message
    assert not ImportRun.objects.exists()


FIRMS = (
    ("Bezeichnung;Telefon", "Praxis Dr. Anna Berg;0170 1234567"),
    ("Bezeichnung;Telefon", "Elif Demir Übersetzungen;0170 1234567"),
    ("Bezeichnung;Telefon;Gegründet", "Familie-Stein-Stiftung;0170 1234567;12.03.1984"),
    ("Bezeichnung;Telefon;Internetseite", "Elif Demir;0170 1234567;www.demir.example"),
    ("Bezeichnung;Telefon", "Ayşe's Nähstube;0170 1234567"),
    ("Name;Telefon;Sprachen", 'Brücke e. V.;02599 10;"Deutsch, Türkisch"'),
    ("Angebot;Datum;Treffpunkt", 'Sommerfest;12.07.2026;"Lindenhof, Ahornfurt"'),
    ("Angebot;Datum;Wer", "Lesung;12.07.2026;Anna Berg"),
    ("Name;Art;Sitz", 'Konsulat;Behörde;"Markt, Mia"'),
)


@pytest.mark.parametrize("lines", FIRMS, ids=[lines[1] for lines in FIRMS])
def test_one_row_about_a_firm_or_an_offer_is_read_whoever_it_is_named_after(manager, body, vocabulary, lines):
    assert actions.read_in(manager, body, name="a.csv", data=csv_file(*lines)).pk


def test_whom_to_ask_at_the_only_organisation_of_a_list_is_dropped(manager, body, vocabulary):
    data = csv_file("Verein;Betreuung;Telefon", "Chor der Vielfalt;Frau Elif Demir;02599 10")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    assert "Demir" not in str([run.tables, list(ImportRow.objects.values())])
    assert "Betreuung (Angaben zu einer Person)" in run.left_out


def test_people_in_the_column_that_is_to_name_actors_stop_the_run_and_its_tables_go(
    manager, body, vocabulary
):
    """In a description a name may stand; an actor is not to be called so."""
    lines = ("Verein;Beschreibung", 'Chor;"Probe, Xabo"', 'Sportverein;"Muster, Yoluk"', "Treff;offen")
    run = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    with pytest.raises(Refused, match="überwiegend Namen"):
        actions.map_columns(manager, run, sheets=[{"kind": "actor", "columns": {"1": "name"}}])
    run = ImportRun.objects.get()
    assert (run.state, run.tables, run.rows.count()) == (RunState.DISCARDED, [], 0)


HONEST = (
    ("Name;Art", "Anna-Schule;Verein", "St. Martin Gemeinde;Verein", "Maria Hilf e. V.;Verein"),
    ("Name;Religionsgemeinschaft;Status", "Moscheeverein;ja;aktiv"),
    ("Angebot;Träger;Herkunft der Mittel", "Chor;Verein;Land"),
    ("Verein;Vorname;Nachname", "Chor;Erika;Beispiel"),
    ("Verein;Ansprechpartner", "Chor;Fatima Beispiel", "Sportverein;Thomas Muster"),
    ("Verein;Kontaktperson;Mitgliederzahl", "Chor;Fatima Beispiel;40", "Sportverein;Thomas Muster;300"),
    ("Organisation;1. Vorsitz;Gründung", "Chor;Fatima Beispiel;1990", "Sportverein;Thomas Muster;1950"),
    ("Name;Verantwortlich;Art", "Chor;Fatima Beispiel;Verein", "Sportverein;Thomas Muster;Verein"),
    ("Angebot;Träger;Zielgruppe", "Treff;Chor;Familien", "Kurs;Chor;Familie", "Fest;Chor;Familien, Kinder"),
    ("Angebot;Träger;Teilnehmerzahl;Alter", "Treff;Chor;12;ab 16", "Kurs;Chor;8;6 bis 12"),
    ("Angebot;Träger;Teilnehmende;Alter", "Treff;Chor;Frauen;16", "Kurs;Chor;Jugendliche;12"),
    ("Angebot;Träger;Kinder;Familie;Geschlecht", "Treff;Chor;x;;alle", "Kurs;Chor;;x;nur Frauen"),
    ("Angebot;Träger;Thema", "Wohnhilfe;Chor;Unterkunft", "Kurs;Chor;Ankunft und Orientierung"),
    ("Angebot;Träger;Unterkunft", "Wohnhilfe;Chor;Beratung zur Unterkunft"),
    ("Name;Art", "Bäckerei Hans Müller;Firma", "Friseursalon Olena;Firma", "Fatimas Laden;Firma"),
    ("Angebot;Träger;Sprachen", '"Treff";Chor;"Deutsch, Arabisch"', 'Kurs;Chor;"Türkisch, Deutsch"'),
    ("Angebot;Träger;Stadtteile", 'Treff;Chor;"Nord, Süd"', 'Kurs;Chor;"Mitte, Nord"'),
    ("Name;Aufenthaltsraum;Gebäude;Gebühr", "Altes Kino;ja;Kino;12", "Rathaus;nein;Rathaus;"),
    ("Name;Nationale Vereinigung;Geschlossene Gruppe", "Chor;ja;nein"),
    ("Name;Straße und Hausnummer;Ort", "Chor;Paul-Klee-Ring;Bad Linden", "Verein;Hans-Sachs-Weg;Neu Linden"),
    ("Mitglied;Ort;Beitrag", "Caritas;Lindenhagen;12", "Sportverein Nord;Lindenhagen;40"),
    ("Netzwerk;Mitglieder", "Runder Tisch;12", "Bündnis;7"),
    ("Name;Familienzentrum;Kinderbetreuung", "Haus am Park;ja;ja"),
)


@pytest.mark.parametrize("lines", HONEST, ids=[lines[0] for lines in HONEST])
def test_lists_of_organisations_and_offers_are_read(manager, body, vocabulary, lines):
    assert actions.read_in(manager, body, name="a.csv", data=csv_file(*lines)).pk


def test_people_beside_organisations_are_dropped_whatever_their_column_is_called(manager, body, vocabulary):
    data = csv_file("Verein;Trainer", "Chor;Fatima Beispiel", "Sportverein;Thomas Muster")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    assert "Fatima" not in str([run.tables, list(ImportRow.objects.values())])
    assert "Trainer (Angaben zu einer Person)" in run.left_out


def test_whom_to_ask_is_neither_taken_over_nor_kept(manager, body, vocabulary):
    data = csv_file("Name;Art;Ansprechpartner;Handy", "Chor;Verein;Erika Beispiel;0170 123456")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    kept = str([run.tables, list(ImportRow.objects.values())])
    assert "Erika" not in kept
    assert "123456" not in kept
    assert "Ansprechpartner (Angaben zu einer Person)" in run.left_out


def test_a_refusal_says_which_rows_it_is_about(manager, body, vocabulary):
    data = csv_file("Stand Oktober;", "Name;Ort", *(f"Xabo Muster{letter};Ahornfurt" for letter in "abcdef"))
    with pytest.raises(Refused, match="Zeile 3, 4, 5, 6, 7, …") as refusal:
        actions.read_in(manager, body, name="a.csv", data=data)
    assert "Muster" not in refusal.value.message


def test_of_a_sheet_that_is_not_read_nothing_is_kept(manager, body, vocabulary):
    """Neither where nothing tells what it is, nor where somebody has said to leave it out."""
    data = excel_file(
        Akteure=[["Name", "Farbe"], ["Chor", "rot"]], Mehr=[["Ding", "Farbe"], ["Zwirbel", "blau"]]
    )
    run = actions.read_in(manager, body, name="a.xlsx", data=data)
    assert [(each["sheet"], len(each["rows"])) for each in run.tables] == [("Akteure", 1), ("Mehr", 0)]
    given = [{"kind": "actor", "columns": {"0": "name"}}, {"kind": "actor", "columns": {"0": "name"}}]
    with pytest.raises(Refused, match="nicht gespeichert"):
        actions.map_columns(manager, run, sheets=given)
    data = excel_file(
        Akteure=[["Name", "Farbe"], ["Chor", "rot"]], Orte=[["Name", "Farbe"], ["Rathaus", "blau"]]
    )
    run = actions.read_in(manager, body, name="a.xlsx", data=data)
    run = actions.map_columns(manager, run, sheets=[given[0], {"kind": "", "columns": {}}])
    assert [len(each["rows"]) for each in run.tables] == [1, 0]


def test_nobody_is_asked_what_a_name_means(manager, body, vocabulary):
    """A column may be called a vocabulary's by hand; the names in it are words of nothing."""
    lines = (
        "Angebot;Träger;Beschreibung;Farbe",
        "Treff;Chor;Fatima Beispiel;rot",
        "Kurs;Chor;Ruhlia Zwirbel;rot",
    )
    run = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    columns = {"0": "name", "1": "actor", "2": "groups"}
    run = actions.map_columns(manager, run, sheets=[{"kind": "offer", "columns": columns}])
    assert run.words == []
    said = str(list(run.rows.values_list("problems", flat=True)))
    assert "Name eines Menschen" in said
    assert not any(name in said for name in ("Fatima", "Zwirbel"))


@pytest.mark.parametrize("kind", ["organizations", "services"])
def test_objects_that_are_called_as_people_are_refused(manager, body, vocabulary, kind):
    named = [{"id": str(at), "name": name} for at, name in enumerate(("Fatima Beispiel", "Thomas Muster"))]
    with pytest.raises(Refused, match="nichts gespeichert"):
        actions.read_in(manager, body, name="a.json", data=json.dumps({kind: named}).encode())
    assert not ImportRun.objects.exists()


def test_objects_that_tell_something_of_somebody_are_refused(manager, body, vocabulary):
    hsds = {"services": [{"id": "1", "name": "Hilfe", "description": "Frau Zwirbel, Duldung, sucht Wohnung"}]}
    with pytest.raises(Refused, match="besonders geschützte") as refused:
        actions.read_in(manager, body, name="a.json", data=json.dumps(hsds).encode())
    assert "Zwirbel" not in refused.value.message
    assert not ImportRun.objects.exists()


TEXTS = {
    "für Maria Popescu, geb. 3.4.1985, Duldung": "ein Geburtsdatum",
    "kommt mit Ahmad Yusuf (geduldet)": "besonders geschützte",
    "Frau Zwirbel, muslimisch, sucht eine Wohnung": "besonders geschützte",
    "Familie Haddad aus Syrien": "Herkunft",
    "für Fam. Zwirbel, subsidiärer Schutz": "besonders geschützte",
    "Ahmad Yusuf, Jahrgang 1985": "Geburtsjahr",
    "Dabei: Ahmad Yusuf, Maria Popescu, Olena Probe": "Reihe von Namen",
    "AZR-Nr. 850403123456": "Register",
}


@pytest.mark.parametrize(("text", "reason"), TEXTS.items(), ids=TEXTS)
def test_what_a_sentence_says_of_somebody_is_found(text, reason):
    assert reason in personal_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Demir berät zu Aufenthalt, Duldung und Einbürgerung.",
        "Beratung bei Duldung, Anmeldung bei Maria Popescu",
        "Vorstand: Anna Berg, Thomas Stein, Maria Wolf",
        "Für Kinder, geboren 2024 bis 2026",
        "Für Menschen mit Duldung oder Aufenthaltsgestattung",
        "Gegründet am 3.4.1985",
        "Paul Klee Gesamtschule; geflüchtete Jugendliche aus Syrien",
    ],
)
def test_who_advises_and_whom_an_offer_is_for_is_no_record_of_anybody(text):
    assert personal_text(text) == ""
