"""Papers whose labels, tables and forms are set otherwise than in a row."""

from __future__ import annotations

import pytest
from tests.reading import samples


def test_values_in_a_block_below_all_labels_find_their_label(document):
    paper = document(samples.BLOCK_FORM)
    assert paper.value("reference") == "1338"
    assert paper.value("responsible") == "Dez. 5"
    assert paper.value("title") == "Erneuerung der Brücke am Lindenbach"
    assert not paper.values["reference"].sure


def test_rows_of_consultations_are_read_with_lost_columns(document):
    rows = [
        tuple(entry.value(key) for key in ("body", "date", "top", "result"))
        for entry in document(samples.BLOCK_FORM).entries("consultations")
    ]
    assert rows == [
        ("Bauausschuss", "2014-03-01", None, "Zustimmung"),
        ("Gemeinderat", "2014-04-08", "12", None),
    ]


def test_of_two_proposals_the_second_is_the_final_one(document):
    paper = document(samples.BLOCK_FORM)
    assert paper.value("proposal_text") == "Der Gemeinderat beschließt die Erneuerung der Brücke."
    assert (
        paper.value("final_resolution_text")
        == "Der Gemeinderat beschließt die vollständige Erneuerung der Brücke."
    )


def test_the_form_of_financial_effects_gives_amount_and_sentence_only(document):
    paper = document(samples.BLOCK_FORM)
    assert paper.value("costs_text") == "585.000 €"
    assert paper.value("financing_text") == "Haushaltsmittel stehen in voller Höhe zur Verfügung."
    assert not paper.values["costs_text"].sure


def test_page_heads_are_left_out_and_divided_words_joined(document):
    assert document(samples.BLOCK_FORM).value("explanation_text") == (
        "Die Brücke ist baufällig und muss erneuert werden.\n\nEine Sperrung der Nord-Süd-Verbindung ist nicht nötig."
    )


FORM = """Beschlussvorlage

Vorlage Nr.: 2025/0023
Verantwortlich: Dez. 4
Dienststelle:  Kämmerei

Annahme von Spenden

Gremien Termin TOP Ö / N Zuständigkeit
Haupt- und Finanzausschuss 04.02.2025 4 Ö Entscheidung
Kurzfassung
Der Ausschuss nimmt die Spenden an.

Finanzielle Auswirkungen
Ja       {ticked}     Nein      ☐

☐ Investition
Gesamtkosten: {total}
Jährliche/r Budgetbedarf/Folgekosten:
Finanzierung
{ticked} bereits vollständig budgetiert
☐ teilweise budgetiert
Gegenfinanzierung durch
☐ Mehrerträge/-einzahlung

Erläuterungen

Die Spenden wurden angezeigt.
"""


def test_ticked_boxes_are_stated_and_empty_ones_are_not(document):
    paper = document(FORM.format(ticked="☒", total="1.000 Euro"))
    assert paper.value("financing_text") == "bereits vollständig budgetiert"
    assert paper.value("costs_text") == "1.000 Euro"
    empty = document(FORM.format(ticked="☐", total=""))
    assert empty.value("financing_text") is None
    assert empty.value("costs_text") is None


def test_a_table_without_heading_is_the_order_of_consultation(document):
    paper = document(FORM.format(ticked="☐", total=""))
    (row,) = paper.entries("consultations")
    assert row.value("body") == "Haupt- und Finanzausschuss"
    assert (row.value("top"), row.value("public"), row.value("role")) == ("4", True, "Entscheidung")
    assert paper.value("title") == "Annahme von Spenden"
    assert paper.value("lead_department") == "Kämmerei"
    assert paper.value("summary_text") == "Der Ausschuss nimmt die Spenden an."


def test_a_body_with_two_dates_has_two_consultations(document):
    text = (
        "Vorlage - 2026/245\n\nBetreff:\nSchulhof\nVorlageart:\nBeschlussvorlage\n\nBeratungsfolge\n\n"
        "● Erledigt\t\tSchulausschuss\tVorberatung\n\t29.06.2026\tSitzung des Schulausschusses\tvertagt\tNA\n"
        "\t01.09.2026\tSitzung des Schulausschusses\n"
        "● Geplant\t\tVerwaltungsausschuss (nicht-öffentlich)\tVorberatung\n"
    )
    rows = [
        tuple(entry.value(key) for key in ("body", "date", "role", "result", "public"))
        for entry in document(text).entries("consultations")
    ]
    assert rows == [
        ("Schulausschuss", "2026-06-29", "Vorberatung", "vertagt", None),
        ("Schulausschuss", "2026-09-01", "Vorberatung", None, None),
        ("Verwaltungsausschuss (nicht-öffentlich)", None, "Vorberatung", None, False),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ANTRAG", "antrag"),
        ("Anfrage", "anfrage"),
        ("Antrag - 2026/245", "antrag"),
        ("Interfraktioneller Änderungsantrag", "antrag"),
        ("Schriftliche Anfrage", "anfrage"),
    ],
)
def test_motions_and_questions_are_not_taken_for_papers_of_the_administration(heading, kind, document):
    text = f"{heading}\n\nGremium: Rat\nTermin: 12.03.2026\n\nMehr Bänke\n\nBegründung:\n\nBänke fehlen.\n"
    assert document(text).kind == kind


def test_without_a_table_the_session_of_the_head_is_the_consultation(document):
    text = (
        "STELLUNGNAHME zum Antrag\n\nGremium:\nTermin:\nVorlage Nr.:\nTOP:\nVerantwortlich:\n\n"
        "28. Plenarsitzung Gemeinderat\n25.10.2016\n2016/0536\n14\nöffentlich\nDez. 2\n\nAusbau der Radwege\n\n"
        "- Kurzfassung -\n\nDie Verwaltung rät ab.\n"
    )
    paper = document(text)
    (row,) = paper.entries("consultations")
    keys = ("body", "date", "top", "public", "role")
    assert [row.value(key) for key in keys] == ["Gemeinderat", "2016-10-25", "14", True, None]
    assert (paper.value("subtype"), paper.value("title")) == ("stellungnahme", "Ausbau der Radwege")
    assert paper.value("summary_text") == "Die Verwaltung rät ab."


def test_names_of_bodies_broken_over_two_lines_and_glued_dates_are_read(document):
    text = (
        "Beschlussvorlage\n\nVorlage Nr.: 2021/0423\n\nVereine\n\nGremium Termin TOP ö nö\n"
        "Ausschuss für Umwelt und\nGesundheit 12.05.2021 3  x\nSportausschuss18.05.20217x\n"
    )
    rows = [(row.value("body"), row.value("date")) for row in document(text).entries("consultations")]
    assert rows == [("Ausschuss für Umwelt und Gesundheit", "2021-05-12"), ("Sportausschuss", "2021-05-18")]


def test_a_letter_of_factions_is_no_paper_of_the_administration(document):
    text = (
        "Fraktion Liste Linde\nim Rat der Stadt Lindenhagen\n\nSehr geehrter Herr Bürgermeister,\n\n"
        "wir möchten Sie bitten, folgenden Punkt auf die Tagesordnung zu setzen:\n\nBESCHLUSSENTWURF:\n\n"
        "Die Verwaltung stellt Bänke auf.\n\nBegründung:\n\nBänke fehlen.\n\nMit freundlichen Grüßen\nMara Yildiz\n"
    )
    assert document(text).kind in ("antrag", "other")
