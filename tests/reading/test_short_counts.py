"""Votes counted by letters and signs, in a margin or in a row; one in a form that is not known is to be checked."""

from __future__ import annotations

import pytest

MINUTES = """Gemeinde Lindenhagen

Niederschrift über die 6. Sitzung des Gemeinderates am 02.03.2026

Beginn: 18:00 Uhr
Ort: Rathaus, Großer Saal

Öffentlicher Teil

1. Eröffnung

Die Bürgermeisterin eröffnet die Sitzung.

2. Bank am Markt

{body}

3. Verschiedenes

Nichts.
"""
MARGIN = " " * 40
DECISION = "Beschluss:\nDer Rat stellt eine Bank auf."
TEXT = "Der Rat stellt eine Bank auf."


@pytest.fixture
def item(document):
    return lambda body: document(MINUTES.format(body=body)).entries("items")[1]


def counts(item):
    (vote,) = item.entries("vote")
    return tuple(vote.value(key) for key in ("yes", "no", "abstain"))


@pytest.mark.parametrize(
    "text", [f"{DECISION}\n{MARGIN}", f"{DECISION}{MARGIN}", f"{TEXT}{MARGIN}", "Abstimmung: "]
)
@pytest.mark.parametrize(
    "row",
    [
        "8 J / 2 N / 1 E",
        "8 J, 2 N, 1 E",
        "J: 8 / N: 2 / E: 1",
        "+ 8 / - 2 / o 1",
        "8+ 2- 1o",
        "(8 J/2 N/1 E)",
    ],
)
def test_letters_and_signs_count_votes(row, text, item):
    found = item(text + row)
    assert counts(found) == (8, 2, 1)
    assert found.value("decision_text") == (TEXT if text.startswith("Beschluss") else None)


@pytest.mark.parametrize(
    "row", ["J/N/E: 8/2/1", "Ja/Nein/Enth.: 8/2/1", "Ja-Nein-Enth.: 8-2-1", "8 dafür / 2 dagegen / 1 enth."]
)
def test_a_head_in_front_tells_what_the_numbers_count(row, item):
    assert counts(item(f"{DECISION}\n{MARGIN}{row}")) == (8, 2, 1)


@pytest.mark.parametrize("row", ["8 V / 2 W", "8 - 2 - 1", "(8 V / 2 W)"])
def test_a_row_in_another_form_is_to_be_checked(row, item):
    found = item(f"{DECISION}\n{MARGIN}{row}")
    assert counts(found) == (None, None, None)
    assert not found.values["decision_text"].sure
    assert [field.rule for field in found.entries("vote")[0].values.values()] == ["vote-untold"] * 4


def test_counts_of_other_things_are_no_vote(item):
    assert item("Die Bank kostet 8 E und wiegt 2 t, das Holz 3 / 4 davon.").entries("vote") == ()


def test_the_sentence_above_the_counts_tells_the_result(item):
    (vote,) = item(f"Die Sache wird vertagt.\n{MARGIN}7 J / 3 N / 0 E").entries("vote")
    assert (vote.value("yes"), vote.value("result"), vote.values["result"].sure) == (7, "vertagt", False)


def test_counts_below_a_motion_are_those_of_the_motion(item):
    motion = f"Herr Dorn stellt den Änderungsantrag, später zu bauen.\n{MARGIN}3 J / 9 N / 0 E"
    found = item(f"{motion}\n\n{TEXT}\n{MARGIN}9 J / 3 N / 0 E")
    assert counts(found) == (9, 3, 0)
    assert not any(
        field.sure for field in found.entries("vote")[0].values.values() if field.value is not None
    )


@pytest.mark.parametrize("label", ["Beschluss", "Ergebnis", "Abstimmungsergebnis"])
def test_the_result_may_stand_behind_a_label_in_the_row(label, item):
    row = f"Anwesend: 16     Für: 12     Gegen: 4     {label}: angenommen"
    found = item(f"{DECISION}\n\n{row}")
    assert counts(found) == (12, 4, None)
    assert found.value("decision_text") == TEXT
    assert found.entries("vote")[0].value("result") == "angenommen"


def test_words_that_count_only_before_a_colon_may_head_groups(item):
    assert counts(item("Abstimmungsergebnis:\nFür: CDU (8), FDP (2)\nGegen: SPD (4)")) == (10, 4, None)


def test_the_first_part_of_a_decision_is_not_all_of_it(item):
    parts = "Beschluss:\na) Die Bank kommt.\nJa: 9 Nein: 0\nb) Sie wird grün.\nJa: 8 Nein: 1"
    assert not item(parts).values["decision_text"].sure
    assert (
        item("Beschluss:\na) Die Bank kommt.\nb) Sie wird grün.\n\nJa: 8 Nein: 1")
        .values["decision_text"]
        .sure
    )


def test_a_text_below_counts_at_the_label_of_a_decision_is_not_lost_unseen(item):
    found = item("Beschluss: 9 Ja, 0 Nein\nDie Bank kommt.")
    assert counts(found) == (9, 0, None)
    assert not found.values["decision_text"].sure
