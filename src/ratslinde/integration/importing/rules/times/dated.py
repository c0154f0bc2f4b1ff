"""Days that stand in a cell among its times; a day without a year is none, unless the others of the cell say it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from ratslinde.integration.importing.rules.times.words import days_in
from ratslinde.kernel.recurrence import WEEKDAYS

_GERMAN = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def dated(words: Sequence[str]) -> list[datetime.date] | None:
    """The days that the words name one after the other; None where one has no year, or another weekday.

    Only the last needs a year where the days before it come in their order in that year.
    """
    found: list[datetime.date] = []
    year: int | None = None
    for each in reversed(words):
        day = _day(each, year)
        if day is None or (found and day >= found[0]):
            return None
        year = day.year
        found.insert(0, day)
    return found


def begun_before(words: str, end: datetime.date | None) -> datetime.date | None:
    """The day from which something holds; its year is said, or follows from the day until which it does."""
    found = _day(words, None)
    if found is not None or end is None or _year_is_said(words):
        return found
    return next(
        (day for year in (end.year, end.year - 1) if (day := _day(words, year)) is not None and day <= end),
        None,
    )


def _year_is_said(words: str) -> bool:
    met = _GERMAN.search(words)
    return met is None or bool(met[3])


def _day(words: str, year: int | None) -> datetime.date | None:
    met, iso = _GERMAN.search(words), _ISO.search(words)
    try:
        if iso:
            return datetime.date(int(iso[1]), int(iso[2]), int(iso[3]))
        said = int(met[3]) if met and met[3] else None
        said = said + 2000 if said is not None and said < 100 else said
        if met is None or (said is None and year is None):
            return None
        found = datetime.date(said or year or 0, int(met[2]), int(met[1]))
    except ValueError:
        return None
    named = next(days_in(words), WEEKDAYS[found.weekday()])
    return found if named == WEEKDAYS[found.weekday()] else None
