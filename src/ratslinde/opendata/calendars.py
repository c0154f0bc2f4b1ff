"""Meetings as iCalendar (RFC 5545), to subscribe to and to take one by one.

A meeting keeps its UID whatever happens to it; a change raises SEQUENCE, so that a calendar takes it over. One that was
withdrawn says so and nothing else: no name, no place, and the day of the withdrawal, because a date must stand there.
"""

from __future__ import annotations

import datetime
from functools import cache

from django.http import HttpRequest
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from ratslinde.kernel import clock
from ratslinde.opendata import addresses, meetings, organizations
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.refusals import NotThere
from ratslinde.record import changes, outlet
from ratslinde.record.outlet import Entry

CALENDAR = "text/calendar; charset=utf-8"
_PAST = datetime.timedelta(days=400)
_MOST = 2_000
_REFRESH = datetime.timedelta(hours=6)


@open_data(CALENDAR)
def all_meetings(request: HttpRequest) -> bytes:  # noqa: ARG001 - a view
    """The meetings of all bodies from a good year ago on."""
    found = outlet.of_kind("meeting", start=clock.now() - _PAST, most=_MOST)
    return _calendar(f"Sitzungen {organizations.town()}", [*found, *changes.withdrawn("meeting", most=_MOST)])


@open_data(CALENDAR)
def of_organization(request: HttpRequest, *, slug: str) -> bytes:  # noqa: ARG001 - a view
    """The meetings of one body."""
    organization = organizations.by_slug(slug)
    found = outlet.in_lists(organization.id, "meeting", most=_MOST)
    withdrawn = changes.withdrawn("meeting", owner=organization.id, most=_MOST)
    return _calendar(f"{organization.title} – {organizations.town()}", [*found, *withdrawn])


@open_data(CALENDAR)
def one_meeting(request: HttpRequest, *, public_id: str) -> bytes:  # noqa: ARG001 - a view
    """A single meeting, also a withdrawn one: whoever took it over learns of it."""
    found = outlet.by_path(f"sitzungen/{public_id}/")
    if found is None or found.kind != "meeting":
        raise NotThere("Eine solche Sitzung gibt es nicht.")
    return _calendar("", [found])


def _calendar(name: str, entries: list[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", "-//Ratslinde//Sitzungskalender//DE")
    calendar.add("VERSION", "2.0")
    if name:
        calendar.add("NAME", name)
        calendar.add("X-WR-CALNAME", name)
        calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH))
    calendar.add_component(town_zone())
    for entry in entries:
        event = _withdrawn(entry) if entry.deleted else _event(entry)
        if event is not None:
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event | None:
    """The event; None while the meeting has no date."""
    meeting = meetings.read(entry)
    if meeting.start is None:
        return None
    event = _identified(entry)
    page = addresses.absolute(entry.path or "")
    event.add("SUMMARY", f"Abgesagt: {meeting.name}" if meeting.cancelled else meeting.name)
    event.add("STATUS", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("DTSTART", meeting.start)
    if meeting.end and meeting.end > meeting.start:
        event.add("DTEND", meeting.end)
    event.add("DESCRIPTION", f"Tagesordnung und Unterlagen: {page}")
    event.add("URL", page)
    for name, text in (("LOCATION", meeting.place), ("CATEGORIES", [meeting.body] if meeting.body else None)):
        if text:
            event.add(name, text)
    return event


def _withdrawn(entry: Entry) -> Event:
    event = _identified(entry)
    event.add("STATUS", "CANCELLED")
    event.add("DTSTART", clock.town_time(entry.modified).date())
    event.add("TRANSP", "TRANSPARENT")
    return event


def _identified(entry: Entry) -> Event:
    event = Event()
    event.add("UID", f"{entry.id}@sitzung.ratslinde")
    event.add("DTSTAMP", entry.modified)
    event.add("CREATED", entry.created)
    event.add("LAST-MODIFIED", entry.modified)
    event.add("SEQUENCE", int((entry.modified - entry.created).total_seconds()))
    return event


@cache
def town_zone() -> Timezone:
    """Central European Time by its rule since 1996; a list of dates would end one day."""
    zone = Timezone()
    zone.add("TZID", str(clock.TOWN_ZONE))
    for part, offset_from, offset_to, name, start, month in (
        ("DAYLIGHT", 1, 2, "CEST", datetime.datetime(1996, 3, 31, 2), 3),  # noqa: DTZ001 - local by definition
        ("STANDARD", 2, 1, "CET", datetime.datetime(1996, 10, 27, 3), 10),  # noqa: DTZ001
    ):
        rule = TimezoneDaylight() if part == "DAYLIGHT" else TimezoneStandard()
        rule.add("DTSTART", start)
        rule.add("TZOFFSETFROM", datetime.timedelta(hours=offset_from))
        rule.add("TZOFFSETTO", datetime.timedelta(hours=offset_to))
        rule.add("TZNAME", name)
        rule.add("RRULE", vRecur(freq="yearly", bymonth=month, byday="-1SU"))
        zone.add_component(rule)
    return zone
