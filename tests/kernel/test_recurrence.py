"""When what takes place again and again pauses."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape.values import GivenSchedule
from ratslinde.kernel import recurrence

DAY = datetime.date


FIRST = DAY(2026, 1, 6)


def weekly(
    days: str, *cancelled: str, interval: int = 1, start: datetime.date | None = FIRST
) -> GivenSchedule:
    return GivenSchedule(start=start, frequency="WEEKLY", days=days, cancelled=cancelled, interval=interval)


def march(*days: int) -> tuple[str, ...]:
    return tuple(f"2026-03-{day:02}" for day in days)


@pytest.mark.parametrize(
    ("times", "found"),
    [
        (weekly("TU"), []),
        (weekly("TU", *march(3)), [(3, 3)]),
        (weekly("TU", *march(3, 10, 24)), [(3, 10), (24, 24)]),
        (weekly("TU", *march(*range(2, 16))), [(3, 10)]),  # each day of two weeks, of which two count
        (weekly("TU,TH", *march(3, 10)), [(3, 3), (10, 10)]),
        (weekly("TU", *march(4, 5)), []),
        (weekly("TU", *march(3, 17), interval=2), [(3, 17)]),
        (weekly("TU", *march(3, 10), interval=2, start=None), [(3, 10)]),  # nobody knows which of both it is
    ],
)
def test_days_off_without_a_date_between_them_are_one_pause(times, found):
    assert recurrence.pauses(times) == [(DAY(2026, 3, first), DAY(2026, 3, last)) for first, last in found]


def test_what_does_not_repeat_may_be_cancelled_too():
    once = GivenSchedule(start=DAY(2026, 3, 3), cancelled=march(3))
    assert recurrence.pauses(once) == [(DAY(2026, 3, 3), DAY(2026, 3, 3))]
