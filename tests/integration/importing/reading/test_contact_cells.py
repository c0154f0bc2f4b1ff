"""Mail address, telephone number and name in one cell: the first two are taken, the last is not, and all is told."""

from __future__ import annotations

import pytest

from tests.integration.importing.rows import read, told


def reached(title, cell):
    actor = read(("Verein", "Rechtsform", title), ("Lehmhaus", "Verein", cell))[0]
    return actor.values.get("email", ""), actor.values.get("phone", ""), [each for _, each in told(actor)]


@pytest.mark.parametrize("title", ["Kontakt", "Mail/Tel.", "Telefon", "E-Mail"])
@pytest.mark.parametrize(
    "cell",
    [
        "ton@lehm.example / 02599 10-77",
        "02599 10-77; ton@lehm.example",
        "Tel. 02599 10-77, Mail: ton@lehm.example",
    ],
)
def test_both_are_found_in_whichever_column_they_stand(title, cell):
    assert reached(title, cell) == ("ton@lehm.example", "02599 10-77", [])


@pytest.mark.parametrize("title", ["Kontakt", "Telefon", "E-Mail"])
@pytest.mark.parametrize(
    ("cell", "mail", "phone"),
    [
        ("Fr. Zwirbel, ton@lehm.example", "ton@lehm.example", ""),
        ("Hr. Zwirbel 02599 10-77", "", "02599 10-77"),
        ("Pfr. Zwirbel, Do 15-18, 02599 10-77", "", "02599 10-77"),
    ],
)
def test_who_stands_beside_is_not_taken_and_not_quoted(title, cell, mail, phone):
    *found, said = reached(title, cell)
    assert found == [mail, phone]
    assert ["Name eines Menschen" in each and "Zwirbel" not in each for each in said] == [True]


@pytest.mark.parametrize("title", ["Kontakt", "Telefon", "E-Mail"])
def test_a_number_with_a_letter_among_its_figures_is_none(title):
    mail, phone, said = reached(title, "02599 10-8O")
    assert (mail, phone, len(said)) == ("", "", 1)


def test_a_second_mail_address_is_told():
    mail, _, said = reached("E-Mail", "ton@lehm.example; hof@lehm.example")
    assert (mail, ["„hof@lehm.example“" in each for each in said]) == ("ton@lehm.example", [True])


def test_a_second_number_is_told():
    _, phone, said = reached("Kontakt", "02599 10-77 (Büro) 02599 10-88 (Werkstatt)")
    assert (phone, "02599 10-88" in said[0]) == ("02599 10-77", True)


def test_a_column_of_its_own_says_more_than_a_mixed_one():
    header = ("Verein", "Rechtsform", "Telefon", "Kontakt")
    actor = read(header, ("Lehmhaus", "Verein", "02599 10-1", "02599 10-2; ton@lehm.example"))[0]
    assert (actor.values["phone"], actor.values["email"]) == ("02599 10-1", "ton@lehm.example")


@pytest.mark.parametrize("title", ["Kontakt", "Telefon", "E-Mail"])
def test_a_cell_with_neither_quotes_no_name(title):
    mail, phone, said = reached(title, "Frau Zwirbel")
    assert (mail, phone, len(said), "Zwirbel" in str(said)) == ("", "", 1, False)


@pytest.mark.parametrize("title", ["Kontakt", "Telefon", "E-Mail"])
def test_of_a_mistyped_number_no_part_is_taken(title):
    assert reached(title, "02599 10-85O")[1] == ""


def test_hours_beside_a_number_are_no_part_of_it():
    assert reached("Kontakt", "02599 10-77 (24 h)")[1] == "02599 10-77"


def test_an_extension_alone_lacks_its_area_code():
    mail, phone, said = reached("Mail/Tel.", "ton@lehm.example / 10-77")
    assert (mail, phone, said) == ("ton@lehm.example", "", ["In „10-77“ fehlt die Vorwahl."])
