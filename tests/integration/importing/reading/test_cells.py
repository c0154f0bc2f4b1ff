"""What stands in a cell is read the way a person means it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from ratslinde.integration.importing import actions
from ratslinde.integration.importing.rules.cells import Unreadable, is_unknown, names_nobody
from ratslinde.integration.importing.rules.collecting.entries import entries, word_key
from ratslinde.integration.importing.rules.collecting.spoken import (
    is_no_language,
    is_required,
    language_codes,
)
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.reading.amounts import ages, count, price, whom
from ratslinde.integration.importing.rules.reading.other_rows import is_header_again, is_remark, is_total
from ratslinde.integration.importing.rules.times.days import Edge, day, edge_of
from tests.integration.importing.files import csv_file


def test_and_is_and_however_it_is_written():
    assert key_of("Sprache & Bildung") == key_of("Sprache+Bildung") == key_of("Sprache und Bildung")


@pytest.mark.parametrize(
    ("text", "codes", "strange"),
    [
        ("dt./engl.", "de en", ()),
        ("Dt., türk. + arab.", "de tr ar", ()),
        ("ukr. u. russ.", "uk ru", ()),
        ("frz. & poln. und rum.", "fr pl ro", ()),
        ("franz., pers., bulg., kurd., deu.", "fr fa bg ku de", ()),
        ("Farsi/Dari", "fa fa-AF", ()),
        ("Deutsch; Englisch + Türkisch", "de en tr", ()),
        ("D, E, F", "", ("D", "E", "F")),
        ("Deutsch, Englisch auf Anfrage", "de", ("Englisch auf Anfrage",)),
        ("Deutsch, Englisch u. a.", "de en", ("u. a.",)),
        ("Deutsch - Polnisch", "de pl", ()),
        ("Kurdisch (Sorani), Persisch", "ckb fa", ()),
        ("Kurdisch(Kurmandschi)", "kmr", ()),
        ("Deutsch (B1), Chinesisch (Mandarin)", "de zh", ()),
        ("Arabisch (mit Dolmetscher)", "", ("Arabisch (mit Dolmetscher)",)),
        ("Deutsch, Türkisch (nicht immer)", "de", ("Türkisch (nicht immer)",)),
        ("nur Deutsch", "de", ()),
        ("de|uk|ar", "de uk ar", ()),
        ("de-DE", "de", ()),
        ("Deutsch/CH", "de", ("CH",)),
        ("Ser, Deutsch", "de", ("Ser",)),
        ("span., portug., ital.", "es pt it", ()),
        ("Kurdisch", "ku", ()),
        ("tigr., eng., schwed.", "ti en sv", ()),
        ("dt. ital. span. - mit Händen u. Füßen", "de it es", ("mit Händen u. Füßen",)),
        ("D/E/poln.", "de en pl", ()),
        ("UA, ital.", "uk it", ()),
        ("UA", "", ("UA",)),
        ("mind. B1 Deutsch", "", ("mind. B1 Deutsch",)),
        ("Deutsch (ab B1), Arabisch", "ar", ("Deutsch (ab B1)",)),
        ("dt., bei Bedarf Dolmetscher", "de", ("bei Bedarf Dolmetscher",)),
        ("Deutsch (Urdu, Hindi auf Anfrage)", "", ("Deutsch (Urdu, Hindi auf Anfrage)",)),
    ],
)
def test_languages_are_read_as_lists_shorten_them(text, codes, strange):
    assert language_codes(text) == (tuple(codes.split()), strange)


@pytest.mark.parametrize(
    ("text", "field", "meant"),
    [
        ("März 2026", "until", "2026-03-31"),
        ("März 2026", "start", "2026-03-01"),
        ("Feb. 2028", "funding_until", "2028-02-29"),
        ("02/2026", "valid_until", "2026-02-28"),
        ("02/2026", "confirmed_on", "2026-02-01"),
        ("Ende 2027", "until", "2027-12-31"),
        ("Ende März 2027", "until", "2027-03-31"),
        ("Anfang 2027", "valid_from", "2027-01-01"),
        ("3. Maerz 2026", "start", "2026-03-03"),
        ("46023", "start", "2026-01-01"),
        ("2026-02-03 00:00:00", "start", "2026-02-03"),
    ],
)
def test_days_are_read_as_lists_write_them(text, field, meant):
    assert day(text, edge=edge_of(field)) == datetime.date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Ende 2027", Edge.FIRST), ("Anfang 2027", Edge.LAST), ("Ende 2027", Edge.NONE), ("Mitte 2027", Edge.LAST),
        ("Frühling 2026", Edge.FIRST), ("ma 2026", Edge.FIRST), ("2026", Edge.LAST), ("13/2026", Edge.LAST),
        ("99999", Edge.NONE), ("Ende 3. März 2026", Edge.LAST),
    ],
)  # fmt: skip
def test_a_day_that_would_be_a_guess_is_not_read(text, edge):
    with pytest.raises(Unreadable, match="ist kein Tag"):
        day(text, edge=edge)


@pytest.mark.parametrize(
    ("word", "no_language", "required"),
    [
        ("bei Bedarf Dolmetscher", True, False),
        ("mit Händen und Füßen", True, False),
        ("Dolmetscher für Urdu", False, False),
        ("mind. B1 Deutsch", False, True),
        ("Deutschkenntnisse", False, False),
        ("Klingonisch", False, False),
    ],
)
def test_what_is_said_of_understanding_each_other_is_told_from_a_language(word, no_language, required):
    assert (is_no_language(word), is_required(word)) == (no_language, required)


@pytest.mark.parametrize("text", ["???", "-", " – ", "...", "k. A.", "unbekannt", "o. A.", "ohne Angabe"])
def test_a_cell_that_is_left_open_says_nothing(text):
    assert is_unknown(text)
    assert names_nobody(text)


@pytest.mark.parametrize("text", ["ohne", "nicht erf.", "div.", "privat", "privat (Fam. Zwirbel)"])
def test_what_says_something_elsewhere_is_nobodys_name(text):
    assert names_nobody(text)
    assert not is_unknown(text)


AMONG = {
    word_key(word): word
    for word in (
        "Leben, Freizeit, Kultur und Sport",
        "Sprache",
        "Kinder, Jugend",
        "Arbeit und Ausbildung",
        "Sport",
    )
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Leben, Freizeit, Kultur, Sport", ["Leben, Freizeit, Kultur, Sport"]),
        ("Sprache, Leben, Freizeit, Kultur & Sport", ["Sprache", "Leben, Freizeit, Kultur & Sport"]),
        ("Sport/Sprache + Arbeit & Ausbildung", ["Sport", "Sprache", "Arbeit & Ausbildung"]),
        ("Kinder, Jugend; Sprache, Sport", ["Kinder, Jugend", "Sprache", "Sport"]),
        ("Kinder, Jugend; Boule, Sport", ["Kinder, Jugend", "Boule, Sport"]),
        ("Boule u. Sport", ["Boule", "Sport"]),
        ("Arbeit und Boule", ["Arbeit", "Boule"]),
        (
            "Beratung (Miete u. Strom; auch Wasser), Sport",
            ["Beratung (Miete u. Strom; auch Wasser)", "Sport"],
        ),
        (
            "Lotse/innen, Pat*innen, Trainer:innen/Sport",
            ["Lotse/innen", "Pat*innen", "Trainer:innen", "Sport"],
        ),
    ],
)
def test_a_word_of_the_towns_is_not_cut(text, found):
    assert entries(text, AMONG) == found


@pytest.mark.parametrize(
    ("name", "first", "total"),
    [
        ("Summe", "", True), ("Summe:", "", True), ("Gesamt: 60", "", True), ("Anzahl", "", True),
        ("", "Summe", True), ("60", "Gesamt", True), ("Summe Angebote", "", True), ("Gesamtschule Nord", "", False),
        ("10 Akteure", "Zwischensumme", True), ("4 Elemente", "Chor", False), ("4 Elemente", "", False),
        ("Chor", "Summe", False), ("", "Chor", False), ("Summerschool", "", False),
    ],
)  # fmt: skip
def test_a_line_that_counts_the_others_is_told_by_its_name(name, first, total):
    assert is_total(name, first=first) is total


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Frauen ab 18", "Frauen"), ("Frauen u. Mädchen ab 16", "Frauen u. Mädchen"), ("nur Väter", "Väter"),
        ("Mütter (18-30)", "Mütter"), ("Kinder ab 4", ""), ("ab 18", ""), ("6 bis 12", ""),
    ],
)  # fmt: skip
def test_for_whom_it_is_is_seen_beside_the_age(text, group):
    assert whom(text) == group


def test_a_line_that_counts_the_others_is_left_out_and_said(manager, body, vocabulary):
    data = csv_file("Name;Art", "Chor;Verein", "Summe:;1")
    run = actions.read_in(manager, body, name="liste.csv", data=data)
    assert [row.label for row in run.rows.all()] == ["Chor"]
    assert "liste, Zeile 3 „Summe:“ (Summenzeile)" in run.left_out


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Für Kinder ab 4 Jahren", ("range", 4, None)),
        ("Erwachsene ab 25 Jahren", ("range", 25, None)),
        ("junge Menschen bis 21", ("range", None, 21)),
        ("mind. 18", ("range", 18, None)),
        ("18 +", ("range", 18, None)),
        ("keine Altersgrenze", ("all", None, None)),
        ("6–12 J.", ("range", 6, 12)),
        ("14 bis 27 J", ("range", 14, 27)),
        ("Kinder von 6 bis 10 Jahren", ("range", 6, 10)),
        ("Jugendliche ab 14", ("range", 14, None)),
        ("Jugendliche (12-17)", ("range", 12, 17)),
        ("6 bis 10-Jährige", ("range", 6, 10)),
        ("alle Altersgruppen", ("all", None, None)),
        ("Frauen u. Mädchen ab 16", ("range", 16, None)),
    ],
)
def test_ages_are_read_as_lists_write_them(text, meant):
    assert ages(text) == meant


@pytest.mark.parametrize(
    ("text", "number"),
    [("max. 20", 20), ("bis zu 12", 12), ("15 TN", 15), ("12 Kinder", 12), ("10 Personen", 10)],
)
def test_a_number_of_places_may_stand_among_words(text, number):
    assert count(text) == number


@pytest.mark.parametrize("text", ["12-15", "unbegrenzt", "10 + 5"])
def test_a_number_of_places_is_not_guessed(text):
    with pytest.raises(Unreadable):
        count(text)


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("2,50 € pro Termin", "2.50"),
        ("20 € (ermäßigt 10 €)", "20"),
        ("15 Euro/Monat", "15"),
        ("5-10 €", None),
        ("5 € / 10 €", None),
        ("5 € Spende erbeten", None),
        ("10 € für 5 Termine", None),
    ],
)
def test_a_price_among_words_is_read_where_only_one_can_be_meant(text, euros):
    assert price(text) == (euros and Decimal(euros))


def test_a_price_with_words_is_paid_and_the_words_stay(manager, body, vocabulary):
    data = csv_file("Angebot;Träger;Kosten", 'Chor;Verein;"2,50 € pro Termin"')
    values = actions.read_in(manager, body, name="a.csv", data=data).rows.get(kind="offer").values
    assert (values["cost"], values["cost_amount"], values["cost_note"]) == (
        "paid",
        "2.50",
        "2,50 € pro Termin",
    )


@pytest.mark.parametrize(
    ("cell", "known", "named"),
    [
        ("für Familien", "listed", ["Familien"]),
        ("Kinder u. Jugendliche", "listed", ["Kinder und Jugendliche"]),
        ("Alle Interessierten", "everyone", []),
        ("für alle", "everyone", []),
        ("nur Frauen", "listed", ["Frauen"]),
    ],
)
def test_target_groups_are_read_as_lists_write_them(manager, body, vocabulary, cell, known, named):
    data = csv_file("Angebot;Träger;Zielgruppe", f"Chor;Verein;{cell}")
    values = actions.read_in(manager, body, name="a.csv", data=data).rows.get(kind="offer").values
    terms = vocabulary["zielgruppe"].terms.filter(public_id__in=values.get("groups", []))
    assert (values["groups_known"], [each.name for each in terms]) == (known, named)


@pytest.mark.parametrize("cell", ["Anmeldung erforderlich", "telefonische Anmeldung", "bitte anmelden"])
def test_a_registration_is_one_however_it_is_asked_for(manager, body, vocabulary, cell):
    data = csv_file("Angebot;Träger;Anmeldung", f"Chor;Verein;{cell}")
    run = actions.read_in(manager, body, name="a.csv", data=data)
    assert run.rows.get(kind="offer").values["access"] == "registration"


def test_a_sentence_below_the_list_is_no_actor_and_is_not_quoted(manager, body, vocabulary):
    below = ("Bitte Änderungen an Frau Berg melden!", "Stand: 3.11.2026", "* ohne eigene Räume")
    data = csv_file(
        "Verein;Telefon;Art", "Chor;02599 10-1;Verein", "Tanz am Markt;;", *(f"{each};;" for each in below)
    )
    run = actions.read_in(manager, body, name="liste.csv", data=data)
    assert {row.label for row in run.rows.all()} == {"Chor", "Tanz am Markt"}
    assert [*run.left_out] == [f"liste, Zeile {line} (Bemerkung)" for line in (4, 5, 6)]


@pytest.mark.parametrize(
    "name",
    [
        "Brücke Lindenhagen e. V.",
        "Wir alle sind Lindenhagen!",
        "Quelle e. V.",
        "Stand Up Club",
        "Hinweis & Rat",
    ],
)
def test_a_row_with_nothing_but_a_name_is_one(name):
    assert not is_remark((name, "", ""))


@pytest.mark.parametrize(
    "text",
    ["gelb = noch zu prüfen", "Rot markiert: Förderung läuft aus", "(K) = mit Kinderbetreuung", "KB= Kinder"],
)
def test_what_explains_a_sign_is_no_row(text):
    assert is_remark(("", text, ""))


@pytest.mark.parametrize(
    "name", ["Rot-Weiß Lindenhagen", "Rote Linse: Fotogruppe", "Jugend = Zukunft", "Blau - Weiß"]
)
def test_a_name_that_only_looks_like_it_stays(name):
    assert not is_remark(("", name, ""))


@pytest.mark.parametrize(
    ("row", "again"),
    [
        (("Angebot", "Verein", "Zeit"), True), (("Angebot ", "Verein", "ZEIT"), True),
        (("Angebot", "Verein", "Mo 9-12"), False), (("Chor", "Verein", "Zeit"), False), (("", "", ""), False),
    ],
)  # fmt: skip
def test_names_of_columns_that_come_again_are_no_row(row, again):
    assert is_header_again(row, ("Angebot", "Verein", "Zeit")) is again
