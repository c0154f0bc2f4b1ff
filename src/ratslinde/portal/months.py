"""A month as a calendar sheet: weeks of seven days, Monday first."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import defaultdict
from dataclasses import dataclass

from django.http import Http404

from ratslinde.kernel import clock
from ratslinde.record import outlet
from ratslinde.record.outlet import Entry

_MONTH = re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Day:
    """A field of the sheet; `date` is None where the month does not reach."""

    date: datetime.date | None
    today: bool
    meetings: list[Entry]


@dataclass(frozen=True, kw_only=True)
class Month:
    """The sheet; `before` and `after` are the neighbours' first days."""

    first: datetime.date
    before: datetime.date
    after: datetime.date
    weeks: list[list[Day]]
    weekdays: list[datetime.date]

    @property
    def meetings(self) -> list[Entry]:
        """All meetings of the month, in order."""
        return [meeting for week in self.weeks for day in week for meeting in day.meetings]


def month_at(text: str) -> datetime.date:
    """The first day of the month written as 2023-05. Raises Http404 for anything else."""
    if not _MONTH.fullmatch(text):
        raise Http404  # 2023-5 too: one month has one address
    year, month = text.split("-")
    return datetime.date(int(year), int(month), 1)


def month_sheet(first: datetime.date) -> Month:
    """The sheet of the month with all its meetings. Raises Http404 outside of years that a calendar has."""
    if not 1900 < first.year < 2200:
        raise Http404
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    found = outlet.of_kind(
        "meeting", start=clock.at(first, 0), end=clock.at(after, 0), newest_first=False, most=400
    )
    meetings: defaultdict[datetime.date, list[Entry]] = defaultdict(list)
    for meeting in found:
        if meeting.date:
            meetings[clock.town_time(meeting.date).date()].append(meeting)
    return Month(
        first=first,
        before=(first - datetime.timedelta(days=1)).replace(day=1),
        after=after,
        weeks=[[_day(date, first=first, meetings=meetings) for date in week] for week in weeks],
        weekdays=weeks[0],
    )


def _day(date: datetime.date, *, first: datetime.date, meetings: dict[datetime.date, list[Entry]]) -> Day:
    inside = date.month == first.month
    return Day(
        date=date if inside else None,
        today=inside and date == clock.today(),
        meetings=meetings.get(date, []) if inside else [],
    )
