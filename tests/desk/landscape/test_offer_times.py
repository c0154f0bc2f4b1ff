"""Places and times of an offer, as somebody enters them."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape.models import Offer, Schedule
from tests.desk.landscape.entering import sent, url


def test_the_school_holidays_are_entered_as_a_span_and_stand_there_as_one(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    sent(desk, address, **{"orte-0-cancelled": "21.12.2026 - 6.1.2027"})
    days = cafe.sites.get().schedules.get().cancelled
    assert (len(days), days[0], days[-1]) == (17, "2026-12-21", "2027-01-06")
    assert 'value="21.12.2026 – 06.01.2027"' in desk.get(address).content.decode()
    refused = sent(desk, address, **{"orte-0-cancelled": "1.6.2026 - 30.9.2026"}).content.decode()
    assert "ist länger als 100 Tage" in refused


def test_a_wrong_time_is_told_and_nothing_is_lost(desk, cafe):
    answer = sent(desk, url("edit_offer", cafe.public_id), name="Neuer Name", **{"orte-1-opens_at": "17:00"})
    assert "Ab wann gilt diese Zeit?" in answer.content.decode()
    assert "Neuer Name" in answer.content.decode()
    cafe.refresh_from_db()
    assert cafe.name == "Sprachcafé"


def test_a_weekday_is_every_week_since_nobody_said_when(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-weekdays": ["TU"], "orte-0-opens_at": "16:00"}
    sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    row = Offer.objects.get().sites.get().schedules.get()
    assert (row.frequency, row.days, row.start) == ("WEEKLY", "TU", None)


def test_every_second_week_without_a_first_day_is_kept_as_unknown_and_shown_so(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-weekdays": ["WE"], "orte-0-interval": "2"}
    sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    offer = Offer.objects.get()
    assert offer.sites.get().schedules.get().start is None
    page = desk.get(url("offer", offer.public_id)).content.decode()
    assert "alle 2 Wochen mittwochs, erster Tag nicht bekannt" in page


def test_weekly_without_any_day_is_asked_for_one(desk, association, house):
    times = {"orte-0-place": str(house.pk), "orte-0-frequency": "WEEKLY"}
    answer = sent(desk, url("new_offer", association.public_id), name="Treff", **times)
    assert "Bitte einen Wochentag wählen." in answer.content.decode()


def times_of(offer) -> list[tuple[str, str]]:
    return [(row.frequency, row.days) for site in offer.sites.all() for row in site.schedules.all()]


def test_several_weeks_of_the_month_are_ticked_in_one_row_and_stand_there_again(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    weeks = {"orte-0-weekdays": ["MO"], "orte-0-frequency": "MONTHLY", "orte-0-in_month": ["1", "3"]}
    sent(desk, address, **weeks)
    assert times_of(cafe) == [("MONTHLY", "1MO,3MO")]
    page = desk.get(url("offer", cafe.public_id)).content.decode()
    assert "jeden 1. und 3. Montag im Monat" in page
    before = cafe.sites.get().schedules.get().standard_id
    sent(desk, address)
    assert (times_of(cafe), cafe.sites.get().schedules.get().standard_id) == (
        [("MONTHLY", "1MO,3MO")],
        before,
    )


def test_the_week_of_the_month_says_that_it_is_monthly(desk, cafe):
    address = url("edit_offer", cafe.public_id)
    sent(desk, address, **{"orte-0-frequency": "", "orte-0-weekdays": ["TU"], "orte-0-in_month": ["-1"]})
    assert times_of(cafe) == [("MONTHLY", "-1TU")]
    weekly = {"orte-0-frequency": "WEEKLY", "orte-0-weekdays": ["TU"], "orte-0-in_month": ["2"]}
    assert "passt nur zu „monatlich“" in sent(desk, address, **weekly).content.decode()
    no_day = {"orte-0-frequency": "MONTHLY", "orte-0-weekdays": [], "orte-0-in_month": ["2"]}
    assert "Bitte einen Wochentag wählen." in sent(desk, address, **no_day).content.decode()


@pytest.mark.parametrize("days", ["1MO,3TU", "3MO,1MO", "5FR", "1MO,1TU,3MO,3TU", ""])
def test_days_from_a_list_survive_the_form(desk, cafe, days):
    Schedule.objects.update(frequency="MONTHLY", days=days)
    sent(desk, url("edit_offer", cafe.public_id))
    kept = {day for _, some in times_of(cafe) for day in some.split(",")}
    assert (kept, {each for each, _ in times_of(cafe)}) == (set(days.split(",")), {"MONTHLY"})
