"""Days of a recurrence as boxes and back."""

from __future__ import annotations

import pytest

from ratslinde.desk.landscape.offers.month_days import as_boxes, as_they_stood, days_of


@pytest.mark.parametrize(
    ("days", "boxes"),
    [
        ("", []), ("TU,TH", [(["TU", "TH"], [])]), ("1MO,3MO", [(["MO"], ["1", "3"])]),
        ("3MO,1MO", [(["MO"], ["1", "3"])]), ("-1FR,2FR", [(["FR"], ["2", "-1"])]),
        ("1MO,3TU", [(["MO"], ["1"]), (["TU"], ["3"])]), ("1MO,1TU", [(["MO", "TU"], ["1"])]),
        ("1MO,3MO,1TU,3TU", [(["MO", "TU"], ["1", "3"])]),
    ],
)  # fmt: skip
def test_the_fewest_rows_of_boxes_say_all_days_and_no_other(days, boxes):
    assert as_boxes(days) == boxes
    again = {day for weekdays, weeks in boxes for day in days_of(weekdays, weeks).split(",")}
    assert again == set(filter(None, days.split(",")))


def test_the_order_of_days_says_nothing():
    assert as_they_stood("1MO,3MO", "3MO,1MO") == "3MO,1MO"
    assert as_they_stood("1MO,3MO", "1MO") == "1MO,3MO"
