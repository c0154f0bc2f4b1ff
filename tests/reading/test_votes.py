"""Of several votes under one item, the item's own counts; what form leaves open is to be checked, never sure."""

from __future__ import annotations

import html

import docx
import pytest
from tests.reading.files import saved

from ratslinde.reading import read_bytes
from ratslinde.reading.summary import summary

HEAD = """Gemeinde Lindenhagen

Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2026

Beginn: 18:00 Uhr
Ort: Rathaus, Großer Saal

Öffentlicher Teil

1. Eröffnung

Die Bürgermeisterin eröffnet die Sitzung.

2. Bank am Markt

"""
END = "\n\n3. Verschiedenes\n\nNichts.\n"
DECISION = "Beschluss:\nDer Rat stellt eine Bank auf.\n"
MOTION = "Änderungsantrag der Fraktion Grün: Die Bank kommt später.\n"
ASKED = "Herr Dorn beantragt, auf die Bank zu verzichten."
FURTHER = """Über den weitergehenden Antrag wird abgestimmt.
Er wird mit 5 Ja-Stimmen bei 12 Nein-Stimmen abgelehnt."""
KEYS = ("yes", "no", "abstain")


@pytest.fixture
def item(document):
    return lambda body: document(f"{HEAD}{body}{END}").entries("items")[1]


def vote_of(item):
    (vote,) = item.entries("vote")
    return vote


def counts(item):
    return tuple(vote_of(item).value(key) for key in KEYS)


def rules(item):
    return {field.rule for field in vote_of(item).values.values() if field.value is not None}


@pytest.mark.parametrize(
    "body",
    [
        f"{MOTION}Abstimmung: 5 Ja, 12 Nein\nAbstimmung über den Hauptantrag: 12 Ja, 5 Nein",
        f"{MOTION}Abstimmungsergebnis: 5 Ja, 12 Nein\n\n{DECISION}Abstimmungsergebnis: 12 Ja, 5 Nein",
        f"{DECISION}Abstimmungsergebnis: 12 Ja, 5 Nein\n{MOTION}Abstimmungsergebnis: 5 Ja, 12 Nein",
        f"{ASKED} Abstimmung: 5 dafür, 12 dagegen.\n\n{DECISION}\nAbstimmung: 12 dafür, 5 dagegen",
        f"{FURTHER}\n\nDie Vorlage wird mit 12 Ja-Stimmen bei 5 Nein-Stimmen angenommen.",
    ],
)
def test_a_vote_on_an_amendment_is_not_the_vote_on_the_item(body, item):
    found = item(body)
    assert counts(found) == (12, 5, None)
    assert rules(found) == {"vote-beside-others"}


@pytest.mark.parametrize(
    "aside",
    [
        "Der Antrag von Frau Muster auf Ende der Debatte wird abgelehnt (2 Nein).",
        "Der Antrag auf Vertagung wird bei 3 Ja-Stimmen und 9 Nein-Stimmen abgelehnt.",
        "Frau Erle stellt einen Geschäftsordnungsantrag. Er wird mit 4 Ja-Stimmen abgelehnt.",
    ],
)
def test_a_matter_of_procedure_changes_nothing_about_the_vote(aside, item):
    for body in (
        f"{DECISION}Abstimmungsergebnis: 10 Ja\n{aside}",
        f"{aside}\n{DECISION}Abstimmungsergebnis: 10 Ja",
    ):
        found = item(body)
        assert counts(found) == (10, None, None)
        assert vote_of(found).value("result") is None
        assert all(field.sure for field in vote_of(found).values.values())
    assert item(aside).entries("vote") == ()


@pytest.mark.parametrize(
    "told",
    [
        "CDU 5 Ja\nSPD 4 Ja\nGrüne 3 Nein\nFDP 1 Enthaltung",
        "CDU 5 Ja, SPD 4 Ja, Grüne 3 Nein, FDP 1 Enthaltung",
        "Dafür: CDU (5), SPD (4)\nDagegen: Grüne (3)\nEnthaltung: FDP (1)",
        "Fraktion Ja Nein Enthaltung\nCDU 5 0 0\nSPD 4 0 0\nGrüne 0 3 0\nFDP 0 0 1",
    ],
)
def test_votes_of_groups_are_added_and_to_be_checked(told, item):
    found = item(f"{DECISION}Abstimmungsergebnis:\n{told}")
    assert counts(found) == (9, 3, 1)
    assert rules(found) == {"vote-by-group"}
    assert vote_of(found).value("result") is None


def test_a_printed_total_of_the_groups_is_sure_only_when_it_is_their_sum(item):
    rows = f"{DECISION}Abstimmungsergebnis:\nFraktion Ja Nein Enthaltung\nCDU 5 0 0\nSPD 1 3 0\n"
    assert rules(item(f"{rows}Summe 6 3 0")) == {"vote-numbers"}
    assert rules(item(f"{rows}Summe 7 3 0")) == {"vote-by-group"}


PARTS = "Beschluss:\n1. Die Bank kommt.\n2. Sie wird grün.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Abstimmungsergebnis:\nZiffer 1: einstimmig\nZiffer 2: 8 Ja-Stimmen, 2 Gegenstimmen",
        "Abstimmungsergebnis zu Ziffer 1: einstimmig\nAbstimmungsergebnis zu Ziffer 2: 8 Ja, 2 Nein",
        "Über Ziffer 1 wird einstimmig, über Ziffer 2 mit 7 Ja-Stimmen entschieden.",
        "Abstimmungsergebnis:\nzu 1.: 10 Ja, 0 Nein\nzu 2.: 8 Ja, 2 Nein",
        "Es wird getrennt abgestimmt:\nBuchstabe a): 10 Ja, 2 Nein\nBuchstabe b): 4 Ja, 8 Nein",
    ],
)
def test_parts_that_were_voted_one_by_one_have_no_vote_in_common(told, item):
    found = item(f"{PARTS}\n{told}")
    assert {(field.value, field.rule, field.sure) for field in vote_of(found).values.values()} == {
        (None, "vote-in-parts", False)
    }
    decision = found.values["decision_text"]
    assert not decision.sure or "Ja" not in str(decision.value)


def test_parts_with_the_same_result_have_it_in_common_to_be_checked(item):
    found = item(f"{PARTS}\nPunkt 1: einstimmig angenommen\nPunkt 2: einstimmig angenommen")
    assert counts(found) == (None, None, None)
    result = vote_of(found).values["result"]
    assert (result.value, result.rule, result.sure) == ("einstimmig angenommen", "vote-in-parts", False)


def test_results_behind_the_entries_of_a_list_are_no_part_of_it(item):
    found = item("Beschluss:\na) Die Bank kommt. (einstimmig)\nb) Sie wird grün. (9 Ja, 4 Nein)")
    assert found.value("decision_text") == "a) Die Bank kommt.\nb) Sie wird grün."
    assert vote_of(found).values["yes"].rule == "vote-in-parts"


def test_the_number_of_a_part_is_not_that_of_an_item(document):
    body = f"{PARTS}\nPunkt 1: einstimmig\nPunkt 3: mehrheitlich angenommen"
    found = document(f"{HEAD}{body}{END}").entries("items")
    assert [entry.value("title") for entry in found] == ["Eröffnung", "Bank am Markt", "Verschiedenes"]
    assert [len(entry.entries("vote")) for entry in found] == [0, 1, 0]


def test_items_with_several_votes_are_named_in_a_warning(read):
    body = f"{DECISION}Abstimmungsergebnis: 9:0\n\n{DECISION}Abstimmungsergebnis: 7:2"
    several = "Mehrere Abstimmungen stehen unter TOP 2; bitte vergleichen."
    assert any(warning.endswith(several) for warning in read(f"{HEAD}{body}{END}").warnings)
    alone = f"{DECISION}Abstimmungsergebnis: 9:0"
    assert not any(warning.endswith(several) for warning in read(f"{HEAD}{alone}{END}").warnings)


def test_a_vote_without_a_value_is_shown_as_a_question(read):
    body = f"{PARTS}\nZiffer 1: einstimmig\nZiffer 2: 8 Ja-Stimmen"
    assert "| [?]" in summary(read(f"{HEAD}{body}{END}"))


def test_the_first_of_two_decisions_is_to_be_checked(item):
    body = "Beschluss:\nDie Bank kommt.\n\nAbstimmung: 9:0\n\nBeschluss:\nSie wird grün.\n\nAbstimmung: 7:2"
    decision = item(body).values["decision_text"]
    assert (decision.value, decision.rule) == ("Die Bank kommt.", "decision-again")


TOLD = [
    ("Beschlossen bei zwei Gegenstimmen.", (None, 2, None)),
    ("Mit 9 Stimmen bei 2 Gegenstimmen und 1 Enthaltung angenommen.", (9, 2, 1)),
    ("Mit siebzehn zu vier Stimmen angenommen.", (17, 4, None)),
    ("Einstimmig, bei einer Enthaltung", (None, None, 1)),
    ("(einstimmig bei 2 Enthaltungen)", (None, None, 2)),
    ("Bei Stimmengleichheit (8 Ja-Stimmen, 8 Nein-Stimmen) abgelehnt.", (8, 8, None)),
    ("Dafür: 9\tDagegen: 2\tEnthaltungen: 1", (9, 2, 1)),
    ("Dafür:\t9\nDagegen:\t2\nEnthaltungen:\t1", (9, 2, 1)),
    ("- 9 Ja-Stimmen\n- 2 Nein-Stimmen\n- keine Enthaltung", (9, 2, 0)),
    ("Stimmberechtigt: 12\nJa: 9\nNein: 2\nEnthaltung: 1", (9, 2, 1)),
    ("Ja Nein Enthaltung\n9 2 1", (9, 2, 1)),
    ("Abstimmung 9 : 2", (9, 2, None)),
    ("Abst.: 9 : 2 : 1", (9, 2, 1)),
    ("Geheime Abstimmung: 9 Ja-Stimmen, 2 Nein-Stimmen", (9, 2, None)),
]


def pages(body):
    lines = [line for line in f"{HEAD}{DECISION}{body}{END}".splitlines() if line]
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return (saved(word), "unterlage.docx"), (f"<body>{page}</body>".encode(), "unterlage.html")


@pytest.mark.parametrize(("told", "numbers"), TOLD)
def test_the_vote_below_a_decision_is_no_part_of_it(told, numbers, item):
    found = [item(DECISION + told), item(f"{DECISION}\n{told}")]
    found += [read_bytes(data, name=name).documents[0].entries("items")[1] for data, name in pages(told)]
    for each in found:
        assert (each.value("decision_text"), counts(each)) == ("Der Rat stellt eine Bank auf.", numbers)


def test_the_vote_in_a_table_below_a_decision_is_no_part_of_it():
    word = docx.Document()
    for line in [line for line in f"{HEAD}{DECISION}".splitlines() if line]:
        word.add_paragraph(line)
    cells = word.add_table(3, 2)
    for row, (label, number) in zip(
        cells.rows, (("Dafür:", "9"), ("Dagegen:", "2"), ("Enthaltungen:", "1")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = label, number
    word.add_paragraph("3. Verschiedenes")
    found = read_bytes(saved(word), name="unterlage.docx").documents[0].entries("items")[1]
    assert (found.value("decision_text"), counts(found)) == ("Der Rat stellt eine Bank auf.", (9, 2, 1))


@pytest.mark.parametrize(
    "told", ["Einstimmig beschlossen.", "Abstimmung: 9 Ja, 2 Nein.", "(9 Ja, 2 Nein)", "– einstimmig –"]
)
def test_a_result_behind_the_last_sentence_is_no_part_of_the_decision(told, item):
    found = item(f"Beschluss: Der Rat stellt eine Bank auf. {told}")
    assert found.value("decision_text") == "Der Rat stellt eine Bank auf."
    assert vote_of(found)


def test_numbers_of_other_things_end_no_decision(item):
    told = "Zahl der Plätze: 80\nAnzahl der Gruppen: 4"
    assert item(DECISION + told).value("decision_text").endswith("Plätze: 80 Anzahl der Gruppen: 4")


def test_a_decision_that_may_end_with_its_vote_is_to_be_checked(item):
    told = "Der Rat hat dem nach langer Beratung und mit gutem Willen aller einstimmig so zugestimmt."
    assert item(f"{DECISION}{told}").values["decision_text"].rule == "decision-with-vote"
    alone = "Beschluss:\nDer Rat beschließt nach langer Beratung einstimmig die Bank am Markt."
    assert item(alone).values["decision_text"].sure


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Abstimmungsergebnis: (X) einstimmig ( ) mit Stimmenmehrheit ( ) abgelehnt", "form"),
        ("Abstimmungsergebnis: wie vorgeschlagen", "vote-words-whole"),
        ("Abstimmungsergebnis: 9 Ja, 2 Nein, 14 Hände", "vote-numbers-left"),
        ("Abstimmungsergebnis: 9 Ja, 2 Nein, später 8 Ja", "vote-counted-again"),
    ],
)
def test_what_a_labelled_result_leaves_open_is_to_be_checked(told, rule, item):
    doubtful = [field for field in vote_of(item(f"{DECISION}{told}")).values.values() if not field.sure]
    assert {field.rule for field in doubtful} == {rule}


def test_prose_right_below_the_numbers_adds_none(item):
    told = (
        "Abstimmungsergebnis: 9 Ja\nFrau Erle fragt nach dem Haushalt und nennt 3 Nein-Stimmen im Kreistag."
    )
    assert counts(item(DECISION + told)) == (9, None, None)


@pytest.mark.parametrize(
    "told",
    [
        "Herr Dorn fragt, ob mit 3 Enthaltungen zu rechnen sei.",
        "Der Kreistag habe die Umlage mit 31 gegen 20 Stimmen beschlossen.",
        "Die Sitzung ist um 20:15 Uhr zu Ende.",
    ],
)
def test_talk_of_votes_is_no_vote(told, item):
    assert item(told).entries("vote") == ()


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ("12:3:0", (12, 3, 0)),
        ("12 zu 3 Stimmen", (12, 3, None)),
        ("12 Ja-Stimmen, 3 Nein-Stimmen", (12, 3, None)),
        ("Ja Enthaltung Nein\n12 0 3", (12, 3, 0)),
        ("Ja Nein Enthaltung Befangen\n12 3 0 1", (12, 3, 0)),
        ("anwesend: 15\ndafür: 12\ndagegen: 3", (12, 3, None)),
        ("21 Stimmberechtigte: Ja 12, Nein 3", (12, 3, None)),
        ("Dafür stimmten 12 Mitglieder, dagegen 3, es gab 2 Enthaltungen.", (12, 3, 2)),
        ("Für den Beschlussvorschlag: 12\nGegen den Beschlussvorschlag: 3", (12, 3, None)),
    ],
)
def test_numbers_are_sure_in_every_order(told, numbers, item):
    found = item(f"{DECISION}Abstimmungsergebnis:\n{told}")
    assert counts(found) == numbers
    assert rules(found) == {"vote-numbers"}
    assert vote_of(found).value("result") is None


def test_a_bare_heading_right_below_the_title_begins_the_decision(item):
    found = item(
        "Beschluss\n\nDer Rat stellt eine Bank auf.\n\nAbstimmungsergebnis\n\neinstimmig beschlossen"
    )
    assert found.value("decision_text") == "Der Rat stellt eine Bank auf."
    assert vote_of(found).value("result") == "einstimmig beschlossen"
