"""Several offers in one cell become lines of their own, each with what is said of it."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.reading.several_offers import offers_in
from tests.integration.importing.rows import read, told

HEADER = ("Angebot", "Träger", "Zeiten", "Beschreibung")


def offers(*cells: str):
    return [each for each in read(HEADER, cells) if each.kind == "offer"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("• Chor\n• Tanz am Markt", ["Chor", "Tanz am Markt"]),
        ("– Chor\n– Tanz (ab 60\n  Jahren)", ["Chor", "Tanz (ab 60 Jahren)"]),
        ("1. Chor\n2. Tanz", ["Chor", "Tanz"]),
        ("• Chor • Tanz", ["Chor", "Tanz"]),
        ("Chor; Tanz; Nachhilfe", ["Chor", "Tanz", "Nachhilfe"]),
        ("Chor\nfür alle", ["Chor für alle"]),
        ("Chor", ["Chor"]),
        ("• Chor", ["Chor"]),
        ("Tanz (Mo; Mi)", ["Tanz (Mo; Mi)"]),
        ("Deutsch\n• vormittags\n• abends", ["Deutsch • vormittags • abends"]),
    ],
)
def test_what_stands_behind_bullets_or_semicolons_are_offers(cell, names):
    assert offers_in(cell) == names


def test_each_gets_the_line_that_names_it_and_all_get_what_names_none():
    times = "Chor: Di 15-17 Uhr\nTanz: Mi 10-11 Uhr"
    chor, tanz, help_ = offers(
        "• Chor\n• Tanz für alle\n• Nachhilfe", "Wollverein", times, "Chor ruht im Mai.\nKostenlos."
    )
    days = [each.values.get("sites", [{"schedules": []}])[0]["schedules"] for each in (chor, tanz, help_)]
    assert [[times["days"] for times in each] for each in days] == [["TU"], ["WE"], []]
    assert chor.values["description"] == "Chor ruht im Mai.\nKostenlos."
    assert tanz.values["description"] == help_.values["description"] == "Kostenlos."
    assert ("Angebot", "In der Zelle stehen 3 Angebote; daraus wurden 3 Zeilen. Bitte prüfen.") in told(chor)


def test_what_may_hold_for_one_only_is_asked_about():
    chor, _ = offers("Chor; Tanz", "Wollverein", "Sa 10-12 Uhr", "")
    assert told(chor)[1] == (
        "Zeiten",
        "„Sa 10-12 Uhr“ steht in der Liste bei mehreren Angeboten zusammen. Gilt es für jedes? Bitte prüfen.",
    )


def test_lines_without_bullets_may_be_one_name():
    (one,) = offers("Impfberatung\nErstuntersuchung", "Wollverein", "", "")
    assert one.values["name"] == "Impfberatung Erstuntersuchung"
    assert told(one) == [("Angebot", "Der Name hat mehrere Zeilen. Sind das mehrere Angebote? Bitte klären.")]


def test_a_line_of_our_own_export_is_one_offer():
    stated = read(("Kennung", *HEADER), ("abc", "Chor; Tanz", "Wollverein", "", ""))
    assert [each.label for each in stated if each.kind == "offer"] == ["Chor; Tanz"]
