"""What the columns are called: in two rows, as questions, and where a bare name is somebody else's."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.files.separated import table_of
from ratslinde.integration.importing.rules.files.sheets import read
from ratslinde.integration.importing.rules.headers import assign, kind_of, likely_kind
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons.subjects import is_private
from ratslinde.integration.importing.rules.tables import Row
from tests.integration.importing.files import excel_file

UPPER = ("Nr.", "Was läuft", "", "Für Rückfragen", "", "")
GROUPS = ("Nr.", "Angebot", "", "Kontakt", "", "")
NAMES = ("", "Titel", "Träger", "Name", "Telefon", "E-Mail")
LINE = ("1", "Töpferrunde", "Lehmhaus", "Fr. Zwirbel", "02599 10-77", "ton@lehmhaus.example")


def table(*rows):
    return table_of("Kurse", [Row(at, row) for at, row in enumerate(rows, 1)])


def fields(kind, *header):
    return {header[at]: field for at, field in assign(KINDS[kind], header).items()}


def test_a_name_below_the_heading_of_contacts_is_a_contact_and_the_title_names_the_offer():
    found = table(GROUPS, NAMES, LINE)
    assert found.header == ("Nr.", "Angebot: Titel", "Träger", "Kontakt: Name", "Telefon", "E-Mail")
    assert [len(found.rows), kind_of("Kurse", found.header)] == [1, "offer"]
    named = fields("offer", *found.header)
    assert (named["Angebot: Titel"], named["Träger"]) == ("name", "actor")
    assert "Kontakt: Name" not in named or is_private("Kontakt: Name")
    assert is_private("Kontakt: Name")


def test_a_title_of_the_whole_list_is_no_heading():
    found = table(("Was in der Stadt los ist", "", ""), ("Titel", "Träger", "Name"), ("a", "b", "c"))
    assert found.header == ("Titel", "Träger", "Name")


def test_a_heading_that_nobody_knows_changes_no_name():
    assert table(UPPER, NAMES, LINE).header == ("Nr.", "Titel", "Träger", "Name", "Telefon", "E-Mail")


def test_names_that_stand_below_several_headings_are_told_apart():
    groups = ("Anbieter", "", "Angebot", "")
    found = table(
        groups, ("Name", "Telefon", "Name", "Telefon"), ("Lehmhaus", "02599 1", "Töpfern", "02599 2")
    )
    assert found.header == ("Anbieter: Name", "Anbieter: Telefon", "Angebot: Name", "Angebot: Telefon")
    named = fields("offer", *found.header)
    assert (named["Anbieter: Name"], named["Angebot: Name"]) == ("actor", "name")


def test_names_below_a_row_that_is_itself_full_of_names_still_belong_to_the_header():
    upper, below = ("Angebot", "Anbieter", "Ort", "Kontakt", ""), ("", "", "", "Telefon", "E-Mail")
    found = table(
        upper, below, ("Töpfern", "Lehmhaus", "Hof", "02599 1", "a@b.example"), ("x", "y", "z", "", "")
    )
    assert (found.header, len(found.rows)) == (("Angebot", "Anbieter", "Ort", "Telefon", "E-Mail"), 2)


def test_a_row_of_a_list_is_no_second_row_of_its_header():
    found = table(("Angebot", "Anbieter", ""), ("Kurs A", "Verein", "frei"), ("Töpfern", "Lehmhaus", ""))
    assert (found.header, len(found.rows)) == (("Angebot", "Anbieter"), 2)


def test_merged_cells_of_a_workbook_are_read_so_as_well():
    (found,) = read(excel_file(Kurse=[["Liste"], [], GROUPS, NAMES, LINE, LINE]))
    assert (found.header[1], found.header[3], len(found.rows)) == ("Angebot: Titel", "Kontakt: Name", 2)


@pytest.mark.parametrize("title", ["Titel", "Angebot", "Kurs", "Kurstitel"])
def test_beside_a_title_a_bare_name_names_no_offer(title):
    assert fields("offer", "Name", title, "Träger") == {title: "name", "Träger": "actor"}


def test_columns_that_ask_are_understood():
    header = (
        "Wer macht's?",
        "Was?",
        "Wo?",
        "Wann?",
        "Für wen?",
        "Kosten?",
        "Mail/Tel.",
        "Wofür gut?",
        "Sprache?",
    )
    assert kind_of("Tabelle1", header) == "offer"
    assert [*dict(sorted(assign(KINDS["offer"], header).items())).values()] == [
        "actor", "name", "place", "times", "groups", "cost", "reached", "fields", "languages",
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["PLZ Ort", "PLZ/Ort", "PLZ, Ort", "PLZ und Ort", "Postleitzahl/Ort"])
@pytest.mark.parametrize("kind", ["actor", "offer", "place"])
def test_postal_code_and_town_in_one_column_are_the_town(kind, title):
    assert fields(kind, "Bezeichnung", title)[title] == "locality"


def test_weekday_hours_and_rhythm_are_parts_of_the_times():
    header = ("Angebot", "Träger", "Wochentag", "von", "bis", "Turnus")
    assert [*fields("offer", *header).values()][2:] == ["weekday", "opens", "closes", "rhythm"]


def test_what_the_other_columns_are_about_is_supposed_where_none_names_the_rows():
    assert likely_kind(("Ding", "Wann", "Kosten", "Für wen")) == "offer"
    assert likely_kind(("Ding", "Farbe")) == ""
