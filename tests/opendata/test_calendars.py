"""Meetings in a calendar: complete, in town time, taken over when they change, empty when they were withdrawn."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from ratslinde.kernel import clock
from ratslinde.record.publishing import publish
from tests.opendata import lindenhagen
from tests.opendata.conftest import BASE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


@pytest.fixture(autouse=True)
def spring(monkeypatch: pytest.MonkeyPatch, town) -> None:
    """The town's meetings are in March 2026."""
    monkeypatch.setattr(clock, "now", lambda: datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC))


def events(client, address: str) -> dict[str, icalendar.Event]:
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(response.content)
    assert calendar["VERSION"] == "2.0"
    assert not calendar.errors
    return {event["UID"].split("@")[0]: event for event in calendar.walk("VEVENT")}


def test_a_meeting_stands_in_the_calendar_with_time_place_and_the_way_to_its_documents(client):
    event = events(client, "/kalender.ics")["s1"]
    assert event["SUMMARY"] == "Sitzung des Ausschusses für Chancengerechtigkeit"
    assert event["DTSTART"].dt == datetime.datetime(2026, 3, 3, 17, 30, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["LOCATION"] == "Rathaus, Großer Saal, Am Lindenplatz 1, 59999 Lindenhagen"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == f"{BASE}/sitzungen/s1/"
    assert f"{BASE}/sitzungen/s1/" in event["DESCRIPTION"]
    assert "DTEND" not in event  # nobody said when it ends


def test_programs_are_told_when_to_ask_again(client):
    lines = client.get("/kalender.ics").content.decode().split("\r\n")
    assert "X-PUBLISHED-TTL:PT6H" in lines
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in lines


def test_a_cancelled_meeting_says_so(client):
    event = events(client, "/kalender.ics")["s2"]
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"].startswith("Abgesagt: ")


@pytest.mark.parametrize("address", ["/kalender.ics", "/gremien/ausschuss/kalender.ics", "/sitzungen/sx.ics"])
def test_a_withdrawn_meeting_is_cancelled_and_tells_nothing_more(client, address):
    event = events(client, address)["sx"]
    assert event["STATUS"] == "CANCELLED"
    assert set(event) == {
        "UID",
        "DTSTAMP",
        "CREATED",
        "LAST-MODIFIED",
        "SEQUENCE",
        "STATUS",
        "DTSTART",
        "TRANSP",
    }


def test_each_body_has_its_own_calendar_and_each_meeting_its_own_file(client):
    assert set(events(client, "/gremien/ausschuss/kalender.ics")) == {"s1", "s2", "sx"}
    assert events(client, "/gremien/rat/kalender.ics") == {}
    assert set(events(client, "/sitzungen/s1.ics")) == {"s1"}


def test_a_change_keeps_the_uid_and_raises_the_sequence(client, monkeypatch):
    before = events(client, "/kalender.ics")["s1"]
    later = clock.now() + datetime.timedelta(days=300)
    monkeypatch.setattr(clock, "now", lambda: later)
    publish([lindenhagen.meeting("s1", 4)])
    after = events(client, "/kalender.ics")["s1"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTART"].dt.day == 4


def test_the_zone_stands_in_the_calendar_with_summer_and_winter_time(client):
    calendar = icalendar.Calendar.from_ical(client.get("/kalender.ics").content)
    [zone] = calendar.walk("VTIMEZONE")
    made = zone.to_tz(lookup_tzid=False)
    for month, hours in ((1, 1), (7, 2), (12, 1)):
        moment = datetime.datetime(2026, month, 15, 12, tzinfo=made)
        assert moment.utcoffset() == datetime.timedelta(hours=hours)


def test_an_old_meeting_and_one_without_a_date_are_left_out_of_the_whole_calendar(client):
    publish([lindenhagen.meeting("s8", 5, start=None)])
    assert "s8" not in events(client, "/gremien/ausschuss/kalender.ics")
    assert {"s1", "s2"} <= set(events(client, "/kalender.ics"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/gremien/niemand/kalender.ics", 404),
        ("/gremien/alt/kalender.ics", 410),
        ("/sitzungen/v1.ics", 404),
        ("/x.ics", 404),
    ],
)
def test_a_calendar_of_nobody_is_not_there(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert "Beirat" not in response.content.decode()
