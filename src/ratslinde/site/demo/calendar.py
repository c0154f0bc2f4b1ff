"""The days of the demo town: a year of meetings behind the day on which it is built, and some before it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ratslinde.kernel import clock
from ratslinde.site.demo.moving import nobody_meets, wednesday
from ratslinde.site.demo.texts import MeetingText, PaperText

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_FIRST_TERM, _YEARS_OF_A_TERM = 2020, 5


def terms() -> tuple[tuple[str, datetime.date, datetime.date], ...]:
    """Name, first and last day of the term of office before this one and of this one."""
    today = clock.today()
    years = today.year - _FIRST_TERM - ((today.month, today.day) < (11, 1))
    this = _FIRST_TERM + years // _YEARS_OF_A_TERM * _YEARS_OF_A_TERM
    return tuple(
        (
            f"Wahlperiode {start}–{start + _YEARS_OF_A_TERM}",
            datetime.date(start, 11, 1),
            datetime.date(start + _YEARS_OF_A_TERM, 10, 31),
        )
        for start in (this - _YEARS_OF_A_TERM, this)
    )


def coming_wednesday(weeks: int) -> datetime.date:
    """The Wednesday of the week that is so many weeks away, or the next one on which somebody meets."""
    day = wednesday(weeks, today=clock.today())
    while nobody_meets(day):
        day += datetime.timedelta(weeks=1)
    return day


def paper_day(paper: PaperText) -> datetime.date:
    """Which day stands on it."""
    return paper.date or clock.today()


def references(papers: Mapping[str, PaperText]) -> dict[str, str]:
    """The number of each paper: by year, in the order of their days, with gaps for papers of other committees."""
    found: dict[str, str] = {}
    last: dict[int, int] = {}
    for key, paper in sorted(papers.items(), key=lambda each: (paper_day(each[1]), each[0])):
        day = paper_day(paper)
        last[day.year] = max(last.get(day.year, 0) + 1, day.timetuple().tm_yday * 22 // 100)
        found[key] = f"{day.year}/{last[day.year]:03}"
    return found


def day_of(meeting: MeetingText) -> datetime.date:
    """When it takes place."""
    return meeting.day or coming_wednesday(meeting.weeks_ahead)


def issue_day(meeting: MeetingText) -> datetime.date | None:
    """When it was announced; never in the future."""
    if not meeting.issued_weeks_before:
        return meeting.issued_on
    issued = day_of(meeting) - datetime.timedelta(weeks=meeting.issued_weeks_before)
    return min(issued, clock.today())


def moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """The town's wall-clock time on the day."""
    return clock.at(day, time.hour, time.minute)


def written(day: datetime.date) -> str:
    """'14.05.2025'."""
    return f"{day:%d.%m.%Y}"


def written_with_weekday(day: datetime.date) -> str:
    """'Mittwoch, 14.05.2025'."""
    return f"{WEEKDAYS[day.weekday()]}, {written(day)}"
