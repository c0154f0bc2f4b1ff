"""On which days an offer does not take place is entered as days and as spans of days, like the school holidays."""

from __future__ import annotations

import datetime

import pytest
from django.forms import ValidationError

from ratslinde.desk.landscape.offers.days_off import days_off, in_spans

HOLIDAYS = [f"2026-12-{day}" for day in range(21, 32)] + [f"2027-01-0{day}" for day in range(1, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "21.12.2026 - 6.1.2027", "21.12.2026 – 06.01.2027", "21.12.2026 bis 6.1.2027", "21.12.2026-6.1.2027",
        "21.12. - 6.1.2027", "21.12. bis 06.01.2027", "2026-12-21 bis 2027-01-06", "2026-12-21 - 2027-01-06",
        "vom 21.12.2026 bis zum 6.1.2027", "21.12.2026 — 6.1.2027; 24.12.2026",
    ],
)  # fmt: skip
def test_a_span_is_all_of_its_days(text):
    assert list(days_off(text)) == HOLIDAYS


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", []),
        ("24.12.2026", ["2026-12-24"]),
        ("31.12.2026, 24.12.2026; 24.12.2026", ["2026-12-24", "2026-12-31"]),
        ("1.5.2026, 23.5. - 24.5.2026", ["2026-05-01", "2026-05-23", "2026-05-24"]),
    ],
)
def test_days_and_spans_stand_beside_each_other(text, days):
    assert list(days_off(text)) == days


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.6.2026 - 30.9.2026", "ist länger als 100 Tage"),
        ("6.1.2027 - 21.12.2026", "endet vor seinem Beginn"),
        ("30.2.2026", "ist kein Tag"),
        ("1.13.2026", "ist kein Tag"),
        ("0000-01-01", "ist kein Tag"),
        ("21.12. - 6.1.", "ist kein Tag"),
        ("Sommerferien", "ist kein Tag"),
        ("24.12.", "ist kein Tag"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(ValidationError, match=sentence):
        days_off(text)


def test_days_in_a_row_are_shown_as_the_span_that_was_entered():
    assert in_spans(["2026-05-01", *HOLIDAYS]) == "01.05.2026, 21.12.2026 – 06.01.2027"
    assert list(days_off(in_spans(HOLIDAYS))) == HOLIDAYS
    assert in_spans([]) == ""


def test_the_longest_span_is_taken():
    first = datetime.date(2026, 1, 1)
    last = first + datetime.timedelta(days=99)
    assert len(days_off(f"{first:%d.%m.%Y} - {last:%d.%m.%Y}")) == 100
