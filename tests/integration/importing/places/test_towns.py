"""The cell of a town: with postal code, with a quarter, mistyped."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.places.towns import (
    code_and_town,
    is_one_letter_off,
    misspelt_towns,
)
from ratslinde.integration.importing.rules.stated import Stated
from tests.integration.importing.rows import read, told

HEADER = ("Verein", "Straße", "PLZ / Ort", "Rechtsform")
KNOWN = {"towns": frozenset({"lindenhagen"}), "codes": {"59999": frozenset({"Lindenhagen"})}}


def place(street, town, **words):
    actor, *others = read(HEADER, ("Lehmhaus", street, town, "Verein"), **{**KNOWN, **words})
    return actor, others[0] if others else Stated(number=0, kind="place", sheet="", line=0, label="")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("59999 Lindenhagen", ("59999", "Lindenhagen")),
        ("D-59999 Lindenhagen", ("59999", "Lindenhagen")),
        ("59999, Lindenhagen", ("59999", "Lindenhagen")),
        ("59999", ("59999", "")),
        ("Lindenhagen", ("", "Lindenhagen")),
        ("Lindenhagen 59999", ("59999", "Lindenhagen")),
        ("59999 Lindenhagen (Mühlviertel)", ("59999", "Lindenhagen (Mühlviertel)")),
        ("5999 Lindenhagen", ("", "5999 Lindenhagen")),
    ],
)
def test_a_cell_is_parted_into_postal_code_and_town(cell, found):
    assert code_and_town(cell) == found


def test_both_go_to_the_place_of_the_street():
    actor, found = place("Lehmweg 4", "59999 Lindenhagen")
    assert (told(actor), found.values["postal_code"], found.values["locality"]) == (
        [],
        "59999",
        "Lindenhagen",
    )


def test_a_quarter_in_brackets_is_the_social_space_of_that_name():
    _, found = place("Lehmweg 4", "59999 Lindenhagen (Mühlviertel)", spaces={"muehlviertel": "space1"})
    assert (found.values["locality"], found.values["space"]) == ("Lindenhagen", "space1")


def test_another_word_in_brackets_stays_readable():
    actor, found = place("Lehmweg 4", "59999 Lindenhagen (am Bach)")
    assert (found.values["locality"], actor.values["note"]) == ("Lindenhagen", "am Bach")


def test_a_town_with_a_letter_too_few_is_asked_about_and_left_out():
    actor, found = place("Lehmweg 4", "59999 Lindnhagen")
    assert ("locality" in found.values, found.values["postal_code"]) == (False, "59999")
    assert [(column, "„Lindenhagen“" in sentence) for column, sentence in told(actor)] == [
        ("PLZ / Ort", True)
    ]


def test_a_town_of_another_postal_code_may_be_called_nearly_the_same():
    _, found = place("Lehmweg 4", "58888 Lindnhagen")
    assert found.values["locality"] == "Lindnhagen"


def test_a_spelling_that_stands_once_beside_many_others_is_asked_about_also_in_a_strange_town():
    cells = ["58888 Moorbeck"] * 3 + ["58888 Morbeck"]
    assert misspelt_towns(cells, {}) == {"morbeck": "Moorbeck"}
    assert misspelt_towns(cells[2:], {}) == {}


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("abc", "abxc", True),
        ("abc", "acb", True),
        ("abc", "abx", True),
        ("abc", "abcde", False),
        ("oberau", "unterau", False),
    ],
)
def test_one_letter_is_little(one, other, off):
    assert is_one_letter_off(one, other) is off


def test_postal_code_and_town_of_what_is_no_street_stay_with_it():
    actor, _ = place("Vereinsheim am Teich", "59999 Lindenhagen")
    assert actor.values["note"] == "Vereinsheim am Teich; 59999 Lindenhagen"
