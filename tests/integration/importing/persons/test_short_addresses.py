"""'Fr. Zwirbel' and 'Hr. Zwirbel' are somebody, wherever they stand; a Friday is nobody."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.persons.dropping import private_columns, without_names
from ratslinde.integration.importing.rules.persons.names import is_addressed
from ratslinde.integration.importing.rules.persons.refusing import NOBODY, refuse_names, refuse_persons
from ratslinde.integration.importing.rules.persons.texts import personal_text
from ratslinde.integration.importing.rules.tables import Row, Table
from ratslinde.kernel.errors import Refused

CONTACTS = ("Fr. Zwirbel", "Hr. Xabo", "Pfr. Muster", "Fr. Probe", "Quirin")


def courses(title, cells=CONTACTS):
    rows = tuple(
        Row(at, (f"Töpferkurs {at}", f"Verein Lehm {at}", cell, "Di 16 Uhr"))
        for at, cell in enumerate(cells, 2)
    )
    return Table("Kurse", ("Titel", "Träger", title, "Zeiten"), rows)


@pytest.mark.parametrize("cell", ["Fr. Zwirbel", "Hr. Zwirbel", "Pfr. Zwirbel", "Pastorin Zwirbel", "Fr. Z."])
def test_short_forms_address_somebody(cell):
    assert is_addressed(cell)


@pytest.mark.parametrize("cell", ["Fr. Nachmittag", "Fr. abends", "Fr. 16", "Fr."])
def test_a_friday_is_nobody(cell):
    assert not is_addressed(cell)


def test_a_column_of_contacts_beside_titles_and_providers_is_left_out_not_refused():
    table = courses("Name")
    refuse_persons(table)
    assert private_columns(table, {0: "name", 1: "actor"}, NOBODY) == {2}


def test_contacts_are_not_taken_for_the_names_of_offers_even_where_somebody_says_so():
    with pytest.raises(Refused, match="Namen einzelner Menschen"):
        refuse_names(courses("Was"), 2)


def test_a_name_in_brackets_beside_a_word_goes_and_the_word_stays():
    assert without_names("arabisch (Hr. Xabo), kurdisch (Sorani)", NOBODY) == "arabisch, kurdisch (Sorani)"


@pytest.mark.parametrize(
    "text",
    [
        "NICHT VERÖFFENTLICHEN: Fr. Z. privat 02599 10-44",
        "Hr. Xabo, privat: 0171 5550",
        "Bitte nicht weitergeben: Frau Zwirbel geht im Mai",
        "Frau Zwirbel (privat zwirbel@post.example)",
    ],
)
def test_what_nobody_is_to_read_about_somebody_halts(text):
    assert personal_text(text) == "eine vertrauliche Angabe neben dem Namen eines Menschen"


@pytest.mark.parametrize(
    "text",
    [
        "Frau Zwirbel leitet den privaten Träger",
        "Mo–Do 8–12, Fr. Nachmittag geschlossen",
        "Adresse nicht veröffentlichen",
        "Frau Zwirbel berät auch privat Versicherte",
    ],
)
def test_what_is_private_of_nobody_does_not(text):
    assert personal_text(text) == ""
