"""Dates, weekdays and times as German documents print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from ratslinde.reading.rules import alternatives, load

_WORDS = load("words")
_MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_WORDS["months"], 1)},
    **{name[:3]: number for number, name in enumerate(_WORDS["months"], 1)},
    **_WORDS["other_months"],
}
_DATE = re.compile(
    r"(?<![\d.,/])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day>\d{1,2})\s?\.\s?(?:(?P<month>\d{1,2})\s?\.|(?P<name>"
    + alternatives(list(_MONTHS))
    + r")\b\.?)\s?(?P<year>(?:19|20)\d\d(?!\d{3})|\d{2}(?!\d)))(?!/|\.\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.,])(?<!\d:)(?<!\d:\s)(?P<hour>2[0-4]|[01]\s?\d|\d)(?!\d)(?:\s?(?P<mark>[:.])\s?(?P<tens>[0-5])\s?(?P<ones>\d)(?!\d))?(?P<uhr>\s*(?:Uhr|h\b)|(?=\s*(?:[-–]|bis)\s*\d{1,2}[.:]\d\d\s*Uhr))?"
)
_LIKE_TIME_UHR = re.compile(r"(?<![\d.,:])\d{1,3}(?:\s?[:.]\s?\d\s?\d?(?!\d))?\s*Uhr\b")
_LIKE_TIME = re.compile(rf"{_LIKE_TIME_UHR.pattern}|(?<![\d.,:])\d{{1,3}}:\d(?:\s?\d)?(?![\d:])")
_DAYS: tuple[str, ...] = tuple(day for day in _WORDS["weekdays"] if day != "Sonnabend")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(_WORDS["weekdays"]) + r"|(?:Mo|Di|Mi|Do|Fr|Sa|So)(?=\.?,))\b")


class Day(msgspec.Struct, frozen=True):
    """A date met in a text: ISO form and where in the text it stands."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> Iterator[Day]:
    """Yield the dates of a text in order; two-digit years belong to this century; impossible dates are left out."""
    for match in _DATE.finditer(text):
        iso = match["iso"] or _iso(match)
        if iso:
            yield Day(iso, match.start(), match.end())


def first_date(text: str) -> str | None:
    """Return the first date of a text in ISO form."""
    return next((day.iso for day in dates_in(text)), None)


def _iso(match: re.Match[str]) -> str | None:
    month = int(match["month"]) if match["month"] else _MONTHS[match["name"].lower()]
    year = int(match["year"])
    try:
        return date(year if year > 99 else 2000 + year, month, int(match["day"])).isoformat()
    except ValueError:
        return None


def times_in(text: str) -> list[str]:
    """Return the times of a text as HH:MM; "17:0 0 Uhr", "18.30 Uhr" and "20 Uhr" count, "18.30" alone not."""
    return [f"{hour:02}:{minute:02}" for hour, minute in _times(text)]


def _times(text: str) -> Iterator[tuple[int, int]]:
    for match in _TIME.finditer(text):
        hour = int(match["hour"].replace(" ", ""))
        if match["uhr"] is None and match["mark"] != ":":
            continue
        minute = int(match["tens"] + match["ones"]) if match["mark"] else 0
        if hour < 24 or (hour, minute) == (24, 0):
            yield hour, minute


def impossible_time(text: str, *, labelled: bool = False) -> str | None:
    """Return the first time of a text that no clock shows ("25:00 Uhr", "7:5 Uhr"), None without one.

    24:00 is a time, the end of a day. `labelled`: a time needs no "Uhr" where the text stands at its label.
    """
    pattern = _LIKE_TIME if labelled else _LIKE_TIME_UHR
    return next((match[0].strip() for match in pattern.finditer(text) if not times_in(match[0])), None)


def is_weekday_of(weekday: str, day: str) -> bool:
    """Return whether a weekday as printed ("Sonnabend", "Mi") is that of a date in ISO form."""
    name = "Samstag" if weekday == "Sonnabend" else weekday
    return _DAYS[date.fromisoformat(day).weekday()].startswith(name)


def weekday_in(text: str) -> str | None:
    """Return the first weekday as it is printed."""
    match = _WEEKDAY.search(text)
    return match[0] if match else None
