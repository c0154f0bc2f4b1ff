"""Documents as small towns write them: chapters, votes by table, lists inside items, votes in forms nobody knows."""

from __future__ import annotations

import docx
import pytest
from tests.reading.files import saved

from ratslinde.reading import read_bytes
from ratslinde.reading.sources.grid import Grid

HEAD = """Gemeinde Lindenhagen

Niederschrift über die Sitzung des Gemeinderates Lindenhagen am 02.03.2026 im Rathaus

Beginn: 18:00 Uhr
Ende: 19:30 Uhr

Öffentlicher Teil

"""
KEYS = ("yes", "no", "abstain", "result")


@pytest.fixture
def minutes(document):
    return lambda text: document(HEAD + text)


def rows(document, part="items"):
    return [
        (entry.value("number"), entry.value("title"), entry.value("public"))
        for entry in document.entries(part)
    ]


def vote(entry):
    (found,) = entry.entries("vote")
    return found


def counts(entry):
    return tuple(vote(entry).value(key) for key in KEYS[:3])


@pytest.mark.parametrize(("first", "second"), [("A", "B"), ("I.", "II."), ("A.", "B.")])
def test_items_that_are_counted_by_chapter_are_found(minutes, first, second):
    gap = "" if first.endswith(".") else " "
    found = minutes(
        f"{first}{gap}1 Eröffnung\nFrau Arnold eröffnet.\n\n{first}{gap}2 Wege\nBeschluss:\n1. Der Weg wird gebaut.\n\n"
        f"Nichtöffentlicher Teil\n\n{second}{gap}1 Pacht\nHerr Busch berichtet.\n"
    )
    assert rows(found) == [
        (f"{first}{gap}1", "Eröffnung", True),
        (f"{first}{gap}2", "Wege", True),
        (f"{second}{gap}1", "Pacht", False),
    ]


def test_a_lone_letter_with_a_number_begins_no_item(minutes):
    found = minutes(
        "1. Eröffnung\nFrau Arnold eröffnet.\n\n2. Straßen\n\nGesperrt werden\n\nB 1 Ortsdurchfahrt\n\n3. Ende\n"
    )
    assert [row[0] for row in rows(found)] == ["1", "2", "3"]


def test_lower_items_may_lack_the_word_of_the_upper_ones(document):
    found = document(
        "Einladung zur Sitzung des Bauausschusses am 18.05.2026\n\nTAGESORDNUNG\nöffentlich\nTOP 1: Ortstermin\n"
        "TOP 2: Bauanträge\n  2.1: Neubau, Amselweg 4\n  2.2: Anbau, Finkenweg 9\nTOP 3: Sonstiges\n"
    )
    assert [row[0] for row in rows(found, "agenda")] == ["1", "2", "2.1", "2.2", "3"]
    assert [entry.values["number"].sure for entry in found.entries("agenda")] == [
        True,
        True,
        False,
        False,
        True,
    ]


def test_a_list_in_one_block_does_not_swallow_the_next_item(minutes):
    found = minutes(
        "1. Eröffnung\nFrau Arnold eröffnet.\n\n2. Berichte\nBerichtet wird über:\n1. Kita Süd\n2. Halle Nord\n\n"
        "3. Anfragen\nHerr Busch fragt nach dem Radweg.\n\n4. Verschiedenes\n\nNichts.\n"
    )
    assert [row[0] for row in rows(found)] == ["1", "2", "3", "4"]
    assert found.entries("items")[2].values["number"].sure is False


def test_a_doubt_about_a_number_ends_where_that_number_is_found(minutes):
    found = minutes(
        "1. Eröffnung\nFrau Arnold eröffnet.\n\n2. Straßen\nSaniert werden:\n1. Lindenweg\n2. Am Bach\n3. Schulstraße\n"
        "Beschluss: So wird es gemacht.\nAbstimmungsergebnis: 9 Ja\n\n3. Fahrzeug\n\nHerr Busch berichtet.\n"
    )
    assert [row[0] for row in rows(found)] == ["1", "2", "3"]
    assert not any("sieht aus wie" in doubt for doubt in found.doubts)


@pytest.mark.parametrize("below", ["9 : 0", "(9:0)", "Beschluss", "Abgegebene Stimmen: 14"])
def test_a_vote_right_below_the_title_is_none_of_it(minutes, below):
    found = minutes(f"1. Eröffnung\n\n2. Zuschuss für die Kapelle\n{below}\nDie Kapelle erhält 400 Euro.\n")
    assert found.entries("items")[1].value("title") == "Zuschuss für die Kapelle"


def test_a_decision_without_a_vote_that_is_known_is_to_be_checked(minutes):
    found = minutes(
        "1. Wege\n\nBeschluss:\nDer Weg wird gebaut.\nAbstimmungsergebnis: 9 Ja, 1 Nein\n\n"
        "2. Bänke\n\nBeschluss:\nDie Bank wird gekauft.\n10 x grün, 2 x rot\n"
    )
    entry = found.entries("items")[1]
    assert [(vote(entry).value(key), vote(entry).values[key].sure) for key in KEYS] == [(None, False)] * 4
    assert entry.values["decision_text"].sure is False


def test_decisions_of_minutes_that_tell_no_vote_at_all_are_sure(minutes):
    found = minutes("1. Wege\n\nBeschluss:\nDer Weg wird gebaut.\n\n2. Bänke\n\nNichts.\n")
    assert all(not entry.entries("vote") for entry in found.entries("items"))
    assert found.entries("items")[0].values["decision_text"].sure


@pytest.mark.parametrize(
    "text",
    [
        "Der Gemeinderat spricht sich mit allen Stimmen für den Weg aus.",
        "Auf Frau Birke entfielen acht Stimmen, auf Herrn Clausen fünf Stimmen.",
        "Gewählt ist Frau Birke.",
        "Das Einvernehmen wird erteilt. (9/0/1)",
    ],
)
def test_words_of_voting_without_a_vote_that_is_read_are_to_be_checked(minutes, text):
    (entry,) = minutes(f"1. Wege\n\n{text}\n").entries("items")
    assert all(not vote(entry).values[key].sure for key in KEYS)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Der Antrag wird mit drei gegen eine Stimme angenommen.", (3, 1, None)),
        ("Der Antrag wird mit vier Stimmen gegen drei Stimmen angenommen.", (4, 3, None)),
        ("Anwesend: 12, Für: 11, Gegen: 1", (11, 1, None)),
        ("Stimmberechtigte: 11   Ja-Stimmen: 10   Nein-Stimmen: 1   Enthaltungen: 0", (10, 1, 0)),
    ],
)
def test_votes_in_further_forms_are_counted_and_end_the_decision(minutes, told, expected):
    (entry,) = minutes(f"1. Wege\n\nBeschluss:\nDer Weg wird gebaut.\n{told}\n").entries("items")
    assert counts(entry) == expected
    assert entry.value("decision_text") == "Der Weg wird gebaut."


def test_the_word_that_ends_the_sentence_of_a_vote_is_its_result(minutes):
    (entry,) = minutes(
        "1. Protokoll\n\nDas Protokoll wird mit 9 Ja-Stimmen bei 2 Enthaltungen genehmigt.\n"
    ).entries("items")
    assert (vote(entry).value("result"), vote(entry).values["result"].sure) == ("genehmigt", False)


def test_a_result_that_stands_alone_below_the_title_is_kept(minutes):
    entry = minutes("1. Eröffnung\n\n2. Brunnen\nabgesetzt\n\n3. Ende\n").entries("items")[1]
    assert (entry.value("title"), vote(entry).value("result")) == ("Brunnen", "abgesetzt")
    assert vote(entry).values["result"].sure is False


def test_columns_of_a_table_by_group_keep_their_places():
    document = docx.Document()
    for text in (*HEAD.splitlines(), "TOP 1 Satzung (VL-23/2026)", "Abstimmungsergebnis:"):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=4)
    for row in (
        ("", "Ja", "Nein", "Enthaltung"),
        ("CDU", "6", "0", "0"),
        ("SPD", "5", "3", "1"),
        ("Gesamt", "11", "3", "1"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    (found,) = read_bytes(saved(document), name="n.docx").documents
    (entry,) = found.entries("items")
    assert counts(entry) == (11, 3, 1)
    assert (entry.value("title"), entry.value("paper_reference")) == ("Satzung", "VL-23/2026")


def test_those_who_could_vote_are_no_vote_in_a_small_table():
    page = (
        f"<h1>{HEAD.splitlines()[2]}</h1><h3>TOP 1 Wege</h3><p>Beschluss:</p><p>Der Weg wird gebaut.</p><table>"
        "<tr><td>Mitglieder</td><td>anwesend</td><td>dafür</td><td>dagegen</td></tr>"
        "<tr><td>9</td><td>8</td><td>7</td><td>1</td></tr></table>"
    )
    (found,) = read_bytes(page.encode(), name="n.html").documents
    assert counts(found.entries("items")[0]) == (7, 1, None)


def test_names_below_the_last_item_are_no_part_of_its_decision(minutes):
    found = minutes(
        "1. Pacht\n\nBeschluss: Die Pacht wird verlängert.\n\n"
        "Jens Ott            Carla Winde\nVorsitzender        Schriftführerin\n"
    )
    assert found.entries("items")[0].value("decision_text") == "Die Pacht wird verlängert."
    assert [one.value("name") for one in found.entries("signed_by")] == ["Jens Ott", "Carla Winde"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Sitzung des Gemeinderates Linden am Wald am Montag, 02.03.2026", "Gemeinderat Linden am Wald"),
        ("Sitzung des Gemeinderates Linden wird für den 02.03.2026 eingeladen", "Gemeinderat Linden"),
    ],
)
def test_a_body_ends_where_its_name_ends(document, sentence, body):
    assert (
        document(f"Einladung\n\nZur {sentence}.\n\nTagesordnung\n\n1. Eröffnung\n2. Ende\n").value("body")
        == body
    )


def test_a_table_of_consultations_may_begin_with_the_day(document):
    found = document(
        "Mitteilungsvorlage\nBetreff: Jugend\n\nBeratungsfolge\nDatum          Gremium             Beschluss\n"
        "05.05.2026     Jugendausschuss     vertagt\n19.05.2026     Gemeinderat\n\nSachverhalt:\nEs gab Angebote.\n"
    )
    told = [
        (one.value("body"), one.value("date"), one.value("result")) for one in found.entries("consultations")
    ]
    assert told == [("Jugendausschuss", "2026-05-05", "vertagt"), ("Gemeinderat", "2026-05-19", None)]


def test_status_and_item_of_the_one_session_are_read(document):
    found = document(
        "Beschlussvorlage\n\nGegenstand der Vorlage: Verkauf\nEinreicher: Bürgermeister\nGremium: Gemeinderat\n"
        "Sitzung am: 26.05.2026, TOP 6\nStatus: nicht öffentlich\n\nBeschlussvorschlag\nEs wird verkauft.\n\n"
        "Abstimmungsergebnis\nAnwesend: ____\n"
    )
    (session,) = found.entries("consultations")
    assert (session.value("top"), session.value("public")) == ("6", False)
    assert (found.value("title"), found.value("submitter")) == ("Verkauf", "Bürgermeister")
    assert found.value("proposal_text") == "Es wird verkauft."


def test_a_line_like_a_form_below_the_title_makes_it_doubtful(document):
    found = document(
        "Beschlussvorlage\n\nBetreff: Verkauf des Hauses\nLeitziel: Wohnen\n\nBegründung:\nEs steht leer.\n"
    )
    assert found.values["title"].sure is False


def test_cells_that_claim_to_reach_far_fill_only_so_many_columns():
    grid = Grid()
    for _ in range(20):
        grid.place([(1000, 1000)])
    assert len(grid.taken) <= 1000
