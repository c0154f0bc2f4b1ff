"""Boundaries, points and recurrence: pure rules."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratslinde.integration.landscape.rules import geography
from ratslinde.integration.landscape.values import GivenSchedule
from ratslinde.kernel import recurrence
from ratslinde.kernel.errors import Refused

DAY = datetime.date


def square(west, south, size):
    ring = [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
    ]
    return {"type": "Polygon", "coordinates": [ring]}


def test_a_point_of_the_old_survey_lies_where_it_should():
    longitude, latitude = geography.utm32_to_wgs84(433737.02, 5734225.18)
    assert (round(longitude, 6), round(latitude, 6)) == (8.04, 51.755)


def test_a_boundary_in_metres_becomes_one_in_degrees():
    drawn = square(433_000, 5_734_000, 2_000) | {
        "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    }
    found = geography.boundary(drawn)
    assert found["type"] == "MultiPolygon"
    assert geography.contains(found, longitude=8.04, latitude=51.755)
    assert not geography.contains(found, longitude=8.2, latitude=51.755)


def test_a_ring_runs_by_the_right_hand_rule():
    clockwise = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]}
    ring = geography.boundary(clockwise)["coordinates"][0][0]
    turn = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in itertools.pairwise(ring))
    assert turn < 0


def test_of_a_file_with_all_districts_the_one_with_the_name_is_taken():
    districts = [
        {"type": "Feature", "properties": {"NAME": name, "nr": 1}, "geometry": None}
        for name in ("Altstadt", "Weststadt")
    ]
    whole = {"type": "FeatureCollection", "features": districts}
    assert geography.named(whole, " altstadt")["features"] == districts[:1]
    assert geography.named(whole, "Nordstadt") == whole
    assert geography.named(["kein GeoJSON"], "Altstadt") == ["kein GeoJSON"]


@pytest.mark.parametrize(
    "broken",
    [
        "", "[]", "{", 7, None, {"type": "Point", "coordinates": [8, 51]}, {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[8, 51], ["a", 2]]]}, {"type": "Polygon"},
        {"type": "FeatureCollection", "features": []}, square(433_000, 5_734_000, 10),
        {"type": "Polygon", "coordinates": [[[8, 51], [9, 51], [8, 51]]]},
        '{"type":"Polygon","coordinates":[[[NaN,51],[9,51],[9,52],[8,51]]]}',
    ],
)  # fmt: skip
def test_what_is_no_boundary_is_refused_at_its_field(broken):
    with pytest.raises(Refused) as refused:
        geography.boundary(broken)
    assert refused.value.field == "geometry"


def weekly(**more):
    return GivenSchedule(start=DAY(2026, 1, 6), frequency="WEEKLY", days="TU,TH", **more)


def test_weekly_on_two_days_without_the_cancelled_one():
    found = recurrence.occurrences(
        weekly(cancelled=("2026-01-08",)), first=DAY(2026, 1, 1), last=DAY(2026, 1, 15)
    )
    assert found == [DAY(2026, 1, 6), DAY(2026, 1, 13), DAY(2026, 1, 15)]


def test_the_last_friday_of_the_month():
    last_friday = GivenSchedule(start=DAY(2026, 1, 1), frequency="MONTHLY", days="-1FR")
    assert recurrence.occurrences(last_friday, first=DAY(2026, 2, 1), last=DAY(2026, 3, 31)) == [
        DAY(2026, 2, 27), DAY(2026, 3, 27),
    ]  # fmt: skip


def test_what_comes_every_week_needs_no_first_day():
    times = GivenSchedule(frequency="WEEKLY", days="TU,TH", until=DAY(2026, 1, 13))
    assert recurrence.occurrences(times, first=DAY(2026, 1, 7), last=DAY(2026, 2, 1)) == [
        DAY(2026, 1, 8), DAY(2026, 1, 13),
    ]  # fmt: skip
    assert recurrence.first_day(times) is None


@pytest.mark.parametrize(("frequency", "days"), [("WEEKLY", "WE"), ("MONTHLY", "1WE")])
def test_of_every_second_week_or_month_without_a_first_day_nobody_can_name_a_day(frequency, days):
    times = GivenSchedule(frequency=frequency, days=days, interval=2, cancelled=("2026-02-04",))
    assert recurrence.is_out_of_step(times)
    assert recurrence.occurrences(times, first=DAY(2026, 1, 1), last=DAY(2026, 12, 31)) == []
    assert recurrence.may_take_place(times, day=DAY(2026, 1, 7))
    assert not recurrence.may_take_place(times, day=DAY(2026, 1, 8))
    assert not recurrence.may_take_place(times, day=DAY(2026, 2, 4))


def test_the_first_day_is_one_by_the_rule():
    assert recurrence.first_day(weekly()) == DAY(2026, 1, 6)
    monday = GivenSchedule(start=DAY(2026, 1, 5), frequency="WEEKLY", days="TU,TH", interval=2)
    assert recurrence.first_day(monday) == DAY(2026, 1, 6)
    assert recurrence.first_day(GivenSchedule(start=DAY(2026, 5, 1))) == DAY(2026, 5, 1)


def test_what_does_not_repeat_takes_place_once():
    once = GivenSchedule(start=DAY(2026, 5, 1))
    assert recurrence.takes_place(once, day=DAY(2026, 5, 1))
    assert not recurrence.takes_place(once, day=DAY(2026, 5, 8))


@given(st.dates(DAY(2020, 1, 1), DAY(2030, 1, 1)), st.integers(1, 5), st.integers(0, 400))
def test_nothing_takes_place_before_the_first_or_after_the_last_day(start, interval, length):
    times = GivenSchedule(
        start=start,
        frequency="WEEKLY",
        days="MO,SU",
        interval=interval,
        until=start + datetime.timedelta(days=length),
    )
    found = recurrence.occurrences(times, first=DAY(2019, 1, 1), last=DAY(2032, 1, 1))
    assert all(start <= day <= times.until and day.weekday() in (0, 6) for day in found)


@given(
    st.sampled_from(
        [("WEEKLY", ""), ("WEEKLY", "MO,TH"), ("MONTHLY", ""), ("MONTHLY", "2TU"), ("MONTHLY", "-1FR,5WE")]
    ),
    st.dates(DAY(2020, 1, 1), DAY(2021, 12, 31)),
    st.integers(1, 5),
    st.integers(0, 900),
)
def test_it_does_not_matter_from_which_day_on_one_asks(rule, start, interval, later):
    times = GivenSchedule(start=start, frequency=rule[0], days=rule[1], interval=interval)
    first, last = start + datetime.timedelta(days=later), start + datetime.timedelta(days=1_200)
    all_days = recurrence.occurrences(times, first=start, last=last)
    assert recurrence.occurrences(times, first=first, last=last) == [day for day in all_days if day >= first]


@pytest.mark.parametrize(
    ("times", "field"),
    [
        (GivenSchedule(start=DAY(2026, 1, 1), frequency="DAILY"), "frequency"),
        (GivenSchedule(start=DAY(2026, 1, 1), frequency="WEEKLY", days="2TU"), "days"),
        (GivenSchedule(start=DAY(2026, 1, 1), days="TU"), "days"),
        (GivenSchedule(), "start"),
        (GivenSchedule(frequency="WEEKLY"), "days"),
        (GivenSchedule(start=DAY(2026, 1, 1), until=DAY(2025, 1, 1), frequency="WEEKLY"), "until"),
        (GivenSchedule(start=DAY(2026, 1, 1), frequency="WEEKLY", interval=0), "interval"),
        (
            GivenSchedule(start=DAY(2026, 1, 1), opens_at=datetime.time(18), closes_at=datetime.time(16)),
            "closes_at",
        ),
    ],
)
def test_times_that_cannot_be_are_refused(times, field):
    with pytest.raises(Refused) as refused:
        recurrence.check(times)
    assert refused.value.field == field
