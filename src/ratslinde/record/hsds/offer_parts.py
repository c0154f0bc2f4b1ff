"""What stands inside an offer: languages, costs, free places, and when it takes place where."""

from __future__ import annotations

import datetime

from ratslinde.record.hsds.base import Hsds


class Language(Hsds, frozen=True, kw_only=True):
    """A language in which it is offered (ISO 639-1 or 639-3)."""

    name: str
    code: str
    note: str = ""


class CostOption(Hsds, frozen=True, kw_only=True):
    """What it costs, as far as it is known."""

    option: str = ""
    currency: str = ""
    amount: float | None = None
    amount_description: str = ""


class Unit(Hsds, frozen=True, kw_only=True):
    """What is counted."""

    name: str


class ServiceCapacity(Hsds, frozen=True, kw_only=True):
    """How many places are free, on which day somebody said so."""

    available: float
    maximum: float | None = None
    updated: datetime.datetime
    unit: Unit
    x_waiting: int | None = None


class Schedule(Hsds, frozen=True, kw_only=True):
    """When it takes place. Days and hours are local; `timezone` is the offset on the first day, in hours.

    `notes` says `x_cancelled` in words.
    """

    dtstart: datetime.date | None = None
    opens_at: str = ""
    closes_at: str = ""
    freq: str = ""
    interval: int = 0
    wkst: str = ""
    byday: str = ""
    count: int = 0
    until: datetime.date | None = None
    timezone: float | None = None
    description: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    notes: str = ""
    x_cancelled: tuple[datetime.date, ...] = ()


class ServiceAtLocation(Hsds, frozen=True, kw_only=True):
    """That it takes place there, when, and for which social spaces."""

    location: str
    description: str = ""
    schedules: tuple[Schedule, ...] = ()
    x_social_spaces: tuple[str, ...] = ()
