"""A whole address where the name of a place is expected becomes street, postal code and town, and finds its place."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.rules.whole_addresses import Whole, whole_address
from ratslinde.integration.landscape import actions as landscape
from ratslinde.integration.landscape.models import Actor, Offer, Place
from tests.integration.importing.files import csv_file

TOWNS = frozenset({"ahornfurt"})
ACTOR = ("Name;Straße;PLZ;Ort", "Verein;Ahornstr. 10;59998;Ahornfurt")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ahornstraße 10, 59998 Ahornfurt", Whole("", "Ahornstraße 10", "59998", "Ahornfurt")),
        ("Ahornstraße 10 59998 Ahornfurt", Whole("", "Ahornstraße 10", "59998", "Ahornfurt")),
        ("Ahornstr. 10a; D-59998 Ahornfurt", Whole("", "Ahornstr. 10a", "59998", "Ahornfurt")),
        ("Ahornstraße 10\n59998 Ahornfurt", Whole("", "Ahornstraße 10", "59998", "Ahornfurt")),
        ("Am Markt 1-3, 59998 Ahornfurt", Whole("", "Am Markt 1-3", "59998", "Ahornfurt")),
        ("Haus der Kulturen, Ahornstraße 10, 59998 Ahornfurt",
         Whole("Haus der Kulturen", "Ahornstraße 10", "59998", "Ahornfurt")),
        ("Ahornstraße 10, Ahornfurt", Whole("", "Ahornstraße 10", "", "Ahornfurt")),
        ("Am Markt 3, Ahornfurt", Whole("", "Am Markt 3", "", "Ahornfurt")),
        ("Ahornweg 3", Whole("", "Ahornweg 3", "", "")),
        ("Haus der Kulturen, Ahornweg 3", Whole("Haus der Kulturen", "Ahornweg 3", "", "")),
        ("Haus der Kulturen", None),
        ("Haus der Kulturen, Ahornfurt", None),
        ("Raum 3", None),
        ("Raum 3, 59998 Ahornfurt", None),
        ("Sportplatz 2", None),
        ("Kita 4, Ahornfurt", None),
        ("Ahornfurt", None),
        ("59998 Ahornfurt", None),
        ("online", None),
        ("Ahornstraße", None),
        ("Ahornstraße 10, 2. Etage", None),
    ],
)  # fmt: skip
def test_what_is_a_whole_address(text, whole):
    assert whole_address(text, TOWNS) == whole


@pytest.fixture
def carried(manager, body, vocabulary):
    def carried(*lines, name="a.csv"):
        run = actions.read_in(manager, body, name=name, data=csv_file(*lines))
        return actions.carry_out(manager, run)

    return carried


def addresses():
    return [(each.name, each.street_address, each.postal_code, each.locality) for each in Place.objects.all()]


@pytest.mark.parametrize("title", ["Wo", "Ort", "Veranstaltungsort"])
def test_an_address_in_the_column_of_the_place_fills_its_fields(carried, title):
    carried(f"Angebot;Träger;{title}", 'Chor;Verein;"Ahornstraße 10, 59998 Ahornfurt"')
    assert addresses() == [("Ahornstraße 10, Ahornfurt", "Ahornstraße 10", "59998", "Ahornfurt")]


def test_the_place_that_the_list_of_actors_has_made_is_found(carried):
    carried(*ACTOR)
    carried(
        "Angebot;Träger;Wo",
        'Chor;Verein;"Ahornstraße 10, 59998 Ahornfurt"',
        'Tanz;Verein;"Ahornstr.10, Ahornfurt"',
    )
    assert Place.objects.count() == 1
    assert {site.place for offer in Offer.objects.all() for site in offer.sites.all()} == {
        Actor.objects.get().place
    }


def test_the_name_before_the_address_is_the_name_of_the_place(carried):
    carried("Angebot;Träger;Wo", 'Chor;Verein;"Haus der Kulturen, Ahornstraße 10, 59998 Ahornfurt"')
    assert addresses() == [("Haus der Kulturen", "Ahornstraße 10", "59998", "Ahornfurt")]


def test_a_place_that_is_only_an_address_by_name_is_found_and_filled(manager, body, carried):
    """As earlier versions have made them."""
    landscape.add_place(manager, body, name="Ahornstraße 10, 59998 Ahornfurt")
    carried("Angebot;Träger;Wo", 'Chor;Verein;"Ahornstr. 10, 59998 Ahornfurt"')
    assert [each[1:] for each in addresses()] == [("Ahornstr. 10", "59998", "Ahornfurt")]


def test_two_places_of_one_address_are_doubles(manager, body, vocabulary):
    landscape.add_place(manager, body, name="Ahornstraße 10, 59998 Ahornfurt")
    landscape.add_place(manager, body, name="Alte Post", street_address="Ahornstr. 10", postal_code="59998")
    assert len(queries.duplicates(manager, body, kind="place")) == 1


def test_the_same_address_in_two_spellings_is_one_place(carried):
    carried(
        "Angebot;Träger;Wo",
        'Chor;Verein;"Ahornstraße 10, 59998 Ahornfurt"',
        'Tanz;Verein;"Ahornstr. 10, 59998 Ahornfurt"',
    )
    assert Place.objects.count() == 1


def test_an_address_in_the_column_of_the_town_or_of_a_places_name_is_one(carried):
    carried("Name;Art;Ort", 'Verein;;"Ahornstraße 10, 59998 Ahornfurt"')
    carried("Standort;Barrierefrei", '"Birkenweg 2, 59998 Ahornfurt";ja', name="orte.csv")
    assert sorted(addresses()) == [
        ("Ahornstraße 10, Ahornfurt", "Ahornstraße 10", "59998", "Ahornfurt"),
        ("Birkenweg 2, Ahornfurt", "Birkenweg 2", "59998", "Ahornfurt"),
    ]


def test_the_same_list_again_changes_nothing(manager, body, carried):
    lines = "Angebot;Träger;Wo", 'Chor;Verein;"Ahornstraße 10, 59998 Ahornfurt"'
    carried(*lines)
    run = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    assert {row.verdict for row in run.rows.all()} == {"unchanged"}
