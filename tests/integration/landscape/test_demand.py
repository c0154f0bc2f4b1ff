"""What people look for and do not find, in the words of the town."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape.queries.demand import UNMET_DEMAND, in_words, topic_of


def test_filters_are_said_with_the_names_that_the_town_gives_them(vocabulary, north):
    kept = [
        {"area": north.public_id, "language": "ta", "topic": "wohnen", "page": "de-simple"},
        {"age": "7", "cost": "free", "today": "1", "accessible": "1"},
        {"area": "37xgm00qj5avhw", "topic": "gibtesnicht"},
    ]
    assert in_words(kept) == [
        {
            "area": "Nordviertel",
            "language": "Tamil",
            "topic": "Wohnen und Quartier",
            "page": "Leichte Sprache",
        },
        {"age": "7 Jahre", "cost": "kostenlos", "today": "ja", "accessible": "ja"},
        {"area": "37xgm00qj5avhw", "topic": "gibtesnicht"},
    ]
    assert UNMET_DEMAND.in_words is in_words


@pytest.mark.parametrize("number", [1, 3])
def test_many_rows_take_as_many_queries_as_one(vocabulary, north, number, django_assert_num_queries):
    with django_assert_num_queries(2):
        in_words([{"area": north.public_id, "topic": "wohnen"}] * number)


def test_a_field_is_counted_by_its_code(manager, language_field):
    assert topic_of(manager, language_field.public_id) == "sprache"
