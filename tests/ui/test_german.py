"""Dates, times and sizes as people say them."""

from __future__ import annotations

import datetime

import pytest
from django.utils import translation

from ratslinde.ui.templatetags import german

MOMENT = datetime.datetime(2023, 5, 31, 15, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _in_german():
    with translation.override("de"):
        yield


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (german.day(MOMENT), "31. Mai 2023"),
        (german.weekday_and_day(MOMENT), "Mittwoch, 31. Mai 2023"),
        (german.short_day(MOMENT), "31.05.2023"),
        (german.month_name(MOMENT), "Mai 2023"),
        (german.clock_time(MOMENT), "17:00 Uhr"),
        (german.machine_date(MOMENT), "2023-05-31T17:00:00+02:00"),
        (german.day("2023-05-31"), "31. Mai 2023"),
        (german.clock_time("2023-12-01T17:30:00+01:00"), "17:30 Uhr"),
        (german.clock_time(datetime.date(2023, 5, 31)), ""),
        (german.day(None), ""),
        (german.day(""), ""),
    ],
)
def test_a_date_is_said_in_town_time(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("size", "expected"), [(0, ""), (79, "79 Byte"), (10_249, "10 kB"), (1_240_000, "1,2 MB")]
)
def test_a_size_is_said_in_the_next_unit(size, expected):
    assert german.file_size(size) == expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [("application/pdf", "PDF"), ("image/png", "PNG"), ("text/plain; charset=utf-8", "Text"), ("", "Datei")],
)
def test_a_media_type_is_said_as_people_call_it(media_type, expected):
    assert german.file_kind(media_type) == expected
