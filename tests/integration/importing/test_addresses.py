"""An address in one cell is parted into street and town where that is certain; else somebody is told."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import OfferSite, Place
from tests.integration.importing.files import csv_file

UNSURE = "ist nicht sicher, denn die Postleitzahl fehlt"


@pytest.fixture
def place(manager, body, vocabulary):
    """The seat of the one actor of a list."""

    def place(header, cell):
        run = actions.read_in(manager, body, name="a.csv", data=csv_file(f"Name;{header}", f'Chor;"{cell}"'))
        told = [each["sentence"] for row in run.rows.all() for each in row.problems]
        actions.carry_out(manager, run)
        found = Place.objects.exclude(name="Altes Haus").get()
        return (found.street_address, found.postal_code, found.locality), told

    return place


@pytest.mark.parametrize("header", ["Adresse", "Anschrift", "Straße und Hausnummer"])
@pytest.mark.parametrize("town", ["Lindenhagen", "Stadt Lindenhagen"])
def test_the_name_of_the_town_behind_the_comma_is_the_town(place, header, town):
    assert place(header, f"Ahornweg 3, {town}") == (("Ahornweg 3", "", town), [])


@pytest.mark.parametrize("header", ["Adresse", "Anschrift"])
def test_a_town_in_which_a_known_place_lies_is_one(manager, body, place, header):
    landscape.add_place(manager, body, name="Altes Haus", locality="Ahornfurt")
    assert place(header, "Ahornweg 3, Ahornfurt") == (("Ahornweg 3", "", "Ahornfurt"), [])


def test_what_nobody_knows_as_a_town_stays_in_the_street_and_is_told(place):
    found, told = place("Adresse", "Ahornweg 3, Hinterhaus")
    assert found == ("Ahornweg 3, Hinterhaus", "", "")
    assert [UNSURE in each for each in told] == [True]


def test_in_a_column_for_the_street_an_annex_is_nothing_to_check(place):
    assert place("Straße", "Ahornweg 3, Hinterhaus") == (("Ahornweg 3, Hinterhaus", "", ""), [])


@pytest.mark.parametrize("header", ["Adresse", "Anschrift"])
def test_with_a_postal_code_nothing_is_in_doubt(place, header):
    assert place(header, "Ahornweg 3, 59998 Ahornfurt") == (("Ahornweg 3", "59998", "Ahornfurt"), [])


def test_a_town_that_has_a_column_of_its_own_is_not_replaced(place):
    found, _ = place("Straße;Ort", 'Ahornweg 3, Lindenhagen";"Ahornfurt')
    assert found == ("Ahornweg 3, Lindenhagen", "", "Ahornfurt")


def test_another_spelling_of_the_same_address_is_no_change(manager, body, vocabulary):
    lines = (
        "Name;Straße;PLZ;Ort",
        "Chor;Ahornstraße 1;59999;Lindenhagen",
        "Theater;Ahornstr. 1;59999;Lindenhagen",
    )
    actions.carry_out(manager, actions.read_in(manager, body, name="a.csv", data=csv_file(*lines)))
    assert Place.objects.count() == 1
    other = (
        "Name;Straße;PLZ;Ort",
        "Chor;Ahornstr.1;59999;lindenhagen",
        "Theater;AHORNSTRASSE 1;59999;Lindenhagen",
    )
    for again in (lines, other):
        run = actions.read_in(manager, body, name="a.csv", data=csv_file(*again))
        assert {(row.label, row.verdict) for row in run.rows.exclude(verdict="unchanged")} == set()


def test_what_is_no_street_is_a_hint_and_no_address(manager, body, vocabulary):
    data = csv_file("Angebot;Träger;Straße", "Probe;Chor;Rathaus Oberlinden")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    told = [each["sentence"] for row in run.rows.all() for each in row.problems]
    actions.carry_out(manager, run)
    site = OfferSite.objects.get()
    assert (site.place, site.note) == (None, "Rathaus Oberlinden")
    assert ["ist keine Straße mit Hausnummer" in each for each in told] == [True]
