"""Papers written as letters, and heads that name sessions and departments in words."""

from __future__ import annotations

import pytest

LETTER = """Fraktion Grüne Mitte im Rat der Stadt Lindenhagen

                                        Lindenhagen, 04.05.2026
An den Bürgermeister

Antrag gemäß § 7 der Geschäftsordnung
für die Sitzung des Stadtrates am 21.05.2026

Bänke am Mühlenteich

Sehr geehrter Herr Bürgermeister,

unsere Fraktion bittet darum, der Rat möge beschließen:

1. Am Mühlenteich werden drei Bänke aufgestellt.
2. Die Verwaltung bittet den Heimatverein um Hilfe.

Begründung:

Bisher kann dort niemand sitzen.

Mit freundlichen Grüßen

Anna Birke                Carl Dorn
Fraktionssprecherin       Ratsmitglied

Eingang Stadt Lindenhagen: 6. Mai 2026      Nr. A 9/2026
"""


def field(paper, name):
    return paper.values[name].value, paper.values[name].sure


def test_a_sentence_that_asks_for_a_decision_opens_the_proposal(document):
    text, sure = field(document(LETTER), "proposal_text")
    assert text.startswith("1. Am Mühlenteich")
    assert text.endswith("um Hilfe.")
    assert sure


def test_the_reasons_of_a_letter_end_above_its_greeting(document):
    assert field(document(LETTER), "explanation_text") == ("Bisher kann dort niemand sitzen.", True)


def test_title_and_number_of_a_letter_are_found_without_labels(document):
    paper = document(LETTER)
    assert paper.value("title") == "Bänke am Mühlenteich"
    assert field(paper, "reference") == ("A 9/2026", False)


def test_a_letter_names_the_session_that_it_is_for(document):
    (session,) = document(LETTER).entries("consultations")
    assert (session.value("body"), session.value("date")) == ("Stadtrat", "2026-05-21")
    assert not session.values["body"].sure


def test_text_behind_the_proposal_of_a_letter_leaves_a_doubt(document):
    paper = document(LETTER.replace("\nBegründung:\n", "\nWir bitten um baldige Beratung.\n\nBegründung:\n"))
    assert not field(paper, "proposal_text")[1]


def test_a_title_can_stand_in_the_heading(document):
    paper = document(
        "Antrag der Gruppe Buntes Lindenhagen: Bänke am Mühlenteich\n\nBegründung:\n\nEs fehlen Bänke.\n"
    )
    assert field(paper, "title") == ("Bänke am Mühlenteich", False)


@pytest.mark.parametrize(
    "end", ["gez. Anna Birke\nBürgermeisterin", "Lindenhagen, 04.05.2026\nIm Auftrag\nCarl Dorn"]
)
def test_signatures_are_no_part_of_the_last_section(document, end):
    paper = document(f"Beschlussvorlage\n\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n\n{end}\n")
    assert paper.value("explanation_text") == "Es fehlen Bänke."


def test_a_sentence_that_begins_like_a_signature_stays(document):
    told = "Im Auftrag der Stadt hat ein Büro den Teich untersucht und drei Stellen für Bänke vorgeschlagen."
    paper = document(f"Beschlussvorlage\n\nBetreff: Bänke\n\nBegründung:\n\n{told}\n")
    assert paper.value("explanation_text") == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Beratung: Umweltausschuss am 12.05.2026 (öffentlich, Vorberatung)",
            ("2026-05-12", "Vorberatung", True),
        ),
        ("Beratung in:   Umweltausschuss am Dienstag, dem 12.05.2026", ("2026-05-12", None, None)),
        ("Vorgesehen für: Umweltausschuss", (None, None, None)),
    ],
)
def test_a_label_names_the_session_of_a_paper(document, line, told):
    paper = document(
        f"Beschlussvorlage\n\nAmt: Grünflächenamt\n{line}\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n"
    )
    (session,) = paper.entries("consultations")
    assert session.value("body") == "Umweltausschuss"
    assert tuple(session.value(key) for key in ("date", "role", "public")) == told


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("Amt: Grünflächenamt", ("Grünflächenamt", True)),
        ("Sachgebiet: Grünpflege", ("Grünpflege", False)),
        ("Federführend: Bauamt\nAmt: Grünflächenamt", ("Bauamt", True)),
        ("Stadt Lindenhagen\nGrünflächenamt", ("Grünflächenamt", False)),
    ],
)
def test_the_lead_department_is_told_in_several_ways(document, head, lead):
    paper = document(f"{head}\n\nBeschlussvorlage\n\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n")
    assert field(paper, "lead_department") == lead
    assert paper.value("title") == "Bänke"


@pytest.mark.parametrize(
    "head",
    [
        "Stadt Lindenhagen                     Drucksachen-Nr.\nAmt: Bauamt                           BV-ST 031/2026",
        "Stadt Lindenhagen                     Anfrage Nr. BV-ST 031/2026",
        "Stadt Lindenhagen               Beschlussvorlage\nBürgermeisterin                 Nr. BV-ST 031/2026",
    ],
)
def test_the_number_of_a_paper_stands_in_a_column_on_the_right(document, head):
    paper = document(f"{head}\n\nBeschlussvorlage\n\nBetreff: Bänke\n\nBegründung:\n\nEs fehlen Bänke.\n")
    assert paper.value("reference") == "BV-ST 031/2026"


def test_the_title_can_stand_behind_the_word_for_an_item(document):
    paper = document("Beschlussvorlage\n\nTOP: Bänke am Mühlenteich\n\nBegründung:\n\nEs fehlen Bänke.\n")
    assert paper.value("title") == "Bänke am Mühlenteich"


def test_question_and_answer_are_explanations(document):
    text = document(
        "Anfrage\n\nGegenstand: Bänke\n\nWortlaut der Anfrage:\n\nWie viele Bänke gibt es?\n\n"
        "Antwort der Verwaltung:\n\nEs sind zwölf.\n"
    ).value("explanation_text")
    assert text.startswith("Wie viele")
    assert text.endswith("zwölf.")
