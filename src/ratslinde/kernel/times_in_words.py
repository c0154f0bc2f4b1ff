"""A row of times as a person says it in German: 'dienstags, 16:00 bis 18:00 Uhr'."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ratslinde.kernel import clock
from ratslinde.kernel.recurrence import WEEKDAYS, Times, is_out_of_step, missed

MOST_NAMED = 2
"""Days in a row that are named one by one: three are said as "montags bis mittwochs"."""
_DAYS = ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags")
_ONE_DAY = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def in_words(times: Times, *, description: str = "", whole: bool = False) -> str:
    """How it repeats, at which hours, from when and until when.

    `whole`: with the first day also when that has passed, and each day on which it does not take place: two rows that
    differ are then said differently.
    """
    parts = [_repeated(times), _hours(times)]
    if is_out_of_step(times):
        parts.append("erster Tag nicht bekannt")
    if times.frequency and times.start and (whole or times.start > clock.today()):
        parts.append(f"ab {times.start:%d.%m.%Y}")
    if times.frequency and times.until:
        parts.append(f"bis {times.until:%d.%m.%Y}")
    parts.append(_cancelled(times, named=whole))
    return ", ".join(part for part in [*parts, description] if part)


def _repeated(times: Times) -> str:
    days = [day for day in times.days.split(",") if day]
    if not times.frequency:
        return f"{_ONE_DAY[times.start.weekday()]}, {times.start:%d.%m.%Y}" if times.start else ""
    return _monthly(times, days) if times.frequency == "MONTHLY" else _weekly(times, days)


def _monthly(times: Times, days: list[str]) -> str:
    weeks: dict[str, list[str]] = {}
    for day in days:
        weeks.setdefault(day[-2:], []).append(_place(day[:-2]))
    named = " und ".join(f"{_and(places)} {_ONE_DAY[WEEKDAYS.index(day)]}" for day, places in weeks.items())
    if times.interval == 1 and named:
        return f"jeden {named} im Monat"
    own = f"am {times.start.day}." if times.start else ""
    on_day = f"am {named}" if named else own
    return (
        f"{on_day} jedes Monats" if times.interval == 1 else f"alle {times.interval} Monate {on_day}".strip()
    )


def _weekly(times: Times, days: list[str]) -> str:
    every = "" if times.interval == 1 else f"alle {times.interval} Wochen "
    own_day = {times.start.weekday()} if times.start else set()
    found = sorted({WEEKDAYS.index(day) for day in days} or own_day)
    if not found:
        return every.strip() or "jede Woche"
    if len(found) > MOST_NAMED and found[-1] - found[0] == len(found) - 1:
        return f"{every}{_DAYS[found[0]]} bis {_DAYS[found[-1]]}"
    return every + _and([_DAYS[day] for day in found])


def _and(words: Sequence[str]) -> str:
    """'1., 2. und letzten'."""
    *first, last = words
    return f"{', '.join(first)} und {last}" if first else last


def _place(text: str) -> str:
    return "letzten" if text == "-1" else f"{text}."


def _hours(times: Times) -> str:
    if times.opens_at is None:
        return "" if times.closes_at is None else f"bis {times.closes_at:%H:%M} Uhr"
    return f"{times.opens_at:%H:%M}" + (f" bis {times.closes_at:%H:%M} Uhr" if times.closes_at else " Uhr")


def _cancelled(times: Times, *, named: bool) -> str:
    missing = len(missed(times))
    if not times.cancelled or not (named or missing):
        return ""
    if named:
        days = (f"{datetime.date.fromisoformat(day):%d.%m.%Y}" for day in sorted(times.cancelled))
        return f"nicht am {', '.join(days)}"
    return "ein Ausfall" if missing == 1 else f"{missing} Ausfälle"
