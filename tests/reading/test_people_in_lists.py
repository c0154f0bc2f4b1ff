"""Lists and tables of people below their headings: factions, columns, functions, and where a list ends."""

from __future__ import annotations

import pytest

MINUTES = """Niederschrift

über die 4. Sitzung des Kulturausschusses am 12.03.2026, 18:00 Uhr, im Rathaus Lindenhagen

{people}

Tagesordnung

1. Eröffnung
2. Verschiedenes
"""
TABLE = """<h1>Niederschrift</h1><p>über die Sitzung des Rates der Stadt Lindenhagen am 12.03.2026</p>
<h3>Anwesend</h3>
<table><tr><th>Name</th><th>Fraktion</th><th>Funktion</th></tr>
<tr><td>Anna Birke</td><td>Liste Linde</td><td>Bürgermeisterin</td></tr>
<tr><td>Bernd Buche</td><td>CDU</td><td></td></tr></table>
<h3>Abwesend</h3>
<table><tr><th>Name</th><th>Fraktion</th><th>Bemerkung</th></tr>
<tr><td>Cora Eiche</td><td>SPD</td><td>auf Dienstreise</td></tr></table>
<h2>Öffentlicher Teil</h2><h3>TOP 1: Eröffnung</h3><p>Alle sind da.</p><h3>TOP 2: Verschiedenes</h3>"""


def told(found, *keys):
    return [tuple(entry.value(key) for key in keys) for entry in found.entries("attendees")]


@pytest.fixture
def people(document):
    def read(printed: str, *keys: str) -> list[tuple[object, ...]]:
        return told(document(MINUTES.format(people=printed)), *keys)

    return read


def test_a_heading_that_names_a_faction_tells_it_of_those_below(people):
    printed = (
        "Anwesend:\n\nCDU-Fraktion:\nAnna Birke\n\nFreie Wähler:\nBernd Buche\n\nVerwaltung:\nCora Eiche"
    )
    assert people(printed, "name", "group", "section") == [
        ("Anna Birke", "CDU-Fraktion", "CDU-Fraktion"),
        ("Bernd Buche", "Freie Wähler", "Freie Wähler"),
        ("Cora Eiche", None, "Verwaltung"),
    ]


def test_the_columns_of_a_table_below_a_heading_are_no_headings_of_lists(read_html):
    found = read_html(TABLE)
    assert told(found, "name", "group", "role", "section", "present", "note") == [
        ("Anna Birke", "Liste Linde", "Bürgermeisterin", "Anwesend", True, None),
        ("Bernd Buche", "CDU", None, "Anwesend", True, None),
        ("Cora Eiche", "SPD", None, "Abwesend", False, "auf Dienstreise"),
    ]


def test_a_table_with_presence_stands_below_its_heading_and_rows_follow_it(people):
    head = "Name             Fraktion    Anwesenheit"
    table = f"{head}\nAnna Birke       SPD         anwesend\nBernd Buche      CDU         fehlt"
    row = "Verwaltung: Erster Stadtrat Paul Esche, Frau Cora Eiche (Kämmerei), Herr Dirk Fichte (Protokoll im Ratsbüro)"
    assert people(
        f"Anwesenheit\n\n{table}\n\n{row}\nBerater: Herr Olaf Tanne", "name", "section", "role"
    ) == [
        ("Paul Esche", "Verwaltung", None),
        ("Cora Eiche", "Verwaltung", "Kämmerei"),
        ("Dirk Fichte", "Verwaltung", "Protokoll im Ratsbüro"),
        ("Olaf Tanne", "Berater", None),
        ("Anna Birke", "Anwesenheit", None),
        ("Bernd Buche", "Anwesenheit", None),
    ]


def test_below_a_sentence_only_a_heading_opens_the_list_again(people):
    printed = (
        "Anwesend:\n\nFrau Anna Birke\nHerr Bernd Buche\n\n"
        "Die Vorsitzende eröffnet die Sitzung um 18:00 Uhr.\n\nAnna Esche\n\n"
        "Als Vertreter der Verwaltung waren erschienen:\nCora Eiche\n\nSchriftführer: Dirk Fichte"
    )
    assert people(printed, "name") == [("Anna Birke",), ("Bernd Buche",), ("Cora Eiche",), ("Dirk Fichte",)]


def test_the_foot_of_a_page_is_nobody(people):
    printed = "Anwesend:\n\nFrau Anna Birke\n\nNiederschrift SI/12/2026\nHerr Bernd Buche"
    assert people(printed, "name") == [("Anna Birke",), ("Bernd Buche",)]


@pytest.mark.parametrize(
    ("printed", "name", "role", "note"),
    [
        ("Anna Birke, Schriftführerin", "Anna Birke", "Schriftführerin", None),
        ("Herr Bernd Buche, Wehrführer", "Bernd Buche", "Wehrführer", None),
        ("Bernd Buche, Erster Stadtrat", "Bernd Buche", "Erster Stadtrat", None),
        ("Cora Eiche, Planungsbüro Eiche", "Cora Eiche", "Planungsbüro Eiche", None),
        ("Herr Wirtschaftsprüfer Dirk Esche", "Dirk Esche", None, "Wirtschaftsprüfer"),
        ("Eiche, Cora", "Eiche, Cora", None, None),
    ],
)
def test_a_function_behind_a_comma_is_no_first_name(printed, name, role, note, people):
    found = people(f"Anwesend:\n\n{printed}\nOlaf Tanne", "name", "role", "note")
    assert found == [(name, role, note), ("Olaf Tanne", None, None)]


@pytest.mark.parametrize("word", ["Protokoll", "Moderation"])
def test_a_word_that_ends_the_lists_elsewhere_heads_the_name_right_below(word, people):
    printed = f"Mitglieder\nAnna Birke\n\n{word}\nBernd Buche\n\nEntschuldigt\nCora Eiche"
    assert people(printed, "name", "section", "present") == [
        ("Anna Birke", "Mitglieder", True),
        ("Bernd Buche", word, True),
        ("Cora Eiche", "Entschuldigt", False),
    ]


def test_a_heading_may_tell_of_which_body_somebody_is_the_chair(people):
    assert people("Ausschussvorsitzende:\nAnna Birke\n\nMitglieder:\nBernd Buche", "name", "role") == [
        ("Anna Birke", "Ausschussvorsitzende"),
        ("Bernd Buche", None),
    ]


def test_a_heading_that_is_not_known_may_stand_above_those_that_are(people):
    printed = "Deichgräfin:\nAnna Birke\n\nMitglieder:\nBernd Buche"
    assert people(printed, "name", "section") == [
        ("Anna Birke", "Deichgräfin"),
        ("Bernd Buche", "Mitglieder"),
    ]


def test_the_first_mayor_heads_her_own_line(people):
    printed = "Erste Bürgermeisterin\n\nBirke, Anna\n\nMitglieder des Gemeinderates\n\nBuche, Bernd"
    assert people(printed, "name", "role") == [
        ("Birke, Anna", "Erste Bürgermeisterin"),
        ("Buche, Bernd", None),
    ]


def test_a_name_that_was_divided_becomes_whole(people):
    assert people("Anwesend:\n\nFrau Anna Birken-\nhauer\nBernd Buche", "name") == [
        ("Anna Birkenhauer",),
        ("Bernd Buche",),
    ]


def test_a_noun_among_the_names_is_to_be_checked(document):
    found = document(MINUTES.format(people="Anwesend:\n\nAnna Birke\nBegrüßung\nHornig")).entries("attendees")
    assert [(entry.value("name"), entry.values["name"].sure) for entry in found] == [
        ("Anna Birke", True),
        ("Begrüßung", False),
        ("Hornig", True),
    ]


def test_functions_in_a_row_of_names_belong_to_the_name_before(people):
    printed = (
        "Anwesend: Anna Birke, Schriftführerin, Bernd Buche, Zweiter Bürgermeister Dirk Esche, Cora Eiche"
    )
    assert people(printed, "name", "role") == [
        ("Anna Birke", "Schriftführerin"),
        ("Bernd Buche", None),
        ("Dirk Esche", None),
        ("Cora Eiche", None),
    ]


def test_a_function_in_the_first_column_is_that_of_its_own_row(people):
    printed = (
        "Anwesend:\n\n"
        "Bürgermeister        Dirk Ahorn            parteilos\n"
        "Ratsvorsitzende      Anna Birke            SPD\n"
        "Ratsherr             Bernd Buche           CDU          ab TOP 3\n"
    )
    assert people(printed, "name", "role", "group", "section", "note") == [
        ("Dirk Ahorn", None, "parteilos", "Anwesend", "Bürgermeister"),
        ("Anna Birke", "Ratsvorsitzende", "SPD", "Anwesend", None),
        ("Bernd Buche", None, "CDU", "Anwesend", "ab TOP 3"),
    ]
