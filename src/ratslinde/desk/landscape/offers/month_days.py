"""Days of a recurrence as boxes: which weekdays, and which of them in the month ('1MO,3MO': the 1st and 3rd Monday)."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.kernel.recurrence import WEEKDAYS

WEEKS = (("1", "1."), ("2", "2."), ("3", "3."), ("4", "4."), ("5", "5."), ("-1", "letzter"))
USUAL = tuple(week for week in WEEKS if week[0] != "5")
"""A fifth Monday is rare, and often meant for the last one: it is offered where it stands."""
_ORDER = [week for week, _ in WEEKS]


def days_of(weekdays: Iterable[str], weeks: Iterable[str]) -> str:
    """Each of the weekdays in each of the weeks, as a schedule keeps it; without weeks the weekdays alone."""
    chosen = list(weekdays)
    return ",".join(week + day for week in (list(weeks) or [""]) for day in chosen)


def as_boxes(days: str) -> list[tuple[list[str], list[str]]]:
    """(weekdays, weeks) of the fewest rows of boxes that say these days: '1MO,3TU' takes two."""
    weeks: dict[str, list[str]] = {}
    for day in filter(None, days.split(",")):
        weeks.setdefault(day[-2:], []).append(day[:-2])
    found: dict[tuple[str, ...], list[str]] = {}
    for day in sorted(weeks, key=WEEKDAYS.index):
        found.setdefault(tuple(sorted(filter(None, weeks[day]), key=_ORDER.index)), []).append(day)
    return [(weekdays, list(some)) for some, weekdays in found.items()]


def as_they_stood(days: str, before: str) -> str:
    """The days, in the order in which they stood when they are the same: their order says nothing."""
    return before if set(days.split(",")) == set(before.split(",")) else days
