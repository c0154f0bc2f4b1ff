"""When an offer does not take place: its page says it in every language, lists and calendars know it."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Offer
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel import clock

TUESDAY = datetime.date(2026, 7, 7)
SUMMER = tuple(f"2026-07-{day}" for day in (14, 21, 28)) + tuple(
    f"2026-08-{day:02}" for day in (4, 11, 18, 25)
)
NAME = ">Chorprobe</a>"


@pytest.fixture
def at(monkeypatch):
    """Put the clock to ten o'clock of a day."""
    return lambda day: monkeypatch.setattr(clock, "now", lambda: clock.at(day, 10))


@pytest.fixture
def choir(landscape, at):
    """Every Tuesday evening, not in the holidays nor before Christmas; it is the last Tuesday before the holidays."""
    at(TUESDAY)
    times = GivenSchedule(
        start=datetime.date(2026, 1, 6), opens_at=datetime.time(18), frequency="WEEKLY", days="TU",
        cancelled=(*SUMMER, "2026-12-22"),
    )  # fmt: skip
    offer = actions.add_offer(
        landscape.manager, landscape.association, name="Chorprobe", description="Wir singen.",
        sites=[GivenSite(schedules=(times,))],
    )  # fmt: skip
    actions.publish_offer(landscape.manager, offer)
    return offer


def change(landscape, offer, **changes):
    offer = Offer.objects.get(pk=offer.pk)
    actions.edit_offer(landscape.manager, offer, changes=changes, revision=offer.revision)
    actions.publish_offer(landscape.manager, Offer.objects.get(pk=offer.pk))


def fits_today(read) -> bool:
    return NAME in read("/angebote/?heute=1")


@pytest.mark.parametrize(
    ("prefix", "sentences"),
    [
        ("", ["Pause: 14. Juli – 25. Aug. 2026", "Fällt aus: Di., 22. Dez."]),
        ("leichte-sprache/", ["Pause: 14. Juli – 25. Aug. 2026", "An diesem Tag nicht: Di., 22. Dez."]),
        ("en/", ["Break: 14 Jul – 25 Aug 2026", "Cancelled: Tue 22 Dec"]),
        ("tr/", ["Ara verilen dönem: 14 Tem – 25 Ağu 2026", "Yapılmayacak: 22 Aralık Sal"]),
        ("ar/", ["فترة توقف: 14 يوليو – 25 أغسطس 2026", "لا يُعقد في: الثلاثاء، 22 ديسمبر"]),
        ("uk/", ["Перерва: 14 лип. – 25 серп. 2026 р.", "Не відбудеться: вт, 22 груд."]),
    ],
)
def test_the_page_says_when_it_pauses(read, choir, prefix, sentences):
    page = " ".join(read(f"/{prefix}angebote/{choir.public_id}/").split())  # ICU uses thin spaces
    for sentence in sentences:
        assert f"<strong>{sentence}</strong>" in page


def test_what_is_over_is_said_no_longer(read, choir, at):
    at(datetime.date(2026, 9, 1))
    page = read(f"/angebote/{choir.public_id}/")
    assert "Pause:" not in page
    assert "Fällt aus: Di., 22. Dez." in page


def test_today_is_right_before_in_and_after_the_pause(read, choir, at):
    found = []
    for day in (TUESDAY, datetime.date(2026, 8, 4), datetime.date(2026, 9, 1)):
        at(day)
        found.append(fits_today(read))
    assert found == [True, False, True]


def test_an_offer_that_pauses_until_nobody_knows_when_has_no_next_date(read, landscape, choir):
    assert "Di., 7. Juli" in read(f"/angebote/{choir.public_id}/")
    change(landscape, choir, status="temporarily closed")
    page = read(f"/angebote/{choir.public_id}/")
    assert "Dieses Angebot macht gerade Pause." in page
    assert "Di., 7. Juli" not in page
    assert not fits_today(read)
    change(landscape, choir, sites=[])
    assert not fits_today(read)


def test_an_offer_has_no_dates_before_it_begins_and_after_it_ends(read, client, landscape, choir):
    change(landscape, choir, valid_from=datetime.date(2026, 9, 1), valid_until=datetime.date(2026, 9, 10))
    page = read(f"/angebote/{choir.public_id}/")
    assert "Di., 1. Sept." in page
    assert "Di., 8. Sept." in page
    assert "Di., 15. Sept." not in page
    assert not fits_today(read)
    calendar = client.get(f"/angebote/{choir.public_id}.ics").content.decode()
    assert "DTSTART;TZID=Europe/Berlin:20260901T180000" in calendar
    assert "UNTIL=20260910T160000Z" in calendar


def test_the_calendar_leaves_the_pause_out(client, choir):
    calendar = client.get(f"/angebote/{choir.public_id}.ics").content.decode()
    for day in (*SUMMER, "2026-12-22"):
        assert f"EXDATE;TZID=Europe/Berlin:{day.replace('-', '')}T180000" in calendar
