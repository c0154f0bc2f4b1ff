"""Telephone numbers among what people write beside them; what is left out or in doubt is told."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.landscape.models import Actor
from tests.integration.importing.files import csv_file, excel_file


@pytest.fixture
def phone(manager, body, vocabulary):
    """The number of the one actor of a list, and what somebody is told."""

    def phone(cell):
        data = excel_file(Akteure=[["Name", "Art", "Telefon"], ["Chor", "Verein", cell]])
        run = actions.read_in(manager, body, name="a.xlsx", data=data)
        actions.carry_out(manager, run)
        return Actor.objects.get().phone, [
            each["sentence"] for row in run.rows.all() for each in row.problems
        ]

    return phone


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("Tel.: 02599 815 20", "02599 815 20"),
        ("Telefon 02599/8800", "02599/8800"),
        ("☎ 02599 77", "02599 77"),
    ],
)
def test_a_word_for_the_telephone_before_the_number_is_nothing_to_check(phone, cell, number):
    assert phone(cell) == (number, [])


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("02599 10-312 (vormittags)", "02599 10-312"),
        ("02599/555-0, Fax -10", "02599/555-0"),
        ("02599-12345 oder 02599-12346", "02599-12345"),
        ("02599-2233 od. 2244", "02599-2233"),
        ("02599 10-911/-912", "02599 10-911"),
        ("02599 7700 - 0 (Zentrale)", "02599 7700 - 0"),
    ],
)
def test_of_more_than_a_number_the_number_is_taken_and_the_rest_is_told(phone, cell, number):
    assert phone(cell) == (number, [f"Aus „{cell}“ wurde „{number}“ übernommen. Bitte prüfen."])


@pytest.mark.parametrize("beside", ["(Amal Beispiel)", "(Frau Zwirbel)", "oder Xabo Muster"])
def test_who_answers_is_neither_kept_nor_quoted(phone, beside):
    told = "Neben der Nummer „02599 10-3“ scheint der Name eines Menschen zu stehen; er wurde weggelassen."
    assert phone(f"02599 10-3 {beside}") == ("02599 10-3", [told])


@pytest.mark.parametrize("cell", ["02599", "02599/", "(02599)", "+49 2599"])
def test_an_area_code_alone_is_no_number(phone, cell):
    assert phone(cell) == ("", [f"„{cell}“ ist nur eine Vorwahl; die Rufnummer fehlt."])


@pytest.mark.parametrize("cell", ["10-602 (Zentrale)", "910", "10 804"])
def test_an_extension_without_its_number_is_none(phone, cell):
    assert phone(cell) == ("", [f"In „{cell}“ fehlt die Vorwahl."])


def test_a_number_that_lost_its_zero_is_told(phone):
    number, told = phone(259910311)
    assert number == "259910311"
    assert ["Vielleicht fehlt die Null" in each for each in told] == [True]


@pytest.mark.parametrize("cell", ["siehe Verein", "Zimmer 12345"])
def test_what_begins_with_something_else_is_no_number(phone, cell):
    assert phone(cell) == ("", [f"„{cell}“ ist keine Telefonnummer."])


@pytest.mark.parametrize(
    ("cell", "mail"),
    [
        ("post(at)linde.example", "post@linde.example"),
        ("post [at] linde.example", "post@linde.example"),
        ("E-Mail: post@linde.example", "post@linde.example"),
        ("mailto:post@linde.example", "post@linde.example"),
    ],
)
def test_a_mail_address_is_read_however_it_is_hidden(manager, body, vocabulary, cell, mail):
    run = actions.read_in(
        manager, body, name="a.csv", data=csv_file("Name;Art;E-Mail", f"Chor;Verein;{cell}")
    )
    assert run.rows.get().values["email"] == mail
