"""The time of day, in one place so that tests can set it."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

TOWN_ZONE = ZoneInfo("Europe/Berlin")


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def today() -> datetime.date:
    """The date on the town hall's calendar."""
    return now().astimezone(TOWN_ZONE).date()


def town_time(moment: datetime.datetime) -> datetime.datetime:
    """The same moment as the clock at the town hall shows it."""
    return moment.astimezone(TOWN_ZONE)


def at(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    """That wall-clock time in the town, aware."""
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=TOWN_ZONE)
