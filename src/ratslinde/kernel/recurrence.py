"""When something takes place: RFC 5545's recurrence in the few forms that HSDS knows. Days and hours are local."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from typing import Literal, Protocol

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from ratslinde.kernel.errors import Refused

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES: dict[str, Literal[1, 2]] = {"WEEKLY": WEEKLY, "MONTHLY": MONTHLY}
_WEEKLY_DAY = re.compile(rf"({'|'.join(WEEKDAYS)})")
_MONTHLY_DAY = re.compile(rf"(-1|[1-5])({'|'.join(WEEKDAYS)})")
MOST_DAYS = 1_000


class Times(Protocol):
    """A schedule: a stored row, one that is handed in, or one read back."""

    @property
    def start(self) -> datetime.date: ...
    @property
    def opens_at(self) -> datetime.time | None: ...
    @property
    def closes_at(self) -> datetime.time | None: ...
    @property
    def frequency(self) -> str: ...
    @property
    def interval(self) -> int: ...
    @property
    def days(self) -> str: ...
    @property
    def until(self) -> datetime.date | None: ...
    @property
    def cancelled(self) -> Collection[str]: ...


def check(times: Times) -> None:
    """Raise Refused, in the clerk's words, for times that cannot be."""
    if times.frequency and times.frequency not in _FREQUENCIES:
        raise Refused("Die Wiederholung ist wöchentlich oder monatlich.", field="frequency")
    pattern = _WEEKLY_DAY if times.frequency == "WEEKLY" else _MONTHLY_DAY
    if times.days and not (times.frequency and all(map(pattern.fullmatch, times.days.split(",")))):
        raise Refused("Diese Tage passen nicht zur Wiederholung.", field="days")
    if times.interval < 1:
        raise Refused("Der Abstand ist mindestens 1.", field="interval")
    if times.until and times.until < times.start:
        raise Refused("Der letzte Tag liegt vor dem ersten.", field="until")
    if times.opens_at and times.closes_at and times.closes_at <= times.opens_at:
        raise Refused("Das Ende liegt vor dem Beginn.", field="closes_at")


def occurrences(times: Times, *, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days from first to last, both included, on which it takes place; at most `MOST_DAYS`."""
    if times.frequency not in _FREQUENCIES:
        days = [times.start] if first <= times.start <= last else []
    else:
        end = min(last, times.until) if times.until else last
        found = _rule(times, first=first).xafter(_midnight(first), count=MOST_DAYS, inc=True)
        days = []
        for moment in found:
            if moment.date() > end:
                break
            days.append(moment.date())
    return [day for day in days if day.isoformat() not in times.cancelled]


def takes_place(times: Times, *, day: datetime.date) -> bool:
    """Whether it takes place on that day."""
    return bool(occurrences(times, first=day, last=day))


def _rule(times: Times, *, first: datetime.date) -> rrule:
    """The rule, whose occurrences are complete from `first` on."""
    chosen = [_weekday(day) for day in times.days.split(",") if day]
    of_month = times.start.day if times.frequency == "MONTHLY" and not chosen else None
    return rrule(
        _FREQUENCIES[times.frequency], dtstart=_midnight(_start_near(times, first)), interval=times.interval,
        byweekday=chosen or None, bymonthday=of_month, until=_midnight(times.until) if times.until else None,
    )  # fmt: skip


def _start_near(times: Times, first: datetime.date) -> datetime.date:
    """A start in step with the real one, not after `first`: dateutil walks each week or month from the start on."""
    if first <= times.start:
        return times.start
    if times.frequency == "WEEKLY":
        weeks = (first - times.start).days // 7
        return times.start + datetime.timedelta(weeks=weeks - weeks % times.interval)
    months = 12 * (first.year - times.start.year) + first.month - times.start.month
    months -= months % times.interval
    if not months:
        return times.start
    year, month = divmod(12 * times.start.year + times.start.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1)


def _weekday(text: str) -> weekday:
    found = weekday(WEEKDAYS.index(text[-2:]))
    return found(int(text[:-2])) if text[:-2] else found


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def sent_rule(times: Times) -> dict[str, str | int | list[str]]:
    """The parts of RFC 5545's RRULE; empty for what does not repeat."""
    if times.frequency not in _FREQUENCIES:
        return {}
    parts: dict[str, str | int | list[str]] = {
        "FREQ": times.frequency,
        "INTERVAL": times.interval,
        "WKST": "MO",
    }
    return parts | ({"BYDAY": times.days.split(",")} if times.days else {})
