"""The directory in other forms: one file, tables, maps, cards, calendars."""

from __future__ import annotations

import csv
import datetime
import io
import json

import icalendar

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.opendata.hsds.vcards import card
from ratslinde.record import directory


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
