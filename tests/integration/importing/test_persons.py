"""Lists of individuals are not read, whatever their columns are called, and nothing of them is stored."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import ImportRow, ImportRun
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file, excel_file

NEVER = (
    "Geburtsdatum", "geb. am", "Staatsangehörigkeit", "Nationalität", "Aufenthaltsstatus", "Aufenthaltstitel",
    "Religion", "Religionszugehörigkeit", "Konfession", "Herkunft", "Herkunftsland", "Migrationshintergrund",
    "Einreisedatum",
    "Date of birth", "Nationality", "Residence status",
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


@pytest.mark.parametrize(
    "lines",
    [
        ("Name;Art", "Anna-Schule;Verein", "St. Martin Gemeinde;Verein", "Maria Hilf e. V.;Verein"),
        ("Name;Religionsgemeinschaft;Status", "Moscheeverein;ja;aktiv"),
        ("Angebot;Träger;Herkunft der Mittel", "Chor;Verein;Land"),
        ("Verein;Vorname;Nachname", "Chor;Erika;Beispiel"),
    ],
)
def test_organisations_are_read_although_they_are_called_after_people(manager, body, vocabulary, lines):
    assert actions.read_in(manager, body, name="a.csv", data=csv_file(*lines)).pk


def test_whom_to_ask_is_neither_taken_over_nor_kept(manager, body, vocabulary):
    data = csv_file("Name;Art;Ansprechpartner;Handy", "Chor;Verein;Erika Beispiel;0170 123456")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    kept = str([run.tables, list(ImportRow.objects.values())])
    assert "Erika" not in kept
    assert "123456" not in kept
    assert "Ansprechpartner (Angaben zu einer Person)" in run.left_out
