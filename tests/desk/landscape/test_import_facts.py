"""What a row of a list states, as the dry run tells it."""

from __future__ import annotations

import pytest

from ratslinde.desk.landscape.importing.showing import facts_of
from ratslinde.integration.importing.models import ImportRow


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"ages": "range", "age_from": 6, "age_to": 10}, "6 bis 10 Jahre"),
        ({"ages": "range", "age_from": 16, "age_to": None}, "ab 16 Jahren"),
        ({"ages": "all"}, "jedes Alter"),
    ],
)
def test_both_ends_of_an_age_are_told_as_one(values, words):
    assert facts_of(ImportRow(kind="offer", values={"name": "Chor", **values}), {}) == [("Alter", words)]


def test_what_is_said_beside_the_times_is_told_with_them():
    times = {
        "start": None, "opens_at": "09:30:00", "closes_at": "11:00:00", "frequency": "WEEKLY", "interval": 1,
        "days": "MO,TH", "until": None, "cancelled": [], "description": "nicht in den Ferien",
    }  # fmt: skip
    site = {"place": None, "spaces": [], "note": "", "schedules": [times]}
    told = dict(facts_of(ImportRow(kind="offer", values={"sites": [site]}), {}))
    assert told["Orte und Zeiten"] == "wöchentlich Mo Do 09:30–11:00, nicht in den Ferien"
