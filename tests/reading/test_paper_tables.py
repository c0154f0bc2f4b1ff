"""Tables and sections of papers: a row is a row, a heading ends what stands above it."""

from __future__ import annotations

import pytest

SESSIONS = """<h1>Vorlage - BV/2026/031</h1>
<div>Betreff:</div><div>Bänke am Mühlenteich</div>
<div>Beteiligt:</div><div>Fachdienst 20 - Finanzen<br>Fachdienst 67 - Grün</div>
<div>Verfasser/-in:</div><div>Birke, Anna</div>
<h2>Beratungen</h2>
<table><tr><th>Datum</th><th>Gremium</th><th>TOP</th><th>Zuständigkeit</th></tr>
<tr><td>12.05.2026</td><td>Umweltausschuss</td><td>Ö 4</td><td>Vorberatung</td></tr>
<tr><td></td><td>Hauptausschuss</td><td></td><td>Vorberatung (nichtöffentlich)</td></tr>
<tr><td>21.05.2026</td><td>Rat der Stadt</td><td></td><td>Entscheidung</td></tr></table>
<h2>Finanzielle Auswirkungen</h2><p>Drei Bänke kosten 2.700 EUR.</p>
<h2>Bezug zum Leitbild</h2><p>Lindenhagen lädt ein.</p>
<h2>Anlagen</h2>
<table><tr><td>1</td><td><a href="a">Lageplan</a></td><td>(öffentlich)</td><td>PDF, 214 KB</td></tr></table>"""


def rows(paper, *names):
    return [tuple(entry.value(name) for name in names) for entry in paper.entries("consultations")]


def test_a_row_without_a_day_is_a_row_of_its_own(read_html):
    assert rows(read_html(SESSIONS), "body", "date", "role", "public") == [
        ("Umweltausschuss", "2026-05-12", "Vorberatung", None),
        ("Hauptausschuss", None, "Vorberatung", False),
        ("Rat der Stadt", "2026-05-21", "Entscheidung", None),
    ]


def test_departments_one_below_the_other_all_take_part(read_html):
    found = read_html(SESSIONS).value("participating_departments")
    assert found == ("Fachdienst 20 - Finanzen", "Fachdienst 67 - Grün")


def test_a_heading_that_is_not_known_ends_the_costs_with_a_doubt(read_html):
    costs = read_html(SESSIONS).values["costs_text"]
    assert costs.value == "Drei Bänke kosten 2.700 EUR."
    assert not costs.sure


def test_size_and_status_in_columns_are_no_part_of_an_attachment(read_html):
    assert read_html(SESSIONS).value("attachments") == ("Lageplan",)


NARROW = """Beratungsfolge              Termin        TOP   dafür  dageg.  Enth.
Umwelt- und Garten-
ausschuss                   12.05.2026     4      6      0      1
Stadtrat                    21.05.2026            9      0      2
"""


def test_counts_of_votes_beside_the_consultations_are_no_items(document):
    paper = document(
        f"Beschlussvorlage\n\nAmt: Bauamt\n\n{NARROW}\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n"
    )
    assert rows(paper, "body", "date", "top") == [
        ("Umwelt- und Gartenausschuss", "2026-05-12", "4"),
        ("Stadtrat", "2026-05-21", None),
    ]
    assert not paper.entries("consultations")[0].values["result"].sure


def test_a_body_without_a_day_is_not_lost_above_one_with_a_day(document):
    table = "Gremium              Termin\nUmweltausschuss\nStadtrat             21.05.2026\n"
    paper = document(f"Beschlussvorlage\n\n{table}\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n")
    assert rows(paper, "body", "date") == [("Umweltausschuss", None), ("Stadtrat", "2026-05-21")]


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ("☐ ja   ☒ nein", "nein"),
        ("( ) nein   (x) ja", "ja"),
        ("ja [ ]   nein [x]", "nein"),
        ("☒ ja   ☒ nein", None),
        ("☐ ja   ☐ nein", None),
    ],
)
def test_a_ticked_box_is_told_as_a_word(document, boxes, told):
    paper = document(
        f"Beschlussvorlage\n\nBetreff: Bänke\n\nFinanzielle Auswirkungen:\n{boxes}\n\nBegründung:\n\nEs fehlen.\n"
    )
    assert paper.value("costs_text") == told


def test_costs_of_several_kinds_are_all_kept(document):
    costs = "Gesamtkosten der Maßnahme: 2.700 €\nFolgekosten: keine\n"
    paper = document(f"Beschlussvorlage\n\nBetreff: Bänke\n\n{costs}\nBegründung:\n\nEs fehlen Bänke.\n")
    assert paper.value("costs_text") == "2.700 €\n\nFolgekosten: keine"
    assert not paper.values["costs_text"].sure


def test_a_word_file_tells_its_text_below_a_short_heading(read_docx):
    paper = read_docx(
        ("heading", "Informationsvorlage"),
        ("text", "Betreff: Bänke am Mühlenteich"),
        ("row", "Gremium", "Sitzung am"),
        ("row", "Stadtrat", "21.05.2026"),
        ("heading", "Information"),
        ("text", "Drei Bänke stehen."),
        ("heading", "Anlage"),
        ("text", "Lageplan"),
        ("text", "Lindenhagen, 04.05.2026"),
        ("text", "in Vertretung"),
        ("text", "Anna Birke"),
    )
    assert paper.value("explanation_text") == "Drei Bänke stehen."
    assert paper.value("attachments") == ("Lageplan",)
    assert rows(paper, "body", "role") == [("Stadtrat", None)]


def test_the_status_may_stand_in_front_of_the_day_and_a_time_behind_it(read_html):
    paper = read_html(
        "<h1>Vorlage - 26/118</h1><p>Betreff: Bänke</p><h2>Beratungsfolge</h2><table>"
        "<tr><th>Status</th><th>Datum</th><th>Gremium</th><th>Zuständigkeit</th><th>Ergebnis</th></tr>"
        "<tr><td>Ö</td><td>06.05.2026</td><td>Ortsbeirat West</td><td>Anhörung</td><td>zur Kenntnis genommen</td></tr>"
        "<tr><td>N</td><td>Mi, 20.05.2026 17:00</td><td>Hauptausschuss</td><td>Vorberatung</td><td></td></tr>"
        "</table><h2>Sachverhalt</h2><p>Es fehlen Bänke.</p>"
    )
    assert rows(paper, "body", "date", "role", "result", "public") == [
        ("Ortsbeirat West", "2026-05-06", "Anhörung", "zur Kenntnis genommen", True),
        ("Hauptausschuss", "2026-05-20", "Vorberatung", None, False),
    ]


def test_total_costs_in_a_sentence_make_no_form(document):
    told = "Die Gesamtkosten der Maßnahme betragen 286.000 Euro.\nMittel stehen bereit."
    paper = document(f"Beschlussvorlage\n\nBetreff: Bänke\n\nFinanzielle Auswirkungen:\n{told}\n")
    assert paper.value("costs_text") == told.replace("\n", " ")


def test_a_role_that_wraps_in_its_column_is_no_part_of_the_body(document):
    table = (
        "Beratungsfolge               Termin        Bemerkungen\n"
        "Magistrat                    12.05.2026    vorberatend, nicht\n"
        "                                           öffentlich\n"
        "Kreistag                     20.05.2026    nö\n"
    )
    paper = document(
        f"Beschlussvorlage\n\nAmt: Bauamt\n\n{table}\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n"
    )
    assert rows(paper, "body", "date", "role", "public") == [
        ("Magistrat", "2026-05-12", "vorberatend", False),
        ("Kreistag", "2026-05-20", None, False),
    ]


def test_the_name_of_a_district_in_capitals_is_no_title(document):
    paper = document(
        "KREIS MARKENBERG\nDer Landrat\n\nBerichtsvorlage\n\nFederführend: Dezernat III\n\n"
        "Beratungsfolge    Sitzung am    Aktion\nKreistag          27.03.2026    Kenntnisnahme\n\n"
        "Bericht über den Härtefallfonds\n\n1. Beschlussvorschlag\n\nDer Kreistag nimmt den Bericht zur Kenntnis.\n"
    )
    assert paper.value("title") == "Bericht über den Härtefallfonds"


def test_a_name_without_a_word_for_a_body_is_to_be_checked(document):
    table = (
        "Gremium        Termin        TOP\nHFA            12.05.2026    4\nStadtrat       21.05.2026    2\n"
    )
    paper = document(f"Beschlussvorlage\n\nAmt: Bauamt\n\nBeratungsfolge:\n\n{table}\nBetreff: Bänke\n")
    bodies = [entry.values["body"] for entry in paper.entries("consultations")]
    assert [(body.value, body.sure) for body in bodies] == [("HFA", False), ("Stadtrat", True)]
