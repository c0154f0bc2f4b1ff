"""People in rows of tables, with remarks beside them, and in sentences above the agenda."""

from __future__ import annotations

import docx
import pytest
from tests.reading.files import saved

from ratslinde.reading import read_bytes

MINUTES = """Niederschrift

über die 4. Sitzung des Kulturausschusses am 12.03.2026, 18:00 Uhr, im Rathaus Lindenhagen

{people}

Tagesordnung

1. Eröffnung
2. Verschiedenes
"""
KEYS = ("name", "role", "group", "present", "note")


@pytest.fixture
def people(document):
    def read(printed: str) -> list[tuple[object, ...]]:
        found = document(MINUTES.format(people=printed)).entries("attendees")
        return [tuple(entry.value(key) for key in KEYS) for entry in found]

    return read


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("RM Birke (Urlaub)", ("Birke", None, None, False, "Urlaub")),
        ("RM Birke (dienstlich verhindert)", ("Birke", None, None, False, "dienstlich verhindert")),
        (
            "Frau Birke     CDU-Fraktion - entschuldigt",
            ("Birke", None, "CDU-Fraktion", False, "entschuldigt"),
        ),
        ("Frau Birke (CDU, krank)", ("Birke", None, "CDU", False, "krank")),
        ("Frau Birke     FDP (bis TOP 6)", ("Birke", None, "FDP", True, "bis TOP 6")),
        ("Frau Birke     FDP; ab 19.10 Uhr", ("Birke", None, "FDP", True, "ab 19.10 Uhr")),
        ("Herr Birke, Hochbauamt", ("Birke", "Hochbauamt", None, True, None)),
        ("Verw.-Ang. Rosa Birke", ("Rosa Birke", None, None, True, "Verw.-Ang.")),
        ("Dipl.-Ing. Rosa Birke", ("Dipl.-Ing. Rosa Birke", None, None, True, None)),
        ("Abwasserwerkleiterin Rosa Birke", ("Rosa Birke", None, None, True, "Abwasserwerkleiterin")),
        ("StR’in Birke", ("Birke", None, None, True, "StR’in")),
    ],
)
def test_what_stands_beside_a_name_is_told_apart(printed, told, people):
    assert people(f"Anwesend:\n\n{printed}\nHerr Olaf Esche") == [
        told,
        ("Olaf Esche", None, None, True, None),
    ]


def test_somebody_whose_name_is_not_parted_does_not_vanish(document):
    found = document(MINUTES.format(people="Anwesend:\n\nFrau 1 Birke & 2 Buche\nHerr Olaf Esche"))
    unclear, clear = found.entries("attendees")
    assert (unclear.value("name"), unclear.values["name"].rule) == (
        "Frau 1 Birke & 2 Buche",
        "person-unclear",
    )
    assert not unclear.values["name"].sure
    assert clear.values["name"].sure


def test_rows_of_a_table_name_the_heading_and_the_people():
    word = docx.Document()
    word.add_heading("Ergebnisprotokoll", 1)
    rows = [
        ("Gremium", "Bauausschuss Lindenhagen"),
        ("Datum", "12.03.2026"),
        ("Leitung", "Bürgermeisterin Dr. Anna Birke"),
        ("Protokoll", "Paul Buche"),
        ("Teilnehmende", "StR Eiche, StR’in Esche, StR Fichte"),
        ("entschuldigt", "StR Tanne"),
    ]
    table = word.add_table(0, 2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_paragraph("TOP 1 Eröffnung")
    (found,) = read_bytes(saved(word), name="protokoll.docx").documents
    told = [
        (entry.value("name"), entry.value("role"), entry.value("present"))
        for entry in found.entries("attendees")
    ]
    assert told == [
        ("Dr. Anna Birke", "Leitung", True),
        ("Paul Buche", "Protokoll", True),
        ("Eiche", None, True),
        ("Esche", None, True),
        ("Fichte", None, True),
        ("Tanne", None, False),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Schriftführerin war Verwaltungsfachwirtin Cora Eiche.",
        "Als Schriftführerin fungierte die Hauptamtsleiterin Cora Eiche.",
        "Zur Schriftführerin wird Frau Cora Eiche bestellt.",
    ],
)
def test_a_sentence_names_who_kept_the_minutes(sentence, document):
    found = document(MINUTES.format(people=f"Anwesend:\n\nAnna Birke\n\n{sentence}"))
    _, keeper = found.entries("attendees")
    assert (keeper.value("name"), keeper.value("role")) == ("Cora Eiche", "Schriftführerin")
    assert not keeper.values["name"].sure


def test_a_sentence_tells_the_function_of_somebody_in_the_list(document):
    found = document(
        MINUTES.format(people="Anwesend:\n\nBirke Anna\n\nDen Vorsitz führte Bürgermeisterin Anna Birke.")
    )
    (chair,) = found.entries("attendees")
    assert (chair.value("name"), chair.value("role"), chair.values["role"].sure) == (
        "Birke Anna",
        "Vorsitz",
        False,
    )


def test_a_sentence_without_a_name_names_nobody(people):
    told = "Schriftführer ist der Leiter der Verwaltung. Das Protokoll führte die Verwaltung."
    assert [name for name, *_ in people(f"Anwesend:\n\nAnna Birke\n\n{told}")] == ["Anna Birke"]


@pytest.mark.parametrize(
    ("behind", "body", "sure"),
    [
        ("des Ortsrates Lindau im Tal", "Ortsrat Lindau im Tal", True),
        ("des Ortsrates Lindau im Winkelhofen", "Ortsrat Lindau im Winkelhofen", True),
        ("des Ortsrates Lindau im Schulhaus", "Ortsrat Lindau", True),
        ("des Ortsrates Lindau im Bootsschuppen", "Ortsrat Lindau", False),
        ("des Kulturausschusses in der Alten Post", "Kulturausschuss", True),
    ],
)
def test_a_place_name_of_several_words_belongs_to_the_body(behind, body, sure, document):
    head = f"Ortschaft Lindau im Winkelhofen\n\nNiederschrift über die Sitzung {behind} am 12.03.2026"
    field = document(f"{head}\n\nBeginn: 18:00 Uhr\n\nTOP 1 Eröffnung\n\nText.\n").values["body"]
    assert (field.value, field.sure) == (body, sure)


def test_a_table_with_ticks_below_a_list_tells_who_was_there(people):
    head = "Name             anwesend    Grund der Abwesenheit"
    rows = "Birke Anna          x\nBuche Bernd         -         Dienstreise"
    assert people(f"Vorsitz: Olaf Esche\n\nMitglieder des Rates:\n{head}\n{rows}") == [
        ("Olaf Esche", "Vorsitz", None, True, None),
        ("Birke Anna", None, None, True, None),
        ("Buche Bernd", None, None, False, "Dienstreise"),
    ]


def test_the_number_of_the_session_is_no_part_of_the_body(document):
    found = document(
        "Niederschrift\n\nSitzung Nr. 5/2026 des Gemeinderates Lindau am 12.03.2026\n\nTOP 1 Eröffnung\n\nText.\n"
    )
    assert found.value("body") == "Gemeinderat Lindau"
