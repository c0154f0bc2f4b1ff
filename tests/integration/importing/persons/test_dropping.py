"""Columns that name people are left out; those that only look like it stay."""

from __future__ import annotations

from ratslinde.integration.importing.rules.persons.dropping import private_columns
from ratslinde.integration.importing.rules.persons.refusing import NOBODY
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
