"""A sentence about costs is a fact only where nothing in it says otherwise."""

from __future__ import annotations

import pytest

from ratslinde.integration.importing.rules.reading.amounts import price
from ratslinde.integration.importing.rules.reading.cost_words import free_or_paid

FREE = """
Eintritt frei
Eintritt frei – Spenden willkommen
Die Beratung ist kostenfrei.
kostenfrei, vertraulich
kostenlos (Anmeldung erforderlich)
gebührenfrei
ohne
für alle umsonst
"""
PAID = """
kostenpfl.
Mitgliedsbeitrag
Entgelt lt. Programm
35,-/10er-Karte
10 - 25 EUR
3 €, Kinder 1 €
Eigenanteil 3,50 € je Mahlzeit
120 EUR / Kurs (10 Termine)
Gebühr: 10,00 EUR
"""
OPEN = """
kostenlos für Mitglieder
Eintritt frei für Kinder
kostenlos, nur Material 3 €
kostenlos mit Berechtigung, sonst 2,29 €
keine, außer Ausflüge
3,50€ Frühstück
3 Euro für Material
0,50 € Kopierkosten
0 € (mit Pass), sonst 5 €
0 bis 5 €
20 € Kaution
Nichtmitglieder 3 €
100 € Zuschuss
nach Einkommen
Spende erbeten
"""
CASES = [
    (text, said)
    for said, texts in (("free", FREE), ("paid", PAID), (None, OPEN))
    for text in texts.strip().splitlines()
]


@pytest.mark.parametrize(("text", "said"), CASES, ids=[text for text, _ in CASES])
def test_costs_are_a_fact_only_without_doubt(text, said):
    assert free_or_paid(text) == said


@pytest.mark.parametrize("text", ["3,50 € Frühstück", "1 € Getränke", "2 Euro Kaffeegeld"])
def test_what_is_paid_for_something_beside_it_is_not_the_price(text):
    assert price(text) is None
