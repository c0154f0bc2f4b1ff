"""What may be the same, and why."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.importing.rules.likeness.profiles import Profile, bare_name, phone_key, web_key
from ratslinde.integration.importing.rules.likeness.similarity import matches
from ratslinde.integration.importing.rules.likeness.slots import ANYWHERE, Slot, slots_of


def graded(kind: str, one: dict, other: dict) -> tuple[str, tuple[str, ...]]:
    found = matches(kind, [Profile(key="@1", **one)], [Profile(key="old", **other)]).get("@1", [])
    return (found[0].grade, found[0].reasons) if found else ("", ())


def test_legal_forms_umlauts_and_little_words_do_not_part_names():
    assert bare_name("Die Brücke e. V.") == bare_name("BRUECKE e.V.") == "bruecke"
    assert (
        web_key("https://www.Bruecke.example/Start/?q=1")
        == web_key("bruecke.example/start")
        == "bruecke.example/start"
    )
    assert phone_key("+49 (0)2599 10-20") == phone_key("02599/1020") == "25991020"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ({"name": "A", "ids": frozenset("x")}, {"name": "B", "ids": frozenset("x")}, "certain"),
        ({"name": "Chor der Vielfalt"}, {"name": "chor  der vielfalt"}, "certain"),
        ({"name": "Chor der Vielfalt e. V."}, {"name": "Chor Vielfalt"}, "likely"),
        ({"name": "Chor", "website": "a.example/b"}, {"name": "Amt", "website": "http://www.a.example/b/"}, "possible"),
        ({"name": "Chor", "email": "A@b.example"}, {"name": "Verein", "email": "a@b.example"}, "possible"),
        ({"name": "Chor Linde", "email": "a@b.example"}, {"name": "Linde", "email": "a@b.example"}, "likely"),
        ({"name": "Chor", "email": "a@b.example", "website": "b.example"}, {"name": "Verein", "email": "a@b.example",
        "website": "b.example"}, "likely"),
        ({"name": "Arbeiterwohlfahrt Ortsverein Moorau"}, {"name": "AWO OV Moorau e. V."}, "likely"),
        ({"name": "AWO"}, {"name": "Arbeiterwohlfahrt Kreisverband Moorau"}, "possible"),
        ({"name": "Ev. Pfarrgem. Moorau"}, {"name": "Evangelische Pfarrgemeinde Moorau"}, "likely"),
        ({"name": "Ev. Pfarrgem."}, {"name": "Evangelische Pfarrgemeinde Moorau"}, "possible"),
        ({"name": "Kath. Pfarrgem. Moorau"}, {"name": "Evangelische Pfarrgemeinde Moorau"}, ""),
        ({"name": "Wasserwerk f. Moor u. Heide"}, {"name": "Wasserwerk für Moor und Heide"}, "likely"),
        ({"name": "Strickb. Moorwerk"}, {"name": "Moorwerk gGmbH, Strickberatung"}, "likely"),
        ({"name": "Dt. Rotes Kreuz, KV Moorau"}, {"name": "DRK Kreisverband Moorau"}, "likely"),
        ({"name": "Stricker-Gilde"}, {"name": "Strickergilde"}, "likely"),
        ({"name": "Stadtteilz. Moor"}, {"name": "Stadtteilzentrum Heide"}, ""),
        ({"name": "Moorcenter"}, {"name": "Kommunales Moorcenter Heide"}, "possible"),
        ({"name": "Chor", "phone": "02599 1020"}, {"name": "Verein", "phone": "+49 2599 10-20"}, "possible"),
        ({"name": "Frauentreff Nord"}, {"name": "Frauentref Nord"}, "likely"),
        ({"name": "Grundschule Nordviertel"}, {"name": "Grundschule Südviertel"}, ""),
        ({"name": "Kita 3 Lindenhagen"}, {"name": "Kita 4 Lindenhagen"}, ""),
        ({"name": "Chor", "point": (51.77, 8.05)}, {"name": "Amt", "point": (51.77, 8.05)}, ""),
        ({"name": "Nähstube Markt", "point": (51.77, 8.05)}, {"name": "Nähstube", "point": (51.77005, 8.05)},
        "possible"),
        ({"name": "Fachbereich Bauen", "address": "Lindenplatz 1"}, {"name": "Fachbereich Bildung",
        "address": "Lindenplatz 1"}, ""),
        ({"name": "Heimatverein Lindenhagen", "address": "Markt 6"}, {"name": "Kulturverein Lindenhagen",
        "address": "Markt 6", "point": (51.77, 8.05)}, ""),
        ({"name": "Kita 3 Linde", "address": "Markt 6"}, {"name": "Kita 4 Linde", "address": "Markt 6"}, ""),
        ({"name": "Nähstube am Markt", "address": "Lindenstr. 3 a"}, {"name": "Nähstube",
        "address": "Lindenstraße 3a"}, "possible"),
        ({"name": "Frauentreff Nord", "address": "Markt 6"}, {"name": "Frauntref Nord",
        "address": "Markt 6"}, "likely"),
        ({"name": "Heimatverein", "phone": "02599 1020", "address": "Markt 6"}, {"name": "Chor", "phone": "02599 1020",
        "address": "Markt 6"}, "possible"),
    ],
)  # fmt: skip
def test_actors(one, other, level):
    assert graded("actor", one, other)[0] == level


@pytest.mark.parametrize(
    ("short", "long", "reason"),
    [
        ("VHS", "Volkshochschule (VHS)", "Kurzform des Namens"),
        ("V.H.S.", "Volkshochschule (VHS)", "Kurzform des Namens"),
        ("DRK", "Deutsches Rotes Kreuz", "Kurzform des Namens"),
        ("DRK", "Deutsches Rotes Kreuz Kreisverband Lindenhagen e. V.", "Kurzform des Namens"),
        ("VfK", "Verein für Kultur", "Kurzform des Namens"),
        ("FWA Linde", "Freiwilligenagentur Linde", "Kurzform des Namens"),
        ("SF Linde", "Sportfreunde Linde 1921", "Kurzform des Namens"),
        ("MGH", "Mehrgenerationenhaus Linde", "Kurzform des Namens"),
        ("Caritas", "Caritasverband Lindenhagen", "Name beginnt gleich"),
        ("Die Brücke", "Brücke Lindenhagen e. V.", "Name beginnt gleich"),
    ],
)
def test_a_short_form_is_proposed_from_both_sides(short, long, reason):
    for one, other in ((short, long), (long, short)):
        assert graded("actor", {"name": one}, {"name": other}) == ("possible", (reason,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AWO", "Deutsches Rotes Kreuz"),
        ("SF Linde", "Sportfreunde Moor"),
        ("SV Linde", "Sportfreunde Linde"),
        ("Kreuz", "Deutsches Rotes Kreuz"),
        ("Tanz", "Verein Tanz und Tat"),
        ("A", "Amt"),
    ],
)
def test_what_is_no_short_form_is_not_proposed(one, other):
    assert graded("actor", {"name": one}, {"name": other}) == ("", ())


def test_all_are_offered_that_begin_with_a_single_word_and_those_of_the_own_town_first():
    three = [
        Profile(key=name, name=name)
        for name in ("Moorcenter Heide", "Moorcenter Linde", "Moorcenter Kreis Au")
    ]
    found = matches("actor", [Profile(key="@1", name="Moorcenter")], three, town=frozenset({"linde"}))["@1"]
    assert {each.key for each in found} == {each.key for each in three}
    assert (found[0].key, found[0].grade) == ("Moorcenter Linde", "possible")


def test_a_beginning_of_two_words_or_of_many_says_nothing():
    two = [Profile(key=name, name=name) for name in ("Stadt Linde Laden", "Stadt Linde Beratung")]
    assert matches("actor", [Profile(key="@1", name="Stadt Linde")], two) == {}
    assert matches("actor", [Profile(key="@1", name="Stadt Linde")], two[:1]).keys() == {"@1"}
    many = [Profile(key=name, name=f"Caritas Haus {name * 3}") for name in "abcdefgh"]
    assert matches("actor", [Profile(key="@1", name="Caritas")], many) == {}


def test_the_towns_name_is_nothing_that_two_names_have_in_common():
    one, other = (
        Profile(key=name, name=name, email="a@b.example") for name in ("NAJU Linde", "Werkbank Linde")
    )
    found = matches("actor", [one], [other], town=frozenset({"linde"}))
    assert [(each.grade, each.reasons) for each in found["NAJU Linde"]] == [
        ("possible", ("gleiche Mailadresse (a@b.example)",))
    ]


@pytest.mark.parametrize("shared", [{"phone": "02599 100"}, {"email": "info@stadt.example"}])
def test_what_three_are_reached_by_says_nothing_by_itself(shared):
    names = ("Amt für Bildung", "Bücherei", "Chor", "Fachdienst Soziales", "Fachdienst Sozialess")
    stated = [Profile(key=name, name=name, **shared) for name in names]
    assert matches("actor", stated[:2], []).keys() == {"Bücherei"}
    assert matches("actor", stated[:3], []) == {}
    assert {key: rows[0].grade for key, rows in matches("actor", stated, []).items()} == {
        "Fachdienst Sozialess": "likely"
    }


def test_a_list_that_is_read_again_does_not_make_a_number_common():
    two = [Profile(key=name, name=name, phone="02599 1020") for name in ("Chor", "Bücherei")]
    again = [Profile(key=f"@{each.name}", name=each.name, phone=each.phone) for each in two]
    assert [row.key for row in matches("actor", again, two)["@Chor"]] == ["Chor", "Bücherei"]


def test_offers_of_one_actor_are_told_apart_by_their_names_not_by_its_website():
    shared = {"owner": "a", "website": "https://a.example/", "phone": "02599 1020"}
    assert graded("offer", {"name": "Nähkurs", **shared}, {"name": "Schwimmkurs", **shared})[0] == ""
    assert graded("offer", {"name": "Nähkurs", **shared}, {"name": "Nähkurse", **shared})[0] == "likely"
    assert graded("offer", {"name": "Nähkurs", "owner": "a"}, {"name": "Nähkurs", "owner": "b"})[0] == ""


def test_offers_in_the_same_house_are_told_apart_by_their_names():
    house = {"point": (51.77, 8.05), "website": "https://a.example/"}
    for owner in ("a", "b"):
        one, other = {"name": "Deutschkurs A1", "owner": "a"}, {"name": "Deutschkurs A2", "owner": owner}
        assert graded("offer", one | house, other | house)[0] == ""
        assert graded("offer", one | house, other | house | {"name": "Deutschkurse A1"})[0] != ""


TUESDAY = frozenset({Slot("markt 6", "TU", "16:00", "18:00")})


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Sprachcafé", "Sprachkaffee", "possible"),
        ("Sprachcafé", "Sprachkaffee am Markt", "possible"),
        ("Deutschkurs A1", "Deutschkurs A2", ""),
        ("Deutschkurs A1.1", "Deutschkurs A1.2", ""),
        ("Spielgruppe I", "Spielgruppe II", ""),
        ("Nähkurs", "Schwimmkurs", ""),
    ],
)
def test_offers_of_one_actor_at_once_in_one_place_may_be_called_differently(one, other, level):
    here = {"owner": "a", "slots": TUESDAY}
    assert graded("offer", {"name": one, **here}, {"name": other, **here})[0] == level


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"owner": "b"},
        {"slots": frozenset({Slot("markt 7", "TU", "16:00", "18:00")})},
        {"slots": frozenset({Slot("markt 6", "WE", "16:00", "18:00")})},
        {"slots": frozenset({Slot("markt 6", "TU", "18:00", "20:00")})},
    ],
)
def test_another_actor_place_day_or_hour_tells_such_offers_apart(elsewhere):
    one = {"name": "Sprachcafé", "owner": "a", "slots": TUESDAY}
    assert graded("offer", one, one | {"name": "Sprachkaffee am Markt"} | elsewhere)[0] == ""


HOUR = {"owner": "a", "slots": frozenset({Slot("h", "TU", "08:45", "11:15")})}
SOMEWHERE = {"owner": "a", "slots": frozenset({Slot(ANYWHERE, "TU", "08:45", "11:15")})}
ELSEWHERE = {"owner": "a", "slots": frozenset({Slot("k", "TU", "08:45", "11:15")})}


@pytest.mark.parametrize(
    ("one", "other", "elsewhere", "level"),
    [
        ("Strickkurs für Männer A1-A2", "Strickkurs A1/A2 mit Betreuung", SOMEWHERE, "possible"),
        ("Strickkurs für Männer A1-A2", "Strickkurs A1/A2 mit Betreuung", ELSEWHERE, ""),
        ("Strickkurs A1", "Strickkurs A2", SOMEWHERE, ""),
        ("Strickkurs", "Ruderclub", SOMEWHERE, ""),
        ("Männer-Treff Internat.", "Männertreff International", SOMEWHERE, "likely"),
    ],
)
def test_offers_of_one_actor_at_one_hour_are_asked_about_unless_they_are_in_two_places(
    one, other, elsewhere, level
):
    assert graded("offer", {"name": one, **HOUR}, {"name": other, **elsewhere})[0] == level


def test_offers_whose_actors_may_be_one_are_asked_about():
    one = {"name": "Strickkurse", "owner": "@7", "perhaps": "a"}
    assert graded("offer", one, {"name": "Strickkurse", "owner": "a"}) == (
        "possible",
        ("gleicher Name", "vielleicht gleicher Anbieter"),
    )
    assert graded("offer", {**one, "perhaps": ""}, {"name": "Strickkurse", "owner": "a"}) == ("", ())


def test_the_reasons_say_that_both_are_at_once():
    here = {"owner": "a", "slots": TUESDAY}
    said = graded("offer", {"name": "Sprachcafé", **here}, {"name": "Sprachkaffee am Markt", **here})[1]
    assert said[1:] == ("gleicher Anbieter", "zur gleichen Zeit am gleichen Ort")
    assert said[0].startswith("Name zu ")


def test_the_slots_of_a_schedule_are_its_weekdays_and_nothing_where_something_is_unknown():
    monthly = slots_of("h", days="2TU,-1FR", start=None, opens="16:00:00", closes=None)
    assert set(monthly) == {Slot("h", "TU", "16:00", "16:00"), Slot("h", "FR", "16:00", "16:00")}
    once = slots_of(
        "h", days="", start=datetime.date(2026, 3, 3), opens=datetime.time(9), closes=datetime.time(10)
    )
    assert list(once) == [Slot("h", "TU", "09:00", "10:00")]
    assert list(slots_of("h", days="TU", start=None, opens=None, closes=None)) == []
    assert list(slots_of("", days="TU", start=None, opens="16:00", closes=None)) == []


def test_places_within_ten_metres_are_proposed():
    near = graded(
        "place",
        {"name": "Altes Kino", "point": (51.77, 8.05)},
        {"name": "Saal", "point": (51.77006, 8.05006)},
    )
    assert near == ("likely", ("weniger als 10 Meter entfernt",))
    assert (
        graded("place", {"name": "A", "point": (51.77, 8.05)}, {"name": "B", "point": (51.7702, 8.05)})[0]
        == ""
    )
    other = graded(
        "place", {"name": "Haus", "address": "Lindenstraße 3"}, {"name": "Zentrum", "address": "Lindenstr. 3"}
    )
    assert other[0] == "likely"


def test_the_only_place_without_an_address_is_compared_with_one_that_has_one():
    assert (
        graded("place", {"name": "Brücke", "address": "Lindenstraße 3"}, {"name": "Brücke"})[0] == "certain"
    )


def test_a_pair_that_somebody_has_parted_is_not_proposed():
    one, other = Profile(key="b", name="Chor"), Profile(key="a", name="Chor")
    assert matches("actor", [one], [other], apart=frozenset({("a", "b")})) == {}
