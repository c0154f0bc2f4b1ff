"""An offer's dates as iCalendar (RFC 5545): one event a row of times, in local time, so that summer changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from icalendar import Calendar, Event, vRecur

from ratslinde.kernel import clock, recurrence
from ratslinde.opendata import addresses
from ratslinde.opendata.answers import open_data
from ratslinde.opendata.calendars import CALENDAR, town_zone
from ratslinde.opendata.refusals import Gone, NotThere
from ratslinde.record import outlet, times
from ratslinde.record.addresses import of_location
from ratslinde.record.outlet import Entry

_SEARCHED = datetime.timedelta(days=800)


@open_data(CALENDAR)
def offer(request: HttpRequest, *, public_id: str) -> bytes:  # noqa: ARG001 - a view
    """The dates of a published offer."""
    found = outlet.by_path(f"angebote/{public_id}/")
    if found is None or found.kind != "offer":
        raise NotThere("Ein solches Angebot gibt es nicht.")
    if found.deleted:
        raise Gone("Dieses Angebot wurde zurückgenommen.")
    calendar = Calendar()
    calendar.add("PRODID", "-//Ratslinde//Angebote//DE")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add_component(town_zone())
    for row, place in times.of_offer(found.hsds):
        event = _event(found, row, place)
        if event is not None:
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(entry: Entry, row: times.PublishedTimes, place: Mapping[str, Any] | None) -> Event | None:
    """The event; None for times that never come, or of which nobody can name a day.

    DTSTART is the first real date, as the RFC demands: where nobody has said since when it takes place, the first one
    after somebody last said that it does.
    """
    first = max(row.start or clock.town_time(entry.modified).date(), times.first_day(entry.hsds))
    days = recurrence.occurrences(row, first=first, last=first + _SEARCHED)
    if not days:
        return None
    event = Event()
    event.add("UID", f"{row.id}@angebot.ratslinde")
    event.add("DTSTAMP", entry.modified)
    event.add("LAST-MODIFIED", entry.modified)
    event.add("SEQUENCE", int((entry.modified - entry.created).total_seconds()))
    event.add("SUMMARY", entry.title)
    event.add("STATUS", "CONFIRMED" if entry.hsds["status"] == "active" else "CANCELLED")
    _add_times(event, row, first=days[0])
    event.add("URL", addresses.absolute(entry.path or ""))
    if place is not None:
        event.add("LOCATION", _where(place))
    return event


def _add_times(event: Event, row: times.PublishedTimes, *, first: datetime.date) -> None:
    event.add("DTSTART", _moment(first, row.opens_at))
    if row.opens_at and row.closes_at:
        event.add("DTEND", _moment(first, row.closes_at))
    rule = recurrence.sent_rule(row)
    if rule and row.until:
        rule["UNTIL"] = _last(row)
    if rule:
        event.add("RRULE", vRecur(rule))
    for day in recurrence.missed(row):
        event.add("EXDATE", _moment(datetime.date.fromisoformat(day), row.opens_at))


def _moment(day: datetime.date, hour: datetime.time | None) -> datetime.date | datetime.datetime:
    return day if hour is None else datetime.datetime.combine(day, hour, tzinfo=clock.TOWN_ZONE)


def _last(row: times.PublishedTimes) -> Any:
    """UNTIL is in UTC when the start has an hour (RFC 5545, 3.3.10)."""
    if row.until is None or row.opens_at is None:
        return row.until
    return datetime.datetime.combine(row.until, row.opens_at, tzinfo=clock.TOWN_ZONE).astimezone(datetime.UTC)


def _where(place: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (place.get("name", ""), of_location(place).line)))
