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
