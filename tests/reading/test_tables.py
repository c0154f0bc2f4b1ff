"""Tables of items in HTML, Word and PDF files: title, paper, decision and votes stand in columns of their own."""

from __future__ import annotations

import io

import docx
import pytest
from tests.reading.files import pdf

from ratslinde.reading import Document, read_bytes

HEAD = (
    "<h1>{kind}</h1><p>über die Sitzung des Kulturausschusses am 12.03.2026</p>"
    "<p>Ort: Rathaus</p><p>Beginn: 18:00 Uhr</p><p>Ende: 19:00 Uhr</p>"
)
VOTE = ("yes", "no", "abstain", "result")


def row(cells, tag="td"):
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def table(headings, *rows):
    return f"<table>{row(headings, 'th')}{''.join(row(cells) for cells in rows)}</table>"


def html(body: str, kind: str = "Niederschrift"):
    return read_bytes((HEAD.format(kind=kind) + body).encode(), name="unterlage.html")


def only(reading) -> Document:
    (document,) = reading.documents
    return document


def items(document, *names, part="items"):
    return [tuple(entry.value(name) for name in names) for entry in document.entries(part)]


def votes(document):
    found = [entry.parts["vote"] for entry in document.entries("items")]
    return [tuple(vote.value(key) for key in VOTE) if vote else None for vote in found]


def test_results_and_votes_are_taken_from_their_columns():
    document = only(
        html(
            table(
                ["TOP", "Betreff", "Beschluss", "Ja", "Nein", "Enth."],
                ["Ö 1", "Eröffnung", "", "", "", ""],
                ["Ö 2", "Haushalt 2026", "ungeändert beschlossen", "9", "2", "1"],
                ["Ö 3", "Bericht", "zur Kenntnis genommen", "", "", "-"],
            )
        )
    )
    assert items(document, "number", "title", "decision_text") == [
        ("Ö 1", "Eröffnung", None),
        ("Ö 2", "Haushalt 2026", None),
        ("Ö 3", "Bericht", None),
    ]
    assert votes(document) == [
        None,
        (9, 2, 1, "ungeändert beschlossen"),
        (None, None, None, "zur Kenntnis genommen"),
    ]
    assert all(field.sure for path, field in document.walk() if path.startswith("items[1]"))


def test_columns_may_stand_in_another_order_and_hold_the_text_of_the_decision():
    document = only(
        html(
            table(
                ["Vorlage", "Nr.", "Tagesordnungspunkt", "Beschlusstext", "dafür", "dagegen"],
                ["", "1", "Eröffnung", "", "", ""],
                [
                    "BV/44/26",
                    "2",
                    "Kanal",
                    "Der Kanal wird erneuert.<br>Die Arbeit beginnt im Mai.",
                    "9",
                    "0",
                ],
            )
        )
    )
    assert items(document, "number", "title", "paper_reference", "decision_text")[1] == (
        "2",
        "Kanal",
        "BV/44/26",
        "Der Kanal wird erneuert. Die Arbeit beginnt im Mai.",
    )
    assert votes(document)[1] == (9, 0, None, None)


def test_headings_may_stand_in_two_rows():
    document = only(
        html(
            "<table><tr><th rowspan=2>TOP</th><th rowspan=2>Gegenstand</th><th colspan=3>Abstimmung</th></tr>"
            + row(["Ja", "Nein", "Enthaltung"], "th")
            + "<tr><td colspan=5>Öffentlicher Teil</td></tr>"
            + row(["1", "Dorfplatz", "7", "1", "0"])
            + "</table>"
        )
    )
    assert items(document, "number", "title", "public") == [("1", "Dorfplatz", True)]
    assert votes(document) == [(7, 1, 0, None)]


@pytest.mark.parametrize(
    ("heading", "cell", "vote"),
    [
        ("Abstimmung (J/N/E)", "12/0/1", (12, 0, 1, None)),
        ("Ja/Nein/Enth.", "12 / 0 / 1", (12, 0, 1, None)),
        ("Ergebnis", "empfohlen<br>Ja: 12, Nein: 0, Enthaltungen: 1", (12, 0, 1, "empfohlen")),
        ("einstimmig", "x", (None, None, None, "einstimmig")),
    ],
)
def test_one_column_may_hold_the_whole_vote(heading, cell, vote):
    document = only(html(table(["TOP", "Thema", heading], ["1", "Eröffnung", ""], ["2", "Brücke", cell])))
    assert items(document, "title") == [("Eröffnung",), ("Brücke",)]
    assert votes(document) == [None, vote]


def test_a_column_nobody_knows_is_no_title_and_is_reported():
    reading = html(
        table(["TOP", "Thema", "Zeit"], ["1", "Eröffnung", ""], ["2", "Brücke", "20 Minuten"]), "Einladung"
    )
    assert items(only(reading), "title", part="agenda") == [("Eröffnung",), ("Brücke",)]
    assert any(
        "Die Spalte „Zeit“ wird nicht übernommen; gefüllt ist sie bei TOP 2." in w for w in reading.warnings
    )


def test_a_row_without_a_number_is_no_vote_of_the_item_above():
    reading = html(
        table(
            ["TOP", "Thema", "Ergebnis", "Ja", "Nein"],
            ["1", "Straße", "", "", ""],
            ["", "Änderungsantrag", "abgelehnt", "3", "10"],
            ["2", "Brücke", "angenommen", "10", "3"],
        )
    )
    assert items(only(reading), "title") == [("Straße",), ("Brücke",)]
    assert votes(only(reading)) == [None, (10, 3, None, "angenommen")]
    assert any("„Änderungsantrag abgelehnt 3 10“" in warning for warning in reading.warnings)


def test_several_numbers_in_one_column_are_to_be_checked():
    document = only(html(table(["TOP", "Thema", "Ja"], ["1", "Eröffnung", ""], ["2", "Brücke", "9, dann 3"])))
    (_, item) = document.entries("items")
    assert item.parts["vote"].values["yes"].value == 9
    assert not item.parts["vote"].values["yes"].sure


def test_numbers_of_papers_may_be_plain_in_their_column():
    document = only(
        html(
            table(["TOP", "Betreff", "Vorlage"], ["1", "Eröffnung", ""], ["2", "Brücke", "1402"]), "Einladung"
        )
    )
    assert items(document, "title", "paper_reference", part="agenda")[1] == ("Brücke", "1402")


def test_a_word_behind_the_title_tells_whether_an_item_is_public():
    document = only(
        html(
            "<p>Tagesordnung</p><table>"
            + row(["1", "Eröffnung", "öffentlich"])
            + row(["2", "Kauf", "nicht öffentlich"])
            + "</table>",
            "Einladung",
        )
    )
    assert items(document, "title", "public", part="agenda") == [("Eröffnung", True), ("Kauf", False)]


def test_tables_of_icons_in_a_row_part_nothing():
    icons = "<table><tr><td><a>i</a></td></tr></table>"
    headings = ["", "TOP", "Betreff", "Vorlage"]
    rows = ([icons, "Ö 1", "Eröffnung", ""], [icons, "Ö 2", "Brücke", "12/26"])
    document = only(html(f"<table><tr><td>{table(headings, *rows)}</td></tr></table>", "Einladung"))
    assert items(document, "number", "title", "paper_reference", part="agenda") == [
        ("Ö 1", "Eröffnung", None),
        ("Ö 2", "Brücke", "12/26"),
    ]
    assert all(entry.values["title"].sure for entry in document.entries("agenda"))


def test_a_small_table_of_counts_is_the_vote_and_no_text_of_the_decision():
    body = "<h3>TOP 1 Eröffnung</h3><h3>TOP 2 Brücke</h3><p>Beschluss:</p><p>Die Brücke wird gebaut.</p>"
    document = only(html(body + table(["Ja", "Nein", "Enthaltung"], ["6", "1", "2"])))
    assert items(document, "decision_text")[1] == ("Die Brücke wird gebaut.",)
    assert votes(document)[1][:3] == (6, 1, 2)


@pytest.mark.parametrize("entry", ["<li>{}</li>", "<li> <p>{}</p></li>"])
def test_a_browser_counts_the_entries_of_a_list(entry):
    entries = "".join(map(entry.format, ("Eröffnung", "Brücke")))
    document = only(html(f"<h2>Tagesordnung</h2><ol>{entries}</ol>", "Einladung"))
    assert items(document, "number", "title", part="agenda") == [("1", "Eröffnung"), ("2", "Brücke")]


@pytest.fixture
def word():
    document = docx.Document()
    document.add_heading("Niederschrift", 1)
    document.add_paragraph("über die Sitzung des Jugendrates am 19.06.2026 im Jugendtreff Mühlengraben")
    rows = (
        ("TOP", "Thema", "einst.", "abgelehnt", "Anmerkung"),
        ("1", "Begrüßung", "", "", ""),
        ("2", "Graffitiwand", "x", "", "bis Herbst"),
        ("3", "Verbot von Rollern", "", "x", ""),
    )
    made = document.add_table(rows=0, cols=5)
    for cells in rows:
        for cell, text in zip(made.add_row().cells, cells, strict=True):
            cell.text = text
    made.cell(2, 4).merge(made.cell(3, 4))  # reaches down into the next row
    file = io.BytesIO()
    document.save(file)
    return read_bytes(file.getvalue(), name="unterlage.docx")


def test_a_cross_in_a_word_file_stands_for_the_heading_above_it(word):
    assert items(only(word), "number", "title") == [
        ("1", "Begrüßung"),
        ("2", "Graffitiwand"),
        ("3", "Verbot von Rollern"),
    ]
    assert [vote and vote[3] for vote in votes(only(word))] == [None, "einst.", "abgelehnt"]
    assert any(
        "Die Spalte „Anmerkung“ wird nicht übernommen; gefüllt ist sie bei TOP 2." in w for w in word.warnings
    )


def test_columns_of_a_pdf_file_are_found_by_their_place():
    document = only(
        read_bytes(
            pdf(
                "= Ergebnisprotokoll\nder Sitzung des Finanzausschusses am 30.06.2026\n\n"
                "#table(columns: (12mm, 1fr, 38mm, 10mm, 12mm), [*TOP*], [*Betreff*], [*Ergebnis*], [*Ja*], [*Nein*],"
                "[1], [Tagesordnung], [einstimmig beschlossen], [9], [0],"
                "[2], [Aufwendungen im ersten Halbjahr des laufenden Haushaltsjahres, die nicht geplant waren],"
                "[zur Kenntnis genommen], [], [])"
            ),
            name="unterlage.pdf",
        )
    )
    assert items(document, "title")[1] == (
        "Aufwendungen im ersten Halbjahr des laufenden Haushaltsjahres, die nicht geplant waren",
    )
    assert votes(document) == [
        (9, 0, None, "einstimmig beschlossen"),
        (None, None, None, "zur Kenntnis genommen"),
    ]


def test_a_cell_that_may_be_a_decision_or_its_result_is_to_be_checked():
    document = only(
        html(
            table(
                ["TOP", "Thema", "Beschluss"],
                ["1", "Eröffnung", ""],
                ["2", "Verein", "Zuschuss von 500 Euro"],
                ["3", "Park", "Der Park wird erweitert"],
                ["4", "Wald", "Kenntnisnahme"],
            )
        )
    )
    texts = [entry.values["decision_text"] for entry in document.entries("items")]
    assert [(text.value, text.sure) for text in texts] == [
        (None, True),
        ("Zuschuss von 500 Euro", False),
        ("Der Park wird erweitert", True),
        (None, True),
    ]


def test_several_papers_in_one_column_are_to_be_checked():
    document = only(
        html(
            table(["TOP", "Betreff", "Vorlage"], ["1", "A", ""], ["2", "Brücke", "12/26<br>13/26"]),
            "Einladung",
        )
    )
    (_, item) = document.entries("agenda")
    assert (item.value("paper_reference"), item.values["paper_reference"].sure) == ("12/26", False)


def test_a_table_in_the_text_of_a_decision_keeps_all_its_columns():
    listed = table(["TOP", "Betreff", "Vorlage"], ["1", "Eröffnung", ""], ["2", "Haushalt", "12/26"])
    told = "<h3>1. Eröffnung</h3><p>Alle sind da.</p><h3>2. Haushalt</h3><p>Beschluss:</p><p>Es wird geplant:</p>"
    document = only(html(listed + told + f"<table>{row(['7', 'Straßen', '5.000 Euro'])}</table>"))
    assert document.entries("items")[1].value("decision_text").endswith("7 Straßen 5.000 Euro")


def test_people_in_a_table_are_read_by_its_headings():
    people = table(
        ["Name", "Funktion", "Fraktion", "Anwesend"],
        ["Jörg Ebereschen", "Vorsitz", "", "ja"],
        ["Tilda Moor", "", "CDU", "entschuldigt"],
        ["Ruth Halm", "Mitglied", "SPD", ""],
    )
    document = only(
        html(people + table(["TOP", "Thema", "Ja"], ["1", "Eröffnung", ""], ["2", "Brücke", "9"]))
    )
    found = document.entries("attendees")
    assert [
        tuple(one.value(key) for key in ("name", "role", "group", "present", "note")) for one in found
    ] == [
        ("Jörg Ebereschen", "Vorsitz", None, True, None),
        ("Tilda Moor", None, "CDU", False, "entschuldigt"),
        ("Ruth Halm", "Mitglied", "SPD", True, None),
    ]
    assert [one.values["present"].sure for one in found] == [True, True, False]
    assert items(document, "title") == [("Eröffnung",), ("Brücke",)]
