"""Weekdays, dates and times in front of a place: they say when a session is, not where."""

from __future__ import annotations

import re

from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.dates import dates_in, times_in

_WEEKDAY = re.compile(
    rf"(?:{alternatives(load('words')['weekdays'])}|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?)(?=\s*(?:[,;|•–-]|$)|\s+(?:den\s+|um\s+)?\d)"
)
_TIME = re.compile(r"(?:um\s+|ab\s+|von\s+|bis\s+)?\d{1,2}(?:[:.]\d\d)?(?:\s*Uhr\b)?")
_ON = re.compile(rf"^(?:vom|am)\s+(?=\d{{1,2}}\.|{alternatives(load('words')['weekdays'])}\b)")
_BETWEEN = re.compile(r"^(?:[\s,;|•–-]+|(?:am|den|dem|um)\s+(?=[\dA-Z]))")


def without_moment(text: str) -> str:
    """Return a text without weekdays, dates and times at its beginning; empty when there is nothing else."""
    rest = _ON.sub("", text.strip())
    while True:
        end = _moment_end(rest)
        if not end:
            return rest
        rest = rest[end:]
        while found := _BETWEEN.match(rest):
            rest = rest[found.end() :]


def _moment_end(text: str) -> int:
    """Where a weekday, a date or a time at the beginning of a text ends, 0 when it begins with something else."""
    if weekday := _WEEKDAY.match(text):
        return weekday.end()
    day = next(dates_in(text), None)
    if day and day.start == 0:
        return day.end
    time = _TIME.match(text)
    return time.end() if time and times_in(time[0]) else 0
