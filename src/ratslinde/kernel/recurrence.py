"""When something takes place: RFC 5545's recurrence in the few forms that HSDS knows. Days and hours are local.

The first day may be unknown (None). What comes every week or month needs none; of what comes every second week nobody
can then name a day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from itertools import groupby
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
    def start(self) -> datetime.date | None: ...
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
    if times.start is None and not times.frequency:
        raise Refused("Bitte den Tag angeben.", field="start")
    if times.start is None and not times.days:
        raise Refused("Bitte einen Wochentag oder den ersten Tag angeben.", field="days")
    if times.start and times.until and times.until < times.start:
        raise Refused("Der letzte Tag liegt vor dem ersten.", field="until")
    if times.opens_at and times.closes_at and times.closes_at <= times.opens_at:
        raise Refused("Das Ende liegt vor dem Beginn.", field="closes_at")


def occurrences(times: Times, *, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days from first to last, both included, on which it takes place; at most `MOST_DAYS`.

    None of what `is_out_of_step`: whichever days were named, it may be the others.
    """
    if is_out_of_step(times):
        return []
    return [
        day
        for day in _days(times, first=first, last=last, interval=times.interval)
        if day.isoformat() not in times.cancelled
    ]


def missed(times: Times) -> list[str]:
    """The cancelled days (ISO, in order) on which it would take place: of a cancelled month, four Tuesdays."""
    return [day.isoformat() for run in _missed_runs(times) for day in run]


def pauses(times: Times) -> list[tuple[datetime.date, datetime.date]]:
    """From when until when it pauses: first and last missed day of each row of them, the same day for a single one."""
    return [(run[0], run[-1]) for run in _missed_runs(times)]


def _missed_runs(times: Times) -> list[list[datetime.date]]:
    """The missed days, those in one list between which it never takes place."""
    days = sorted(times.cancelled)
    if not days:
        return []
    first, last = datetime.date.fromisoformat(days[0]), datetime.date.fromisoformat(days[-1])
    interval = 1 if is_out_of_step(times) else times.interval
    by_rule = _days(times, first=first, last=last, interval=interval)
    runs = groupby(by_rule, key=lambda day: day.isoformat() in times.cancelled)
    return [list(run) for is_missed, run in runs if is_missed]


def takes_place(times: Times, *, day: datetime.date) -> bool:
    """Whether it takes place on that day, as far as anybody knows."""
    return bool(occurrences(times, first=day, last=day))


def is_out_of_step(times: Times) -> bool:
    """Whether only the rhythm is known (every second week) and not in which week it began."""
    return times.start is None and (times.interval > 1 or not times.days)


def may_take_place(times: Times, *, day: datetime.date) -> bool:
    """Whether nobody can say that it does not take place on that day: of every second Wednesday, each Wednesday."""
    if not is_out_of_step(times):
        return takes_place(times, day=day)
    return bool(_days(times, first=day, last=day, interval=1)) and day.isoformat() not in times.cancelled


def first_day(times: Times) -> datetime.date | None:
    """The first day on which it takes place by its rule; None while the beginning is unknown, or where it never does.

    RFC 5545, 3.8.5.3: DTSTART should be in step with the rule.
    """
    if times.start is None:
        return None
    if times.frequency not in _FREQUENCIES:
        return times.start
    found = next(iter(_rule(times, first=times.start, interval=times.interval)), None)
    return found.date() if found else None


def _days(times: Times, *, first: datetime.date, last: datetime.date, interval: int) -> list[datetime.date]:
    """The days by the rule, whatever is cancelled."""
    if times.frequency not in _FREQUENCIES:
        return [times.start] if times.start and first <= times.start <= last else []
    end = min(last, times.until) if times.until else last
    days: list[datetime.date] = []
    for moment in _rule(times, first=first, interval=interval).xafter(
        _midnight(first), count=MOST_DAYS, inc=True
    ):
        if moment.date() > end:
            break
        days.append(moment.date())
    return days


def _rule(times: Times, *, first: datetime.date, interval: int) -> rrule:
    """The rule, whose occurrences are complete from `first` on."""
    chosen = [_weekday(day) for day in times.days.split(",") if day]
    of_month = times.start.day if times.start and times.frequency == "MONTHLY" and not chosen else None
    return rrule(
        _FREQUENCIES[times.frequency], dtstart=_midnight(_start_near(times, first)), interval=interval,
        byweekday=chosen or None, bymonthday=of_month, until=_midnight(times.until) if times.until else None,
    )  # fmt: skip


def _start_near(times: Times, first: datetime.date) -> datetime.date:
    """A start in step with the real one, not after `first`: dateutil walks each week or month from the start on."""
    if times.start is None:
        return first
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
