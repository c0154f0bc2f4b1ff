"""Points below a title that name what is done."""

from __future__ import annotations

import pytest

MINUTES = """Niederschrift
über die 3. Sitzung des Kulturausschusses Lindenhagen am 02.06.2026

Öffentlicher Teil

TOP 1 Bänke am Mühlenteich
{points}

Herr Dorn erläutert die Vorlage.
{decision}
Abstimmungsergebnis: 8 Ja, 1 Nein, 0 Enthaltungen
"""
DECISION = "\nBeschluss:\nEs werden drei Bänke gekauft.\n"


@pytest.mark.parametrize(
    "points", ["b) Beschluss", "a) Beratung\nb) Beschluss", "      a) Bericht\n      b) Beschlussfassung"]
)
def test_a_point_that_names_the_decision_does_not_begin_it(document, points):
    (item,) = document(MINUTES.format(points=points, decision=DECISION)).entries("items")
    assert item.value("decision_text") == "Es werden drei Bänke gekauft."


def test_a_point_begins_the_decision_where_no_label_does(document):
    (item,) = document(MINUTES.format(points="b) Beschluss", decision="")).entries("items")
    assert item.value("decision_text") == "Herr Dorn erläutert die Vorlage."
