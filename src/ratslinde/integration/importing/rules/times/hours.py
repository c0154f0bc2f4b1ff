"""Hours that stand in a cell among its times: '9–12', '18 Uhr', '9.30 bis 11'. What may be a day or an age is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Hours = tuple[str, str | None]
"""Beginning and end, '16:00:00'; an end that nobody says is None."""
_CLOCK = re.compile(r"(\d{1,2})(?:([:.])(\d{2}))?")
_OCLOCK = re.compile(r"\d ?(?:uhr|h)\b")
_EARLIEST = "06:00:00"
"""Before that nobody offers anything: '3 bis 5' is meant for the afternoon, or for an age."""
_OPENING, _NOON = "08:00:00", "12:00:00"
"""'Mo 6-8', 'Di 6-10' may be an age, or meant for the evening; 'Mo 8-12' and 'Mo 7-16' are how offices write."""
_LAST_MONTH = 12


def hours(words: Sequence[str]) -> list[Hours] | None:
    """The hours that the words name, in their order; None where one is in doubt, or two overlap.

    Spans and single hours do not stand together: '16-18, 20 Uhr' may be a quarter past.
    """
    sure = any(_is_said(each) for each in words)
    found = [_hours(each, sure=sure) for each in words]
    if not all(found):
        return None
    read = [each for each in found if each]
    if len({end is None for _, end in read}) > 1:
        return None
    apart = all((one[1] or one[0]) <= other[0] and one != other for one, other in pairwise(read))
    return read if apart else None


def _is_said(words: str) -> bool:
    """Whether the words say of themselves that they are hours."""
    return bool(_OCLOCK.search(words)) or any(map(_is_clock, _CLOCK.finditer(words)))


def _hours(words: str, *, sure: bool) -> Hours | None:
    """`sure`: the words, or others of the same days, say that they are hours."""
    clocks = list(_CLOCK.finditer(words))
    said = _is_said(words)
    bare = len(clocks) > 1 and not any(each[2] for each in clocks)
    if not (said or bare):
        return None
    times = [_time(each) for each in clocks]
    if not all(times) or times[0] is None or times[0] < _EARLIEST:
        return None
    if bare and not sure and times[0] < _OPENING and (times[1] or "") <= _NOON:
        return None
    if len(times) == 1:
        return times[0], None
    return (times[0], times[1]) if times[1] is not None and times[0] < times[1] else None


def _is_clock(clock: re.Match[str]) -> bool:
    """Whether it can be nothing else: '10:15', '18.30', '10.00'; '14.11' may be a day of November."""
    return clock[2] == ":" or (clock[2] == "." and not 1 <= int(clock[3]) <= _LAST_MONTH)


def _time(clock: re.Match[str]) -> str | None:
    hour, minute = int(clock[1]), int(clock[3] or 0)
    return f"{hour:02d}:{minute:02d}:00" if hour <= 23 and minute <= 59 else None
