"""How often something takes place: on some weekdays, on some of a month, or on single days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from ratslinde.integration.importing.rules.times.dated import dated
from ratslinde.integration.importing.rules.times.hours import Hours, hours
from ratslinde.integration.importing.rules.times.words import Piece, Sort, days_in
from ratslinde.kernel.recurrence import WEEKDAYS

Schedules = list[dict[str, Any]]
_NO_HOURS: tuple[str | None, str | None] = (None, None)
_NUMBERS = {"ers": 1, "zwe": 2, "dri": 3, "vie": 4, "let": -1}


@dataclass
class Block:
    """Days, and the hours that are said of them."""

    when: list[Piece] = field(default_factory=list)
    hours: list[Piece] = field(default_factory=list)
    in_month: bool = False


@dataclass(frozen=True)
class Frame:
    """What is said of all days of the cell."""

    start: str | None
    until: str | None
    interval: int
    each: bool
    heading: bool


def schedules(block: Block, frame: Frame) -> Schedules | None:
    """The rows of times; None where the days or hours are not understood, or can be meant in two ways."""
    read = hours([each.words for each in block.hours])
    sorts = {each.sort for each in block.when}
    if read is None or (block.in_month and sorts != {Sort.NUMBERED}):
        return None
    if sorts == {Sort.DATE}:
        return _single(block, frame, read)
    if Sort.DATE in sorts or frame.heading:
        return None
    rules = _monthly(block, frame) if sorts == {Sort.NUMBERED} else _weekly(block)
    often = "MONTHLY" if sorts == {Sort.NUMBERED} else "WEEKLY"
    more: dict[str, Any] = {
        "frequency": often,
        "interval": frame.interval,
        "start": frame.start,
        "until": frame.until,
    }
    return [
        _schedule(span, days=",".join(days), **more) for days in rules or [] for span in _spans(read)
    ] or None


def contradict(read: Schedules) -> bool:
    """Whether the rows of times speak twice of a day: both may hold, or one instead of the other.

    'Mi 14-16, jeden 1. Mi 16-18'; 'Mo-Fr 9-16, Mi 9-12'.
    """
    return any(_clash(one, other) for one, other in combinations(read, 2))


def _clash(one: dict[str, Any], other: dict[str, Any]) -> bool:
    days = [{day[-2:] for day in each["days"].split(",") if day} for each in (one, other)]
    if not days[0] & days[1]:
        return False
    if one["frequency"] != other["frequency"]:
        return True
    same = set(one["days"].split(",")) & set(other["days"].split(","))
    (begin, end), (start, last) = ((each["opens_at"], each["closes_at"]) for each in (one, other))
    return bool(same) and (None in (begin, start) or (begin < (last or start) and start < (end or begin)))


def _spans(read: Sequence[Hours]) -> Sequence[tuple[str | None, str | None]]:
    return read or [_NO_HOURS]


def _single(block: Block, frame: Frame, read: Sequence[Hours]) -> Schedules | None:
    days = dated([each.words for each in block.when])
    if days is None or frame.start or frame.until or frame.interval > 1 or frame.each:
        return None
    return [_schedule(span, start=day.isoformat()) for day in days for span in _spans(read)]


def _monthly(block: Block, frame: Frame) -> list[list[str]] | None:
    """A rule for each place in the month; 'jeden 2. Dienstag' without 'im Monat' may be every other one."""
    if frame.interval > 1:
        return None
    rules: dict[int, list[str]] = {}
    for piece in block.when:
        numbers = [_number(each) for each in re.findall(r"\d|erste|zweite|dritte|vierte|letzte", piece.words)]
        for number in numbers:
            rules.setdefault(number, []).extend(f"{number}{day}" for day in days_in(piece.words))
    clear = block.in_month or len(rules) > 1 or (frame.each and set(rules) <= {1, -1})
    return [*rules.values()] if clear and 5 not in rules else None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words[:3]]


def _weekly(block: Block) -> list[list[str]] | None:
    """One rule with all days; None where it is not clear which are meant."""
    first, *others = block.when
    if [each.sort for each in others] == [Sort.BUT] and first.sort in (Sort.DAILY, Sort.DAYS):
        left = _days_of(first) - set(days_in(others[0].words))
        return _one_rule(left) if left < _days_of(first) else None
    if others and Sort.DAILY in (each.sort for each in block.when):
        return None
    named = [_days_of(each) for each in block.when]
    return _one_rule(set().union(*named)) if all(named) else None


def _days_of(piece: Piece) -> set[str]:
    """The weekdays that the piece means; none for days of a month, and for a span that ends before it begins."""
    named = [WEEKDAYS.index(day) for day in days_in(piece.words)]
    if piece.sort is Sort.DAILY:
        return set(WEEKDAYS)
    if piece.sort is Sort.DAYS:
        return set(WEEKDAYS[named[0] : named[1] + 1]) if named[0] < named[1] else set()
    return {WEEKDAYS[at] for at in named} if piece.sort is Sort.DAY else set()


def _one_rule(days: set[str]) -> list[list[str]] | None:
    return [[day for day in WEEKDAYS if day in days]] if days else None


def _schedule(
    span: tuple[str | None, str | None], *, start: str | None, days: str = "", frequency: str = "", interval: int = 1,
    until: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "start": start, "opens_at": span[0], "closes_at": span[1], "frequency": frequency, "interval": interval,
        "days": days, "until": until, "cancelled": [], "description": "",
    }  # fmt: skip
