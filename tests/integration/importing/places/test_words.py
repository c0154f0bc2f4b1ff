"""What stands in the column of the place and is none: it says how an offer reaches people, or stays as a hint."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.rules.places.words import NoPlace, no_place
from ratslinde.integration.landscape.models import Actor, Offer, Place
from tests.integration.importing.files import csv_file


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("online", "online"), ("nur digital", "online"), ("per Zoom", "online"), ("Videokonferenz", "online"),
        ("Online (Zoom)", "online"), ("online via Teams", "online"), ("digital über Teams", "online"),
        ("im Internet", "online"),
        ("zu Hause", "outreach"), ("aufsuchend", "outreach"), ("Hausbesuche", "outreach"),
        ("bei den Familien zu Hause", "outreach"), ("bei Ihnen zu Hause", "outreach"),
        ("zuhause bei den Familien", "outreach"),
        ("vor Ort", "on_site"), ("in Präsenz", "on_site"),
        ("vor Ort und online", "hybrid"), ("hybrid", "hybrid"), ("in Präsenz oder online", "hybrid"),
    ],
)  # fmt: skip
def test_how_an_offer_reaches_people_is_told_where_a_place_is_expected(text, mode):
    assert no_place(text) == NoPlace(mode, is_whole=True)


@pytest.mark.parametrize(
    "text",
    [
        "per Telefon", "telefonisch", "wechselnd", "wechselnde Orte", "verschiedene Orte", "an verschiedenen Schulen",
        "wird noch bekannt gegeben", "Ort nach Absprache", "siehe Internetseite",
        "s. Homepage", "im Haus", "überall", "je nach Gruppe", "verschiedene Orte im Kreisgebiet",
        "bei Interesse melden",
        "im Winter Halle, im Sommer Platz", "https://zoom.example/j/1", "Frauenhaus (Adresse nicht öffentlich)",
        "Postfach 1022, 59999 Lindenhagen",
        "mobil", "mobil in allen Stadtteilen", "bei uns im Verein", "zu Hause und online",
    ],
)  # fmt: skip
def test_words_for_no_certain_place_are_none(text):
    assert no_place(text) == NoPlace("")


def test_details_behind_online_are_no_place():
    assert no_place("online, Passwort auf Anfrage") == NoPlace("online")


@pytest.mark.parametrize(
    "text", ["Café Welt oder online", "online oder im Café Welt", "Café Welt / Zoom", "online und Café Welt"]
)
def test_a_place_beside_online_stays_one(text):
    assert no_place(text) == NoPlace("hybrid", place="Café Welt")


HONEST = """
Online-Café
Internetcafé
Café Digital
Digitale Werkstatt
Zoo
Teamhaus
Telefonseelsorge
Haus der Begegnung
Haus am Ort
Wechselstube
Videothek
Mobile Küche
Offener Treff
Schule an der Linde und Kita Sonne
Marktplatz (draußen)
Bürgerhaus / Saal
Vorort-Büro
Zuhause im Quartier e. V.
Familienzentrum Regenbogen
Praxis Präsent
Hof Ahorn
Ringstraße 5, 59999 Lindenhagen
Bibliothek, Lernraum
Kirche St. Anna
Sporthalle II
VHS
Rathaus, Foyer
Freie Schule
Mehrgenerationenhaus
Verschiedenes e. V.
""".strip().splitlines()


@pytest.mark.parametrize("text", HONEST)
def test_names_of_places_stay_places(text):
    assert no_place(text) is None


def read(manager, body, *lines):
    run = actions.read_in(manager, body, name="a.csv", data=csv_file(*lines))
    actions.carry_out(manager, run)
    return [each["sentence"] for row in run.rows.all() for each in row.problems]


def test_an_online_offer_has_no_place_and_nothing_to_check(manager, body, vocabulary):
    told = read(manager, body, "Angebot;Träger;Ort", "Chor;Verein;online", "Tanz;Verein;zu Hause")
    assert [*Offer.objects.order_by("name").values_list("name", "mode")] == [
        ("Chor", "online"),
        ("Tanz", "outreach"),
    ]
    assert (told, Place.objects.count()) == ([], 0)


def test_where_nobody_can_go_to_stays_as_a_hint_and_somebody_is_told(manager, body, vocabulary):
    told = read(manager, body, "Angebot;Träger;Ort", "Chor;Verein;wechselnde Orte")
    assert told == ["„wechselnde Orte“ ist kein Ort. Es steht als Hinweis beim Angebot."]
    assert (Offer.objects.get().sites.get().note, Place.objects.count()) == ("wechselnde Orte", 0)


def test_what_the_list_says_of_the_mode_counts_more(manager, body, vocabulary):
    read(manager, body, "Angebot;Träger;Durchführung;Ort", "Chor;Verein;hybrid;online")
    assert Offer.objects.get().mode == "hybrid"


@pytest.mark.parametrize("title", ["Adresse", "Straße"])
def test_the_columns_of_an_address_may_say_it_as_well(manager, body, vocabulary, title):
    read(manager, body, f"Angebot;Träger;{title}", "Chor;Verein;online")
    assert (Offer.objects.get().mode, Place.objects.count()) == ("online", 0)


def test_a_row_of_the_list_that_is_called_online_is_a_place(manager, body, vocabulary):
    lines = "Standort;Art;Internetadresse", "Online;Im Internet;www.linde.example"
    read(manager, body, *lines)
    assert Place.objects.get().kind == "virtual"


def test_the_seat_of_an_actor_is_not_online(manager, body, vocabulary):
    told = read(manager, body, "Verein;Sitz", "Chor;online")
    assert told == ["„online“ ist kein Ort und wurde weggelassen."]
    assert (Actor.objects.get().place, Place.objects.count()) == (None, 0)
