"""What somebody has said of a column holds for columns of that name, in whichever list they stand."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.models import RunState
from tests.integration.importing.files import csv_file


@pytest.fixture
def read(manager, body, vocabulary):
    def read(header, *rows):
        cells = ";".join("x" for _ in header.split(";"))
        return actions.read_in(manager, body, name="liste.csv", data=csv_file(header, *(rows or [cells])))

    return read


@pytest.fixture
def taught(manager, read):
    """Somebody has said what the columns of a list are of which none explains itself."""
    run = read("Was;Bei wem;Wie oft;Farbe")
    columns = {"0": "name", "1": "actor", "2": "times"}
    return actions.map_columns(manager, run, sheets=[{"kind": "offer", "columns": columns}])


def columns_of(run):
    (table,) = run.tables
    return table["kind"], {table["header"][int(at)]: field for at, field in table["columns"].items()}


def test_a_list_with_one_column_more_keeps_what_was_said_of_the_others(taught, read):
    run = read("Was;Bei wem;Wie oft;Farbe;Größe")
    assert run.state == RunState.MAPPING  # somebody has to say what the new one is
    assert columns_of(run) == ("offer", {"Was": "name", "Bei wem": "actor", "Wie oft": "times"})


def test_nobody_is_asked_where_each_column_is_known(taught, read):
    assert read("Farbe;Wie oft;Bei wem;Was").state == RunState.REVIEW
    run = read("Was;Bei wem;Wie oft;Telefon")
    assert run.state == RunState.REVIEW
    assert columns_of(run)[1]["Telefon"] == "phone"


def test_a_column_that_was_left_out_is_left_out_again(manager, read):
    run = read("Angebot;Träger;Telefon;Ding")
    actions.map_columns(manager, run, sheets=[{"kind": "offer", "columns": {"0": "name", "1": "actor"}}])
    assert columns_of(read("Angebot;Träger;Telefon;E-Mail"))[1] == {
        "Angebot": "name", "Träger": "actor", "E-Mail": "email",
    }  # fmt: skip


def test_the_last_word_about_a_column_holds_for_every_list(manager, taught, read):
    run = read("Was;Bei wem;Farbe;Größe")
    columns = {"0": "name", "1": "actor", "2": "note"}
    actions.map_columns(manager, run, sheets=[{"kind": "offer", "columns": columns}])
    assert columns_of(read("Was;Bei wem;Wie oft;Farbe"))[1]["Farbe"] == "note"


def test_what_is_known_of_offers_is_not_said_of_actors(manager, taught, read):
    run = read("Wer;Farbe")
    actions.map_columns(manager, run, sheets=[{"kind": "actor", "columns": {"0": "name", "1": "note"}}])
    assert columns_of(read("Wer;Farbe;Größe")) == ("actor", {"Wer": "name", "Farbe": "note"})
    assert "Farbe" not in columns_of(read("Was;Bei wem;Wie oft;Farbe"))[1]


def test_a_field_is_filled_by_one_column_only(manager, taught, read):
    kind, columns = columns_of(read("Was;Bei wem;Wie oft;Angebot"))
    assert (kind, columns["Was"]) == ("offer", "name")
    assert "Angebot" not in columns


def test_a_title_in_two_languages_is_known_by_its_first(read):
    run = read("Angebot / Teklif;Verein\n(dernek);Sprachen / Diller;Alter (Jahre)".replace("\n", " "))
    assert columns_of(run)[1] == {
        "Angebot / Teklif": "name", "Verein (dernek)": "actor", "Sprachen / Diller": "languages",
        "Alter (Jahre)": "ages",
    }  # fmt: skip


def test_a_title_that_names_two_columns_is_none_of_them(read):
    assert "Zeiten / Ort" not in columns_of(read("Angebot;Träger;Zeiten / Ort"))[1]
