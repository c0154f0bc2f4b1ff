"""Text, PDF, HTML and Word files come out as the same kind of lines."""

from __future__ import annotations

import docx
import pytest
from tests.reading import files, samples

from ratslinde.reading import read_bytes, read_file
from ratslinde.reading.text.lines import lines_of
from ratslinde.reading.text.page_furniture import without_furniture

OPENING = (
    "Eröffnung der Sitzung und Feststellung der ordnungsgemäßen Ladung und Beschlussfähigkeit, "
    "Feststellung der Tagesordnung"
)


def only(data: bytes, name: str):
    (document,) = read_bytes(data, name=name).documents
    return document


def items(document, part="agenda"):
    keys = ("number", "title", "public", "paper_reference")
    return [tuple(entry.value(key) for key in keys) for entry in document.entries(part)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_files_are_read_in_the_usual_encodings(encoding):
    text = samples.ANNOUNCEMENT.replace("Lindenstraße", "Große Lindenstraße")
    assert "Große Lindenstraße" in only(text.encode(encoding), "a.txt").value("place")


def test_line_ends_and_missing_endings_of_names_do_not_matter():
    data = samples.ANNOUNCEMENT.replace("\n", "\r\n").encode()
    assert only(data, "bekanntmachung").value("date") == "2023-06-14"


def test_columns_of_one_character_and_soft_hyphens_inside_words_are_read():
    text = "Tages\u00adordnung\n\n1       Eröff\u00adnung      A/1\n2       Anfragen\n"
    line = read_bytes(text.encode(), name="a.txt").source.lines[2]
    assert [cell.text for cell in line.cells] == ["1", "Eröffnung", "A/1"]


def test_a_page_head_that_ends_with_the_number_of_its_page_is_left_out():
    head = "Stadt Lindenhagen, Ratsbüro    "  # not "… Seite 2", which may head a section
    text = f"Niederschrift\n\nBeschluss:\n\f{head}2\nEs ist so.\n\f{head}3\nEnde."
    lines = without_furniture(lines_of(read_bytes(text.encode(), name="a.txt").source))
    assert [line.text for line in lines if line.text] == [
        "Niederschrift",
        "Beschluss:",
        "Es ist so.",
        "Ende.",
    ]


def test_a_heading_with_the_page_behind_it_is_kept_where_it_stands_first():
    head = "Ergänzende Erläuterungen        Seite "
    text = f"Vorlage\n\nAntrag:\n\f{head}2\nEs ist so.\n\f{head}3\nEnde."
    lines = without_furniture(lines_of(read_bytes(text.encode(), name="a.txt").source))
    assert [line.text for line in lines if line.text][2:] == [
        "Ergänzende Erläuterungen",
        "Es ist so.",
        "Ende.",
    ]


def test_a_foot_may_count_its_page_in_a_column_without_any_word():
    text = "Vorlage\n\nAnlagen: Heft 1/2\nBV-24-0519          1/2\n\fEnde.\nDrucksache          1/2"
    lines = without_furniture(lines_of(read_bytes(text.encode(), name="a.txt").source))
    assert [line.text for line in lines if line.text][1:] == ["Anlagen: Heft 1/2", "Ende.", "Drucksache 1/2"]


def test_form_feeds_part_pages():
    reading = read_bytes(f"{samples.ANNOUNCEMENT}\f{samples.DECISION_PAPER}".encode(), name="a.txt")
    assert reading.source.pages == 2
    assert [document.span.page for document in reading.documents] == [1, 2]


def test_text_that_lost_its_line_breaks_is_broken_again():
    text = " ".join(samples.PUBLIC_NOTICE.split()) + " Hinweise erteilt das Ratsbüro." * 3
    assert [row[0] for row in items(only(text.encode(), "a.txt"))][:3] == ["1", "2", "2.1"]


def test_columns_of_a_pdf_file_stay_apart():
    document = only(files.pdf(files.COLUMNS), "niederschrift.pdf")
    people = [(entry.value("name"), entry.value("present")) for entry in document.entries("attendees")]
    assert people == [("Anna Arnold", True), ("Carl Clausen", True), ("Bernd Busch", False)]
    assert (document.value("start"), document.value("end")) == ("19:30", "20:33")


def test_centred_numbers_and_broken_columns_of_a_pdf_table_are_joined():
    assert items(only(files.pdf(files.COLUMNS), "niederschrift.pdf"), "items") == [
        (
            "1",
            OPENING,
            True,
            None,
        ),
        ("2", "Sanierung der Brücke", True, "Ah 36/21-26"),
    ]


SHORT_PARAGRAPHS = """#set page(width: 16cm)
#set text(size: 10pt)
#set par(leading: 5pt, spacing: 17pt)
Niederschrift

Sitzung des Rates am 12.03.2026, 18:00 Uhr

Öffentlicher Teil

1. Eröffnung der Sitzung und der Beratung durch die Vorsitzende mit Feststellung der Tagesordnung und der Ladung

Frau Ahorn eröffnet.

2. Anfragen

Keine.

3. Antrag der Fraktion auf Aufstellung einer Bank am Markt neben dem Brunnen und vor dem Haus am Linden\u00adplatz

Herr Birke spricht.

4. Schluss

Frau Ahorn schließt.
"""


def test_a_page_of_short_paragraphs_keeps_them_apart():
    titles = [title for _, title, *_ in items(only(files.pdf(SHORT_PARAGRAPHS), "a.pdf"), "items")]
    assert titles[1::2] == ["Anfragen", "Schluss"]
    assert titles[0].endswith("Feststellung der Tagesordnung und der Ladung")


COINCIDENCE = """#set page(margin: 2cm)
#set text(size: 10pt, font: "Libertinus Serif")
#let row(..cells) = block(above: 4pt, below: 4pt, height: 10pt, for (x, cell) in cells.pos() { place(dx: x, cell) })
#row((0pt, [1.]), (60pt, [Eins]))
#row((0pt, [2.]), (60pt, [Zwei]))
#row((0pt, [3.]), (60pt, [Drei]))
#context { let wide = measure([Ratsherr~]).width; row((60pt - wide, [Ratsherr Eiche])) }
"""


def test_a_word_that_happens_to_begin_at_a_column_is_not_parted_from_its_neighbour():
    line = read_bytes(files.pdf(COINCIDENCE), name="a.pdf").source.lines[-1]
    assert [cell.text for cell in line.cells] == ["Ratsherr Eiche"]


def test_a_vote_behind_a_page_break_belongs_to_its_item():
    item = only(files.pdf(files.COLUMNS), "niederschrift.pdf").entries("items")[1]
    assert (
        item.value("decision_text")
        == "Der Rat beschließt die Sanierung der Brücke in der Regenwasser-Kanalstraße."
    )
    vote = item.entries("vote")[0]
    assert (vote.value("yes"), vote.value("no"), vote.value("abstain")) == (8, 0, 1)
    assert vote.span.page == 2


def test_a_scan_is_no_error_but_a_warning():
    reading = read_bytes(files.scan(), name="scan.pdf")
    assert [document.kind for document in reading.documents] == ["other"]
    assert reading.warnings == ("Seite 1 hat keine Textebene (eingescannt?); ihr Inhalt fehlt.",)


SESSIONNET = """<!DOCTYPE html><html><head><title>Sitzung</title><script>var a = "Datum: 01.01.2001";</script>
</head><body>
<nav><a href="/">Datum: 01.01.2001</a></nav><p style="display: none">Datum: 01.01.2001</p>
<h1>Tagesordnung der Sitzung</h1>
<dl><dt>Gremium:</dt><dd>Kulturausschuss</dd><dt>Sitzungsdatum:</dt><dd>Donnerstag, 12.03.2026</dd>
<dt>Uhrzeit:</dt><dd>17:30-19:05 Uhr</dd><dt>Raum:</dt><dd>Rathaus, Ratssaal</dd></dl>
<table><thead><tr><th>TOP</th><th>Betreff</th><th>Vorlage</th></tr></thead><tbody>
<tr><td colspan="3"><b>Öffentlicher Teil</b></td></tr>
<tr><td>Ö 1</td><td><a>Eröffnung der Sitzung</a></td><td></td></tr>
<tr><td>Ö 2</td><td>Neubau der<br>Stadtbücherei</td><td><a>2026/0114</a></td></tr>
<tr><td colspan="3">Nichtöffentlicher Teil</td></tr>
<tr><td>N 3</td><td>Ankauf eines Gemäldes</td><td>2026/0120</td></tr>
</tbody></table><footer>Impressum</footer></body></html>"""

ALLRIS = """<html><body><h1>Vorlage - 2026/0114</h1><table>
<tr><td>Betreff:</td><td colspan="3">Neubau der Stadtbücherei<br>- Grundsatzbeschluss</td></tr>
<tr><td>Status:</td><td>öffentlich</td><td>Vorlage-Art:</td><td>Beschlussvorlage</td></tr>
<tr><td>Federführend:</td><td>41 Amt für Kultur</td><td>Bearbeiter/-in:</td><td>Sommer, Ina</td></tr>
<tr><td>Beteiligt:</td><td>20 Kämmerei</td></tr><tr><td>Beratungsfolge:</td><td></td></tr></table>
<table><tr><td>Kulturausschuss</td><td>Vorberatung</td></tr>
<tr><td>12.03.2026</td><td>Sitzung des Kulturausschusses</td><td>ungeändert beschlossen</td></tr>
<tr><td>Rat der Stadt Lindenhagen</td><td>Entscheidung</td></tr>
<tr><td>26.03.2026</td><td>Sitzung des Rates der Stadt Lindenhagen</td></tr></table>
<p><b>Beschlussvorschlag:</b></p><p>Der Rat beschließt den Neubau.</p><p>Die Verwaltung plant.</p>
<p>Sachverhalt:</p><p>Die Bücherei ist zu klein.</p><p>Finanzielle Auswirkungen:</p><p>Es entstehen Kosten.</p>
<p>Anlagen:</p><ul><li>Lageplan</li><li>Raumprogramm</li></ul></body></html>"""

EXTRACT = """<html><body><h1>Auszug - Neubau der Stadtbücherei</h1><h2>Sitzung des Kulturausschusses</h2>
<table><tr><td>TOP:</td><td>Ö 2</td></tr>
<tr><td>Gremium:</td><td>Kulturausschuss</td><td>Beschlussart:</td><td>beschlossen</td></tr>
<tr><td>Datum:</td><td>Do, 12.03.2026</td><td>Status:</td><td>öffentlich</td></tr>
<tr><td>Zeit:</td><td>17:30 - 19:05</td><td>Anlass:</td><td>Sitzung</td></tr>
<tr><td>Ort:</td><td>Markt 1</td></tr></table>
<table><tr><td><a>2026/0114 Neubau der Stadtbücherei</a></td></tr></table>
<p>Frau Sommer berichtet.</p><p>Beschluss:</p><p>Der Ausschuss empfiehlt den Neubau.</p><p>Abstimmungsergebnis:</p>
<table><tr><td>Ja-Stimmen:</td><td>9</td></tr><tr><td>Nein-Stimmen:</td><td>2</td></tr></table></body></html>"""


def test_definition_lists_and_tables_of_an_html_agenda_are_read():
    document = only(SESSIONNET.encode(), "to0040.html")
    assert document.value("body") == "Kulturausschuss"
    assert (document.value("date"), document.value("time")) == ("2026-03-12", "17:30")
    assert document.value("place") == "Rathaus, Ratssaal"
    assert items(document) == [
        ("Ö 1", "Eröffnung der Sitzung", True, None),
        ("Ö 2", "Neubau der Stadtbücherei", True, "2026/0114"),
        ("N 3", "Ankauf eines Gemäldes", False, "2026/0120"),
    ]


def test_tables_with_several_labels_in_a_row_are_read():
    paper = only(ALLRIS.encode(), "vo020.html")
    assert paper.value("title") == "Neubau der Stadtbücherei - Grundsatzbeschluss"
    assert (paper.value("reference"), paper.value("subtype")) == ("2026/0114", "beschlussvorlage")
    assert paper.value("lead_department") == "41 Amt für Kultur"
    assert paper.value("participating_departments") == ("20 Kämmerei",)
    assert paper.entries("contact")[0].value("name") == "Sommer, Ina"
    assert paper.value("proposal_text") == "Der Rat beschließt den Neubau.\n\nDie Verwaltung plant."
    assert paper.value("costs_text") == "Es entstehen Kosten."
    assert paper.value("attachments") == ("Lageplan", "Raumprogramm")
    rows = [
        tuple(entry.value(key) for key in ("body", "date", "role", "result"))
        for entry in paper.entries("consultations")
    ]
    assert rows == [
        ("Kulturausschuss", "2026-03-12", "Vorberatung", "ungeändert beschlossen"),
        ("Rat der Stadt Lindenhagen", "2026-03-26", "Entscheidung", None),
    ]


def test_an_extract_holds_the_one_item():
    document = only(EXTRACT.encode(), "to020.html")
    assert (document.kind, document.value("end")) == ("niederschrift", "19:05")
    assert items(document, "items") == [("Ö 2", "Neubau der Stadtbücherei", True, "2026/0114")]
    vote = document.entries("items")[0].entries("vote")[0]
    assert (vote.value("yes"), vote.value("no"), vote.value("abstain")) == (9, 2, None)


def test_html_in_windows_encoding_is_read():
    assert only(ALLRIS.encode("cp1252"), "a.htm").value("lead_department") == "41 Amt für Kultur"


def test_word_counts_its_items_itself():
    document = only(files.word_invitation(), "einladung.docx")
    assert document.value("place") == "Rathaus, Ratssaal"
    assert items(document) == [
        ("1", "Eröffnung der Sitzung", True, None),
        ("2", "Neubau der Bücherei", True, "2026/0114"),
        ("3", "Verschiedenes", True, None),
    ]
    assert (document.value("signed_by"), document.value("issued_on")) == ("Anna Arnold", "2026-03-02")


def test_levels_of_word_numbers_are_counted():
    document = docx.Document()
    files.multilevel(document)
    for level, title in ((0, "Anfragen"), (1, "Schulweg"), (1, "Spielplatz"), (0, "Verschiedenes")):
        paragraph = document.add_paragraph(title, style="List Number")
        if level:
            paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr().get_or_add_ilvl().val = (
                level
            )
            number = document.styles["List Number"].element.pPr.numPr.numId.val
            paragraph.paragraph_format.element.pPr.numPr.get_or_add_numId().val = number
    lines = read_bytes(files.saved(document), name="a.docx").source.lines
    assert [line.text for line in lines] == [
        "1.\tAnfragen",
        "1.1\tSchulweg",
        "1.2\tSpielplatz",
        "2.\tVerschiedenes",
    ]


def test_a_word_form_with_merged_cells_and_a_table_inside_is_read():
    paper = only(files.word_paper(), "vorlage.docx")
    assert (paper.value("reference"), paper.value("title")) == ("2026/0114", "Neubau der Stadtbücherei")
    assert paper.value("lead_department") == "Fachbereich Kultur"
    assert paper.value("proposal_text") == "Der Rat beschließt den Neubau der Stadtbücherei."
    rows = [
        tuple(entry.value(key) for key in ("body", "date", "role"))
        for entry in paper.entries("consultations")
    ]
    assert rows == [("Kulturausschuss", "2026-03-12", "Vorberatung"), ("Rat", "2026-03-26", "Entscheidung")]


def test_a_file_is_read_by_its_first_bytes_whatever_its_name(tmp_path):
    path = tmp_path / "unterlage.dat"
    path.write_bytes(files.word_invitation())
    assert read_file(path).documents[0].kind == "einladung"


def test_running_text_in_two_columns_is_read_column_by_column():
    source = f"""#set page(columns: 2, height: 12cm)
#set text(lang: "de", size: 9pt)
Öffentliche Bekanntmachung

{"Die Gemeinde gibt bekannt, was in der Zeitung steht. " * 10}

Links ist das Ende der Spalte erreicht.
#colbreak()
Rechts beginnt die zweite Spalte.

{"Auch hier steht Text, der mehrere Zeilen lang ist und weitergeht. " * 9}"""
    lines = [line.text for line in read_bytes(files.pdf(source), name="a.pdf").source.lines]
    assert lines.index("Links ist das Ende der Spalte erreicht.") < lines.index(
        "Rechts beginnt die zweite Spalte."
    )
    assert "Auch hier" not in lines[2]


def test_room_and_place_are_both_kept():
    page = (
        "<h1>Einladung</h1><table><tr><td>Gremium:</td><td>Rat der Gemeinde Lindenau</td></tr>"
        "<tr><td>Datum:</td><td>Do, 12.03.2026</td><td>Zeit:</td><td>18:00</td></tr>"
        "<tr><td>Raum:</td><td>Großer Sitzungssaal</td></tr><tr><td>Ort:</td><td>{place}</td></tr></table>"
        "<p>Tagesordnung</p><table><tr><td>Ö 1</td><td>Eröffnung</td></tr></table>"
    )

    def where(place):
        (found,) = read_bytes(page.format(place=place).encode(), name="einladung.html").documents
        return found.value("place"), found.value("room")

    assert where("Rathaus") == ("Rathaus", "Großer Sitzungssaal")
    assert where("Rathaus, Großer Sitzungssaal") == ("Rathaus, Großer Sitzungssaal", None)
    assert where("") == ("Großer Sitzungssaal", None)
