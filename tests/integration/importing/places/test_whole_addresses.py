"""A whole address where the name of a place is expected becomes street, postal code and town, and finds its place."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions, queries
from ratslinde.integration.importing.rules.places.likely_addresses import likely_address
from ratslinde.integration.importing.rules.places.rooms import is_room, name_and_room
from ratslinde.integration.importing.rules.places.whole_addresses import Whole, whole_address
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
        ("Kirche St. Anna, Kirchplatz 2, 59998 Ahornfurt, Saal 2",
         Whole("Kirche St. Anna", "Kirchplatz 2", "59998", "Ahornfurt", "Saal 2")),
        ("Lindenweg 3 (Hinterhaus), 59998 Ahornfurt", Whole("", "Lindenweg 3", "59998", "Ahornfurt", "Hinterhaus")),
        ("Lindenweg 3, Hinterhaus, 59998 Ahornfurt", Whole("", "Lindenweg 3", "59998", "Ahornfurt", "Hinterhaus")),
        ("VHS, 2. OG, Schulstr. 9, Ahornfurt", Whole("VHS", "Schulstr. 9", "", "Ahornfurt", "2. OG")),
        ("Gemeindesaal St. Josef, Josefstr. 3, Ahornfurt",
         Whole("Gemeindesaal St. Josef", "Josefstr. 3", "", "Ahornfurt")),
        ("c/o Diakonie, Ringstr. 5, 59998 Ahornfurt", Whole("", "Ringstr. 5", "59998", "Ahornfurt", "c/o Diakonie")),
        ("Schulstr. 9, Sporthalle 2, 59998 Ahornfurt", Whole("", "Schulstr. 9", "59998", "Ahornfurt", "Sporthalle 2")),
        ("59998 Ahornfurt, Ahornweg 7", Whole("", "Ahornweg 7", "59998", "Ahornfurt")),
        ("Ringstr. 5 - 59998 Ahornfurt", Whole("", "Ringstr. 5", "59998", "Ahornfurt")),
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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("VHS, Raum 204", ("VHS", "Raum 204")),
        ("Bürgerhaus / Saal", ("Bürgerhaus", "Saal")),
        ("Rathaus - 2. Etage", ("Rathaus", "2. Etage")),
        ("Haus der Kulturen, Ahornfurt", ("Haus der Kulturen, Ahornfurt", "")),
        ("Rathaus, Ratssaal", ("Rathaus", "Ratssaal")),
        ("Kita Sonne / Kita Mond", ("Kita Sonne / Kita Mond", "")),
        ("BBZ, R. 7", ("BBZ", "R. 7")),
        ("BBZ 1. OG", ("BBZ", "1. OG")),
        ("BBZ Keller", ("BBZ", "Keller")),
        ("Wollhaus, gr. Saal", ("Wollhaus", "gr. Saal")),
        ("Wirtshaus Hahn (Saal)", ("Wirtshaus Hahn", "Saal")),
        ("Kreishaus Moorau Zi. 0.14", ("Kreishaus Moorau", "Zi. 0.14")),
        ("Bunter Keller", ("Bunter Keller", "")),
        ("Haus der Kulturen (Nordseite)", ("Haus der Kulturen (Nordseite)", "")),
    ],
)
def test_a_room_behind_the_name_is_a_room(text, parts):
    assert name_and_room(text) == parts


@pytest.mark.parametrize(
    "text",
    ["1. OG", "Zi. 112", "Keller", "R. 3", "Raum 3a", "EG", "gr. Saal", "Tor 3", "2. Stock", "E12", "R. E14"],
)
def test_a_room_alone_is_no_house(text):
    assert is_room(text)


@pytest.mark.parametrize(
    "text", ["Kita 3", "Haus Rosa", "Halle", "Bunter Keller", "Hofgarten", "Treffpunkt", "Egon", "K"]
)
def test_a_house_is_no_room(text):
    assert not is_room(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Am Erlbach 2", ("", "Am Erlbach 2", "")),
        ("Kirchplatz 4", ("", "Kirchplatz 4", "")),
        ("Westring 101", ("", "Westring 101", "")),
        ("Am Erlbach 11b, Mensa", ("", "Am Erlbach 11b", "Mensa")),
        ("zu Gast in Kirchplatz 4", ("", "Kirchplatz 4", "")),
        ("derzeit zu Gast im Kirchweg 4", ("", "Kirchweg 4", "")),
        ("Wollhaus, Marktpl. 1", ("Wollhaus", "Marktpl. 1", "")),
        ("Wollhaus Erlenallee 30", ("Wollhaus", "Erlenallee 30", "")),
        ("Weberstr. 12, Halle 2", ("", "Weberstr. 12", "Halle 2")),
        ("Weberstr. 12, Geb. C, 1. Stock", ("", "Weberstr. 12", "Geb. C, 1. Stock")),
        ("Bolzwiese am Sportplatz Westring 4", ("Bolzwiese am Sportplatz", "Westring 4", "")),
        ("Weberstr. 21 HH", ("", "Weberstr. 21", "HH")),
    ],
)
def test_what_sounds_like_an_address_is_one(text, parts):
    found = likely_address(text)
    assert found is not None
    assert (found.name, found.street, found.room) == parts


@pytest.mark.parametrize(
    "text",
    ["Sportplatz 2", "Wochenmarkt 3", "Gruppe am Ring 2, Moorau", "Erlenallee 30, Moorau", "Raum 3", "Kita 3",
     "Bahnhof 3", "Haus der Kulturen", "Weberstr. 3 oder Kirchplatz 4, Saal 1 und 2"],
)  # fmt: skip
def test_what_may_be_a_name_or_holds_a_town_is_not_guessed_at(text):
    assert likely_address(text) is None


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


HOUSE = "Kirche St. Anna, Kirchplatz 2, 59998 Ahornfurt, Saal 2"


@pytest.mark.parametrize("title", ["Adresse", "Anschrift", "Wo"])
def test_of_an_offer_the_house_the_address_and_the_room_go_where_they_belong(carried, title):
    carried(f"Angebot;Träger;{title}", f'Chor;Verein;"{HOUSE}"')
    assert addresses() == [("Kirche St. Anna", "Kirchplatz 2", "59998", "Ahornfurt")]
    assert Offer.objects.get().sites.get().note == "Saal 2"


@pytest.mark.parametrize("title", ["Adresse", "Anschrift"])
def test_of_an_actor_the_room_stays_readable_in_its_note(carried, title):
    carried(f"Verein;{title};Notiz", f'Chor;"{HOUSE}";montags geschlossen')
    assert addresses() == [("Kirche St. Anna", "Kirchplatz 2", "59998", "Ahornfurt")]
    assert Actor.objects.get().note == "montags geschlossen; Saal 2"


def test_the_house_before_the_street_is_the_place_also_where_other_columns_say_the_town(carried):
    carried("Verein;Straße;PLZ;Ort", 'Chor;"Haus der Vielfalt, Ringstraße 5";59998;Ahornfurt')
    assert addresses() == [("Haus der Vielfalt", "Ringstraße 5", "59998", "Ahornfurt")]


def test_somebody_before_the_street_is_no_place(manager, body, vocabulary):
    lines = (
        "Angebot;Träger;Wo",
        'Chor;Verein;"Elif Demir, Ringstr. 5, 59998 Ahornfurt"',
        "Tanz;Verein;Rathaus",
    )
    run = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    actions.carry_out(manager, run)
    assert ("Ringstr. 5, Ahornfurt", "Ringstr. 5", "59998", "Ahornfurt") in addresses()
    assert not Place.objects.filter(name__contains="Demir").exists()


def test_a_town_that_a_later_row_tells_parts_the_earlier_ones_at_once(manager, body, carried):
    """Else the same list would say something else when it is read again: by then the town is known."""
    lines = (
        "Verein;Adresse",
        'Chor;"Ahornweg 3, Birkenau"',
        'Tanz;"Ahornweg 5, 59997 Birkenau"',
        'Treff;"Ahornweg 7, Hinterhaus"',
    )
    run = carried(*lines)
    assert [each["sentence"][:22] for row in run.rows.all() for each in row.problems] == [
        "Ob in „Ahornweg 7, Hin"
    ]
    before = addresses()
    assert ("Ahornweg 3, Birkenau", "Ahornweg 3", "", "Birkenau") in before
    again = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    assert {row.verdict for row in again.rows.all()} == {"unchanged"}


def test_the_name_of_the_town_alone_is_no_place(carried):
    carried("Angebot;Träger;Wo;Straße", "Chor;Verein;Lindenhagen;Ahornweg 3", "Tanz;Verein;Lindenhagen;")
    assert addresses() == [("Ahornweg 3, Lindenhagen", "Ahornweg 3", "", "Lindenhagen")]
    assert Offer.objects.get(name="Tanz").sites.get().note == "Lindenhagen"


def test_a_place_that_stands_under_the_name_with_the_room_is_that_place(manager, body, vocabulary):
    """'Brücke, Vereinsraum' may be the name of a place: a list that names it makes no second one 'Brücke'."""
    landscape.add_place(manager, body, name="Brücke, Vereinsraum")
    data = csv_file("Name;Sitz", '"Brücke e. V.";"Brücke, Vereinsraum"')
    actions.carry_out(manager, actions.read_in(manager, body, name="a.csv", data=data))
    assert (Actor.objects.get().place.name, Place.objects.count()) == ("Brücke, Vereinsraum", 1)
