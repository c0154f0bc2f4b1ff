"""Dates and times as German offices write them."""

from __future__ import annotations

import datetime

_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def long_date(day: datetime.date | None) -> str:
    """Return "16. Mai 2026", or "" for None."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}" if day else ""


def month(day: datetime.date) -> str:
    """Return "Mai"."""
    return _MONTHS[day.month - 1]


def weekday_date(day: datetime.date) -> str:
    """Return "Mittwoch, 31. Mai 2023"."""
    return f"{_WEEKDAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: datetime.date | None) -> str:
    """Return "31.05.2023", or "" for None."""
    return f"{day:%d.%m.}{day.year:04}" if day else ""


def clock(time: datetime.time | None) -> str:
    """Return "17:00 Uhr", or "" for None."""
    return f"{time:%H:%M} Uhr" if time else ""
