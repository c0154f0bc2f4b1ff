"""The demo town's story has a calendar of its own, which is moved as a whole to the day on which the town is built.

Its texts hold days as `2025-06-21` where a value stands, and as `{2025-06-21}` or `{2025-06-21|next year}` inside a
sentence. Days of the week stay what they are; days before `HISTORY` stay where they are.
"""

from __future__ import annotations

import datetime
import functools
import re
from pathlib import Path

from ratslinde.kernel import clock
from ratslinde.printing.dates import long_date, month

FOLDER = Path(__file__).parent / "texts"
HISTORY = datetime.date(2024, 1, 1)
LAST_MEETING = datetime.date(2026, 1, 21)
RENAMED = datetime.date(2025, 11, 1)
"""The body is renamed on the first of a month, wherever that is moved to."""
WEEKS_SINCE_LAST = (5, 4, 6, 3, 7, 8, 2)
"""How long ago the last meeting was; the first of these with which none falls into a time when nobody meets."""
WEDNESDAY = 2

_IN_SENTENCE = re.compile(r"\{(\d{4}-\d\d-\d\d)(?:\|([a-z ]+))?\}")
_AS_VALUE = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
_MEETING_DAY = re.compile(r"^day = (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_DAY = datetime.timedelta(days=1)


def filled(text: str) -> str:
    """The text of a file with its days moved. Raises KeyError for a form that there is not."""
    text = _IN_SENTENCE.sub(lambda found: _written(moved(_day(found[1])), form=found[2]), text)
    return _AS_VALUE.sub(lambda found: moved(_day(found[0])).isoformat(), text)


def moved(day: datetime.date) -> datetime.date:
    """Where a day of the story lies when the town is built today."""
    if day < HISTORY:
        return day
    if day == RENAMED:
        return (day + _distance(clock.today())).replace(day=1)
    return moved(RENAMED) - _DAY if day == RENAMED - _DAY else day + _distance(clock.today())


def wednesday(weeks: int, *, today: datetime.date) -> datetime.date:
    """The Wednesday of the week that is so many weeks away."""
    day = today + datetime.timedelta(weeks=weeks)
    return day + datetime.timedelta(days=WEDNESDAY - day.weekday())


def nobody_meets(day: datetime.date) -> bool:
    """Whether it is around Christmas, or a public holiday with a fixed date."""
    fixed = {(1, 5), (3, 10), (1, 11)}
    christmas = (day.month == 12 and day.day > 19) or (day.month == 1 and day.day < 6)
    return christmas or (day.day, day.month) in fixed


@functools.cache
def _distance(today: datetime.date) -> datetime.timedelta:
    ways = [wednesday(-weeks, today=today) - LAST_MEETING for weeks in WEEKS_SINCE_LAST]
    good = (way for way in ways if not any(nobody_meets(day + way) for day in _meeting_days()))
    return next(good, ways[0])


@functools.cache
def _meeting_days() -> tuple[datetime.date, ...]:
    files = sorted((FOLDER / "meetings").glob("*.toml"))
    return tuple(
        _day(found) for path in files for found in _MEETING_DAY.findall(path.read_text(encoding="utf-8"))
    )


def _written(day: datetime.date, *, form: str | None) -> str:
    next_month = (day.replace(day=1) + 31 * _DAY).replace(day=1)
    forms = {
        None: long_date(day),
        "year": str(day.year),
        "last year": str(day.year - 1),
        "next year": str(day.year + 1),
        "month": month(day),
        "next first": long_date(next_month),
    }
    return forms[form]


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
