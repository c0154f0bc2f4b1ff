"""An offer's schedules, read back from what is published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

ALWAYS, NEVER = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, kw_only=True)
class PublishedTimes:
    """One row of times, as `kernel.recurrence` takes them; `start` is None where nobody has said it."""

    id: str
    start: datetime.date | None
    opens_at: datetime.time | None
    closes_at: datetime.time | None
    frequency: str
    interval: int
    days: str
    until: datetime.date | None
    cancelled: tuple[str, ...]


def of_offer(data: Mapping[str, Any]) -> Iterator[tuple[PublishedTimes, Mapping[str, Any] | None]]:
    """Each row of times with its place; None for what takes place nowhere in particular.

    A row ends with the offer at the latest.
    """
    last = data.get("x_valid_until", NEVER)
    for site in data.get("service_at_locations", ()):
        for schedule in site.get("schedules", ()):
            yield _within(read(schedule), last), site["location"]
    for schedule in data.get("schedules", ()):
        yield _within(read(schedule), last), None


def first_day(data: Mapping[str, Any]) -> datetime.date:
    """Since when the offer exists; the first day of all where nobody has said."""
    return datetime.date.fromisoformat(data.get("x_valid_from", ALWAYS))


def _within(row: PublishedTimes, last: str) -> PublishedTimes:
    if last >= (row.until.isoformat() if row.until else NEVER):
        return row
    return replace(row, until=datetime.date.fromisoformat(last))


def read(schedule: Mapping[str, Any]) -> PublishedTimes:
    """One schedule of HSDS; hours are local, whatever offset is written behind them."""
    return PublishedTimes(
        id=schedule["id"],
        start=datetime.date.fromisoformat(schedule["dtstart"]) if "dtstart" in schedule else None,
        opens_at=_hour(schedule.get("opens_at")),
        closes_at=_hour(schedule.get("closes_at")),
        frequency=schedule.get("freq", ""),
        interval=schedule.get("interval", 1),
        days=schedule.get("byday", ""),
        until=datetime.date.fromisoformat(schedule["until"]) if "until" in schedule else None,
        cancelled=tuple(schedule.get("x_cancelled", ())),
    )


def _hour(text: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(text).replace(tzinfo=None) if text else None
