"""The days of the demo town: most are fixed, the coming ones follow from the day on which it is built."""

from __future__ import annotations

import datetime

from ratslinde.kernel import clock
from ratslinde.site.demo.texts import MeetingText

WEDNESDAY = 2
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def coming_wednesday(weeks: int) -> datetime.date:
    """The Wednesday of the week that is so many weeks away."""
    day = clock.today() + datetime.timedelta(weeks=weeks)
    return day + datetime.timedelta(days=WEDNESDAY - day.weekday())


def day_of(meeting: MeetingText) -> datetime.date:
    """When it takes place."""
    return meeting.day or coming_wednesday(meeting.weeks_ahead)


def issue_day(meeting: MeetingText) -> datetime.date | None:
    """When it was announced; never in the future."""
    if not meeting.issued_weeks_before:
        return meeting.issued_on
    issued = day_of(meeting) - datetime.timedelta(weeks=meeting.issued_weeks_before)
    return min(issued, clock.today())


def moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """The town's wall-clock time on the day."""
    return clock.at(day, time.hour, time.minute)


def written(day: datetime.date) -> str:
    """'14.05.2025'."""
    return f"{day:%d.%m.%Y}"


def written_with_weekday(day: datetime.date) -> str:
    """'Mittwoch, 14.05.2025'."""
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}"
