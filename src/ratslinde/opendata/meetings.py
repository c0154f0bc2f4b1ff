"""A meeting as the feed and the calendar tell it: the facts that stand in its published value."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from ratslinde.kernel import clock
from ratslinde.record.outlet import Entry


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """Name, time and place; `start` in town time."""

    name: str
    body: str
    start: datetime.datetime | None
    end: datetime.datetime | None
    cancelled: bool
    place: str


def read(entry: Entry) -> Meeting:
    """The facts of a published meeting."""
    value = entry.oparl
    return Meeting(
        name=entry.title,
        body=value.get("ratslinde:organizationName", ""),
        start=_moment(value.get("start")),
        end=_moment(value.get("end")),
        cancelled=bool(value.get("cancelled")),
        place=_place(value.get("location") or {}),
    )


def _moment(text: str | None) -> datetime.datetime | None:
    return clock.town_time(datetime.datetime.fromisoformat(text)) if text else None


def _place(location: dict[str, Any]) -> str:
    town = " ".join(location[key] for key in ("postalCode", "locality") if key in location)
    lines = [location.get(key, "") for key in ("description", "room", "streetAddress")]
    return ", ".join(line for line in [*lines, town] if line)
