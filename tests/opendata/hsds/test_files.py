"""The directory in other forms: one file, tables, maps, cards, calendars."""

from __future__ import annotations

import csv
import datetime
import io
import json

import icalendar
from dateutil.rrule import rrulestr

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.kernel import clock
from ratslinde.opendata.hsds.vcards import card
from ratslinde.record import directory, outlet


def test_the_same_content_is_the_same_bytes(client, manager, published):
    before = client.get("/hsds/alles.json").content
    assert json.loads(before)["services"][0]["name"] == "Sprachcafé"
    assert b"null" not in before
    actions.publish_offer(manager, published)
    assert client.get("/hsds/alles.json").content == before


def test_a_table_runs_no_formula(client, manager, published):
    changed = actions.edit_offer(
        manager, published, changes={"name": '=HYPERLINK("http://x")'}, revision=published.revision
    )
    actions.publish_offer(manager, changed)
    rows = list(csv.reader(io.StringIO(client.get("/hsds/angebote.csv").content.decode())))
    assert rows[1][1] == '\'=HYPERLINK("http://x")'
    assert client.get("/hsds/akteure.csv").status_code == 200


def test_a_table_says_whether_a_wheelchair_gets_in_or_that_nobody_knows(client, manager, published):
    def said() -> str:
        rows = csv.DictReader(io.StringIO(client.get("/hsds/angebote.csv").content.decode()))
        return next(rows)["Barrierefrei"]

    found = []
    for accessible in (None, False, True):
        place = published.sites.get().place
        actions.edit_place(manager, place, changes={"accessible": accessible}, revision=place.revision)
        actions.publish_offer(manager, published)
        found.append(said())
    assert found == ["", "false", "true"]


def test_places_and_social_spaces_are_geojson(client, published):
    answer = client.get("/hsds/orte.geojson")
    assert answer["Content-Type"] == "application/geo+json"
    place = json.loads(answer.content)["features"][0]
    assert place["geometry"]["coordinates"] == [8.05, 51.77]
    assert place["properties"]["offers"][0]["name"] == "Sprachcafé"
    space = json.loads(client.get("/hsds/sozialraeume.geojson").content)["features"][0]
    assert space["geometry"]["type"] == "MultiPolygon"


def test_a_card_folds_its_lines_without_cutting_a_letter(client, manager, published, association):
    name = "Verein für Übersetzung, Brücken & Öffentlichkeit; " + "ä" * 70
    changed = actions.edit_actor(manager, association, changes={"name": name}, revision=association.revision)
    actions.publish_actor(manager, changed)
    content = client.get(f"/akteure/{association.public_id}.vcf").content
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() or True for line in lines)
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")
    assert f"FN:{name.replace(',', chr(92) + ',').replace(';', chr(92) + ';')}" in unfolded
    assert f"UID:urn:uuid:{association.standard_id}" in unfolded
    assert "CATEGORIES:Sprache" in unfolded


def test_a_card_comes_in_both_versions(client, published, association):
    item = directory.current().by_id[association.public_id]
    assert card(item, version="4.0").splitlines()[1:3] == [b"VERSION:4.0", b"KIND:org"]
    assert client.get(f"/akteure/{association.public_id}.vcf?version=4.0").status_code == 200
    assert client.get(f"/akteure/{association.public_id}.vcf?version=2.1").status_code == 400


def event_of(client, offer):
    calendar = icalendar.Calendar.from_ical(client.get(f"/angebote/{offer.public_id}.ics").content)
    return calendar.walk("VEVENT")[0]


def test_a_series_keeps_its_hour_over_the_change_of_clocks(client, published):
    event = event_of(client, published)
    assert event["DTSTART"].to_ical() == b"20260106T160000"
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO"
    assert "Haus der Kulturen" in event["LOCATION"]


def test_the_first_date_is_one_on_which_it_takes_place(client, manager, published, house):
    times = GivenSchedule(
        start=datetime.date(2026, 1, 1), opens_at=datetime.time(18), frequency="MONTHLY", days="2TU",
        until=datetime.date(2026, 6, 30), cancelled=("2026-02-10",),
    )  # fmt: skip
    changes = {"sites": [GivenSite(place=house, schedules=(times,))]}
    actions.publish_offer(
        manager, actions.edit_offer(manager, published, changes=changes, revision=published.revision)
    )
    event = event_of(client, published)
    assert event["DTSTART"].to_ical() == b"20260113T180000"
    assert b"UNTIL=20260630T160000Z" in event["RRULE"].to_ical()
    assert event["EXDATE"].to_ical() == b"20260210T180000"


def test_of_the_holidays_only_the_days_are_sent_on_which_it_would_take_place(client, manager, published):
    holidays = tuple(f"2026-12-{day}" for day in range(21, 32)) + tuple(
        f"2027-01-0{day}" for day in range(1, 7)
    )
    publish_times(
        manager, published,
        GivenSchedule(
            start=datetime.date(2026, 12, 1), opens_at=datetime.time(15), frequency="WEEKLY", days="TU,TH",
            cancelled=holidays,
        ),
    )  # fmt: skip
    missed = ["2026-12-22", "2026-12-24", "2026-12-29", "2026-12-31", "2027-01-05"]
    (schedule,) = client.get(f"/hsds/services/{published.standard_id}").json()["schedules"]
    assert schedule["x_cancelled"] == missed
    days = [each.to_ical() for each in event_of(client, published)["EXDATE"]]
    assert days == [f"{day.replace('-', '')}T150000".encode() for day in missed]


def test_what_has_no_known_first_day_begins_with_the_first_date_after_it_was_stated(
    client, manager, published
):
    publish_times(
        manager, published, GivenSchedule(opens_at=datetime.time(15), frequency="WEEKLY", days="TU,TH")
    )
    begins = event_of(client, published)["DTSTART"].dt.date()
    stated = clock.town_time(outlet.by_path(f"angebote/{published.public_id}/").modified).date()
    assert begins.weekday() in (1, 3)
    assert stated <= begins <= stated + datetime.timedelta(days=5)


def test_of_every_second_week_without_a_first_day_no_event_is_made_up(client, manager, published):
    times = GivenSchedule(opens_at=datetime.time(15), frequency="WEEKLY", days="WE", interval=2)
    publish_times(manager, published, times)
    calendar = icalendar.Calendar.from_ical(client.get(f"/angebote/{published.public_id}.ics").content)
    assert calendar.walk("VEVENT") == []
    (schedule,) = client.get(f"/hsds/services/{published.standard_id}").json()["schedules"]
    assert "dtstart" not in schedule
    assert (schedule["byday"], schedule["interval"], schedule["opens_at"]) == ("WE", 2, "15:00:00+01:00")


def test_a_published_first_day_is_one_on_which_it_takes_place(client, manager, published):
    monday = GivenSchedule(start=datetime.date(2026, 1, 5), frequency="WEEKLY", days="TU,TH")
    publish_times(manager, published, monday)
    (schedule,) = client.get(f"/hsds/services/{published.standard_id}").json()["schedules"]
    assert schedule["dtstart"] == "2026-01-06"


def publish_times(manager, offer, times: GivenSchedule) -> None:
    changes = {"sites": [GivenSite(schedules=(times,))]}
    actions.publish_offer(
        manager, actions.edit_offer(manager, offer, changes=changes, revision=offer.revision)
    )


def test_18_o_clock_stays_18_o_clock_after_the_change_of_clocks_by_the_zone_that_is_sent(
    client, manager, published
):
    """Acceptance test 12, read as a calendar does: the series expanded, each date put into the zone that is sent."""
    times = GivenSchedule(
        start=datetime.date(2026, 1, 6), opens_at=datetime.time(18), closes_at=datetime.time(20), frequency="WEEKLY",
        days="TU",
    )  # fmt: skip
    publish_times(manager, published, times)
    calendar = icalendar.Calendar.from_ical(client.get(f"/angebote/{published.public_id}.ics").content)
    (sent_zone,), (event,) = calendar.walk("VTIMEZONE"), calendar.walk("VEVENT")
    zone = sent_zone.to_tz(lookup_tzid=False)
    first = event["DTSTART"].dt.replace(tzinfo=None)
    series = rrulestr(event["RRULE"].to_ical().decode(), dtstart=first)
    changes = {  # the last Sundays of March and October
        (2026, 3, 24): 17, (2026, 3, 31): 16, (2026, 10, 20): 16, (2026, 10, 27): 17,
    }  # fmt: skip
    for (year, month, day), hour in changes.items():
        (date,) = series.between(
            datetime.datetime(year, month, day), datetime.datetime(year, month, day, 23), inc=True
        )
        assert date.hour == 18
        moment = date.replace(tzinfo=zone).astimezone(datetime.UTC)
        assert (moment.day, moment.hour) == (day, hour)
        assert moment == date.replace(tzinfo=clock.TOWN_ZONE)
