"""The figures of an offer in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ratslinde.desk.landscape.offers.in_words import age_words, capacity_words, cost_words
from ratslinde.integration.landscape.models import Offer


@pytest.mark.parametrize(
    ("ages", "first", "last", "words"),
    [
        ("range", 6, 10, "6 bis 10 Jahre"), ("range", 6, None, "ab 6 Jahren"), ("range", None, 10, "bis 10 Jahre"),
        ("range", 0, 3, "0 bis 3 Jahre"), ("range", 6, 6, "6 Jahre"), ("range", None, None, ""), ("", None, None, ""),
        ("all", None, None, "jedes Alter"),
    ],
)  # fmt: skip
def test_the_span_of_ages(ages, first, last, words):
    assert age_words(Offer(ages=ages, age_from=first, age_to=last)) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, ""), ({"cost": "free"}, "kostenfrei"), ({"cost": "paid"}, "kostet etwas"),
        ({"cost": "paid", "cost_amount": Decimal("12.5")}, "kostet etwas: 12,50\xa0€"),
        ({"cost": "paid", "cost_amount": Decimal(5), "cost_note": "im Monat"}, "kostet etwas: 5,00\xa0€ (im Monat)"),
        ({"cost_note": "je nach Einkommen"}, "(je nach Einkommen)"),
    ],
)  # fmt: skip
def test_what_it_costs(given, words):
    assert cost_words(Offer(**given)) == words


def test_places_that_nobody_counted_are_not_zero():
    assert capacity_words(Offer()) == ""
    assert capacity_words(Offer(available=0)) == "frei: 0"
    assert capacity_words(Offer(capacity=8, available=2)) == "8, davon frei: 2"
