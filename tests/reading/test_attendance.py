"""Lists of who was there, as the towns set them."""

from __future__ import annotations

import pytest

MINUTES = """Niederschrift

über die 4. Sitzung des Kulturausschusses am 12.03.2026, 18:00 Uhr, im Rathaus Lindenhagen

{people}

Tagesordnung

1. Eröffnung
2. Verschiedenes
"""


@pytest.fixture
def people(document):
    def read(printed: str) -> list[tuple[object, ...]]:
        found = document(MINUTES.format(people=printed)).entries("attendees")
        return [tuple(entry.value(key) for key in ("name", "role", "present")) for entry in found]

    return read


def test_an_office_with_a_name_is_a_person_and_no_heading(people):
    printed = "Anwesend:\n\nBeigeordnete Ahorn      (SPD)\nStadtrat Birke          (CDU)\nBezirksratsherr Buche   (FDP)"
    assert [name for name, _, _ in people(printed)] == ["Ahorn", "Birke", "Buche"]


def test_an_office_alone_heads_those_below_and_is_none_of_the_residents(people):
    printed = "Bürgermeister\nPaul Ahorn\n\nGemeindedirektor\nOlaf Esche"
    assert people(printed) == [("Paul Ahorn", "Bürgermeister", True), ("Olaf Esche", None, True)]


def test_anwesend_sind_opens_the_list(people):
    printed = "Anwesend sind:\n\nRatsmitglied Anna Birke\nVerwaltungsfachangestellte Ina Tanne als Protokollführerin"
    assert people(printed) == [("Anna Birke", None, True), ("Ina Tanne", "Protokollführerin", True)]


@pytest.mark.parametrize("word", ["Abwesend", "Unentschuldigt"])
def test_one_word_heads_those_who_were_absent(word, people):
    printed = f"Anwesend:\nAnna Birke (SPD)\n\n{word}\nKarl Kiefer (CDU)"
    assert people(printed) == [("Anna Birke", None, True), ("Karl Kiefer", None, False)]


def test_a_row_of_names_goes_on_behind_a_comma_or_an_open_bracket(people):
    printed = (
        "Mitglieder: OR Anna Birke, OR Bernd Buche,\nOR Cora Eiche (ab 19:10 Uhr,\nTOP 2), OR Dirk Esche"
    )
    names = ["Anna Birke", "Bernd Buche", "Cora Eiche", "Dirk Esche"]
    assert [name for name, _, _ in people(printed)] == names


def test_who_keeps_the_minutes_may_be_named_in_the_list(people):
    printed = "Vorsitz: Anna Ahorn\nProtokoll: Bernd Birke\n\nAnwesende: Cora Buche, Dirk Eiche"
    assert [name for name, _, _ in people(printed)] == [
        "Anna Ahorn",
        "Bernd Birke",
        "Cora Buche",
        "Dirk Eiche",
    ]


def test_names_in_a_row_may_follow_an_office_of_all(people):
    printed = "Anwesend waren:\n\nOrtsratsmitglieder Birke, Buche (ab 19 Uhr) und Eiche\nEsche, Cora, Dr."
    assert [name for name, _, _ in people(printed)] == ["Birke", "Buche", "Eiche", "Esche, Cora, Dr."]


def test_a_faction_behind_a_name_needs_no_brackets(document):
    printed = "Anwesend:\n\nHerr Paul Ahorn CDU\nAnna Birke, Die Grünen"
    found = document(MINUTES.format(people=printed)).entries("attendees")
    assert [(entry.value("name"), entry.value("group")) for entry in found] == [
        ("Paul Ahorn", "CDU"),
        ("Anna Birke", "Die Grünen"),
    ]


@pytest.mark.parametrize(
    ("printed", "name", "role"),
    [
        ("Fanny Fichte            Bauamt", "Fanny Fichte", "Bauamt"),
        ("Gerd Tanne              Schriftführer", "Gerd Tanne", "Schriftführer"),
        ("Hr. Ulme, PI Stadt", "Ulme", "PI Stadt"),
        ("Fr. Tanne / Amt 13-2", "Tanne", "Amt 13-2"),
        ("Dr. Eiche, Dirk (GRÜNE)", "Dr. Eiche, Dirk", None),
        ("KTA Birke, Anna (CDU)", "Birke, Anna", None),
        ("Kreisamtfrau Fichte, zugleich Protokollführerin", "Fichte", "Protokollführerin"),
    ],
)
def test_name_and_function_are_parted(printed, name, role, people):
    assert people(f"Anwesend:\n\n{printed}") == [(name, role, True)]
