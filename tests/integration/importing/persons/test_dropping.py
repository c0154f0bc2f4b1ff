"""Columns that name people are left out; those that only look like it stay."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.persons.dropping import private_columns
from ratslinde.integration.importing.rules.persons.refusing import NOBODY
from ratslinde.integration.importing.rules.persons.subjects import is_private
from ratslinde.integration.importing.rules.tables import Row, Table

DAYS = ("Mo", "Di/Do", "Mittwoch", "Fr.", "Mo u. Mi", "Sa", "Mo", "Mittwoch")
HEADER = ("Sportangebot", "Verein")


def table(title, cells):
    rows = tuple(Row(at, (f"Kurs {at}", "Turnverein", cell)) for at, cell in enumerate(cells, 2))
    return Table("Angebote", (*HEADER, title), rows)


def test_days_of_the_week_are_nobodys_names():
    assert private_columns(table("Tag", DAYS), {1: "actor"}, NOBODY) == frozenset()


def test_a_column_of_given_and_family_names_is_left_out_whatever_it_is_called():
    names = ("Amal Beispiel", "Xabo Muster", "Petra Probe", "Erika Zwirbel")
    assert private_columns(table("Notiz", names), {1: "actor", 2: "note"}, NOBODY) == {2}


@pytest.mark.parametrize(
    "title", ["AP Name", "AP-Telefon", "Tel. AP", "ASP", "geändert von", "zuletzt bearbeitet durch"]
)
def test_a_column_about_whom_to_ask_or_who_keeps_the_list_is_left_out(title):
    assert is_private(title)


@pytest.mark.parametrize("title", ["geändert am", "Kapazität", "App", "Bezirk AS"])
def test_a_column_that_only_sounds_like_it_is_kept(title):
    assert not is_private(title)
