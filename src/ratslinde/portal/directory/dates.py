"""When an offer takes place next, and its times in the words of a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_interval, format_skeleton, format_time, get_day_names
from django.utils.translation import gettext

from ratslinde.kernel import clock, recurrence
from ratslinde.portal.directory.languages import PageLanguage
from ratslinde.record import times
from ratslinde.record.times import PublishedTimes

SOON, LATER = datetime.timedelta(days=62), datetime.timedelta(days=400)
MOST = 6
PAUSED = "temporarily closed"


@dataclass(frozen=True, kw_only=True, order=True)
class Occurrence:
    """One date, with the UUID of its place or ''."""

    day: datetime.date
    opens_at: datetime.time | None
    closes_at: datetime.time | None
    place: str

    def is_over(self, moment: datetime.datetime) -> bool:
        """Whether it ended before the moment, in town time."""
        if self.day != moment.date():
            return self.day < moment.date()
        return self.closes_at is not None and self.closes_at < moment.time()


def coming(data: Mapping[str, Any], today: datetime.date) -> tuple[Occurrence, ...]:
    """The next dates of an offer from today on, in order; none while it pauses: nobody knows until when."""
    if data["status"] == PAUSED:
        return ()
    rows, first = list(times.of_offer(data)), max(today, times.first_day(data))
    for span in (SOON, LATER):
        found = [
            Occurrence(
                day=day, opens_at=row.opens_at, closes_at=row.closes_at, place=place["id"] if place else ""
            )
            for row, place in rows
            for day in recurrence.occurrences(row, first=first, last=first + span)[:MOST]
        ]
        if found:
            break
    return tuple(sorted(found, key=_order)[:MOST])


def _order(each: Occurrence) -> tuple[datetime.date, datetime.time]:
    return each.day, each.opens_at or datetime.time()


def following(dates: Iterable[Occurrence]) -> list[Occurrence]:
    """Those that are not over yet."""
    moment = clock.town_time(clock.now())
    return [each for each in dates if not each.is_over(moment)]


@lru_cache(maxsize=4_000)
def day_in_words(day: datetime.date, language: PageLanguage, *, full: bool = False) -> str:
    """'Di., 24. Nov.' or in full 'Dienstag, 24. November 2026', in the language."""
    if full:
        return format_date(day, "full", locale=language.locale)
    return format_skeleton("MMMMEEEEd" if language.code == "tr" else "MMMEd", day, locale=language.locale)


def date_in_numbers(day: datetime.date, language: PageLanguage) -> str:
    """'31.12.2025', or how the language writes it short."""
    return format_date(day, "medium", locale=language.locale)


def hours_in_words(opens: datetime.time | None, closes: datetime.time | None) -> str:
    """'16:00–18:00 Uhr': 24 hours everywhere, as clocks show it here; '' when nobody gave them."""
    if opens is None:
        return ""
    hours = format_time(opens, "HH:mm", locale="en")
    if closes is not None:
        hours += f"–{format_time(closes, 'HH:mm', locale='en')}"
    return gettext("%(hours)s Uhr") % {"hours": hours}


def rule_in_words(row: PublishedTimes, language: PageLanguage) -> str:
    """How it repeats: 'Jede Woche: Dienstag'."""
    if not row.frequency:
        return day_in_words(row.start, language, full=True) if row.start else ""
    days = language.comma.join(_day(day, language) for day in (row.days or _own_day(row)).split(","))
    if row.frequency == "WEEKLY":
        if row.interval == 1:
            return gettext("Jede Woche: %(days)s") % {"days": days}
        return gettext("Alle %(number)s Wochen: %(days)s") % {"number": row.interval, "days": days}
    if row.interval == 1:
        return gettext("Jeden Monat: %(days)s") % {"days": days}
    return gettext("Alle %(number)s Monate: %(days)s") % {"number": row.interval, "days": days}


def times_in_words(row: PublishedTimes, language: PageLanguage) -> str:
    """How it repeats and at which hours; where no day can be named, that one has to ask for the next one."""
    hours = hours_in_words(row.opens_at, row.closes_at)
    words = language.comma.join(filter(None, (rule_in_words(row, language), hours)))
    if recurrence.is_out_of_step(row):
        return gettext("%(times)s; den nächsten Termin bitte erfragen") % {"times": words}
    return words


def pauses_in_words(row: PublishedTimes, language: PageLanguage, *, today: datetime.date) -> list[str]:
    """'Pause: 14. Juli – 25. Aug. 2026': when it does not take place, what is over left out."""
    return [_pause(first, last, language) for first, last in recurrence.pauses(row) if last >= today][:MOST]


def _pause(first: datetime.date, last: datetime.date, language: PageLanguage) -> str:
    if first == last:
        return gettext("Fällt aus: %(day)s") % {"day": day_in_words(first, language)}
    span = format_interval(first, last, "yMMMd", locale=language.locale)
    return gettext("Pause: %(days)s") % {"days": span}


def rhythm_in_words(data: Mapping[str, Any], language: PageLanguage) -> str:
    """The times for which one has to ask for the next date; '' where there are none."""
    open_rows = (row for row, _ in times.of_offer(data) if recurrence.is_out_of_step(row))
    return next((times_in_words(row, language) for row in open_rows), "")


def has_days(data: Mapping[str, Any]) -> bool:
    """Whether days can be named for any row of an offer's times."""
    return any(not recurrence.is_out_of_step(row) for row, _ in times.of_offer(data))


def is_open(data: Mapping[str, Any], day: datetime.date) -> bool:
    """Whether nobody can say that it takes place on the day, nor that it does not: no times, or out of step with it."""
    if data["status"] == PAUSED or day < times.first_day(data):
        return False
    rows = [row for row, _ in times.of_offer(data)]
    return not rows or any(
        recurrence.is_out_of_step(row) and recurrence.may_take_place(row, day=day) for row in rows
    )


def _own_day(row: PublishedTimes) -> str:
    if row.start is None:
        return ""
    if row.frequency == "WEEKLY":
        return recurrence.WEEKDAYS[row.start.weekday()]
    return str(row.start.day)


def _day(code: str, language: PageLanguage) -> str:
    if not code:
        return ""
    if code.isdecimal():
        return gettext("am %(number)s. Tag im Monat") % {"number": code}
    names = get_day_names("wide", "stand-alone", locale=language.locale)
    day: str = names[recurrence.WEEKDAYS.index(code[-2:])]
    if code[:-2] == "-1":
        return gettext("%(day)s (der letzte im Monat)") % {"day": day}
    if code[:-2]:
        return gettext("%(day)s (der %(number)s. im Monat)") % {"day": day, "number": code[:-2]}
    return day
