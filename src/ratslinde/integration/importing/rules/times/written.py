"""Times as people write them into one cell: 'dienstags und donnerstags 16–18 Uhr', '1. und 3. Montag im Monat'.

What can be meant in two ways is not read: a cell is understood as a whole, or not at all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ratslinde.integration.importing.rules.times.dated import begun_before, dated
from ratslinde.integration.importing.rules.times.rhythms import Block, Frame, Schedules, contradict, schedules
from ratslinde.integration.importing.rules.times.words import Piece, Sort, pieces

__all__ = ["Schedules", "dated_by", "times"]
_WHEN = (Sort.DATE, Sort.NUMBERED, Sort.DAYS, Sort.DAILY, Sort.BUT, Sort.DAY)
_HOURS = (Sort.SPAN, Sort.HOUR)
_WORDS_OF_TWO = {"zwei": 2, "drei": 3, "vier": 4}
_BY_APPOINTMENT = re.compile(r"vereinb|absprache|n\. ?v")
_ARRANGED = re.compile(rf"{_BY_APPOINTMENT.pattern}|anmeldung")
_MOST = 20
"""Rows of times: what the form of an offer holds."""


def times(text: str) -> Schedules | None:
    """Schedules as plain data; None where the words are not understood, or can be meant in two ways.

    A first day that the cell does not say is None, and so is a last one.
    """
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    apart = [_read(part) for part in parts]
    whole = _read(text) if len(parts) > 1 or not parts else apart[0]
    if len(parts) < 2 or not all(apart):
        return whole
    found = [each for part in apart for each in part or []]
    return found if whole in (None, found) and len(found) <= _MOST else None


def dated_by(read: Schedules, *, start: str | None, until: str | None) -> Schedules | None:
    """The schedules with the first and the last day that other cells say; None where these say something else."""
    single = not all(each["frequency"] for each in read)
    ends = [each["start"] for each in read] if single else [each["until"] for each in read]
    if not _agree(start, read[0]["start"], must=single) or not _agree(until, ends[-1], must=single):
        return None
    if single:
        return read
    return [{**each, "start": each["start"] or start, "until": each["until"] or until} for each in read]


def _agree(said: str | None, read: str | None, *, must: bool) -> bool:
    return said is None or said == read or (read is None and not must)


def _read(text: str) -> Schedules | None:
    found = pieces(text)
    blocks = _blocks(found) if found else None
    if not (found and blocks):
        return None
    frame = _frame(found, alone=len(blocks) == 1)
    if frame is None:
        return None
    read = [schedules(block, frame) for block in blocks]
    if not all(read):
        return None
    every = [each for part in read for each in part or []]
    if contradict(every) or (len(blocks) > 1 and any(piece.sort is Sort.DAILY for piece in found)):
        return None
    if any(piece.sort is Sort.WEEKLY for piece in found) and any(
        each["frequency"] != "WEEKLY" for each in every
    ):
        return (
            None  # 'wöchentlich' beside a single day, or beside a place in the month: one of the two is meant
        )
    return _with_remark(every, _remark(found), alone=len(blocks) == 1) if len(every) <= _MOST else None


def _with_remark(read: Schedules, note: str, *, alone: bool) -> Schedules | None:
    """'nicht in den Ferien' holds for all of one kind of days; behind several nobody knows for which.

    'Mo, Di nach Anmeldung' without an hour is no time at all.
    """
    if _ARRANGED.search(note.lower()) and not any(each["opens_at"] for each in read):
        return None
    if alone or not note:
        return [{**each, "description": note} for each in read]
    if not _BY_APPOINTMENT.search(note.lower()):
        return None
    return [*read[:-1], {**read[-1], "description": note}]


def _remark(found: Iterable[Piece]) -> str:
    return ", ".join(piece.written.strip("() ") for piece in found if piece.sort is Sort.REMARK)


def _blocks(found: Sequence[Piece]) -> list[Block] | None:
    """Days with their hours behind them, or once the other way round; None where hours or days are left alone."""
    order = [(key, list(group)) for key, group in groupby(
        (each for each in found if each.sort in _WHEN or each.sort in _HOURS), lambda each: each.sort in _WHEN
    )]  # fmt: skip
    if [key for key, _ in order] == [False, True]:
        order.reverse()
    if not order or not order[0][0] or (len(order) > 1 and len(order) % 2):
        return None
    blocks = [Block(when=group, hours=order[at + 1][1] if at + 1 < len(order) else [])
              for at, (key, group) in enumerate(order) if key]  # fmt: skip
    _say_months(found, blocks)
    return blocks


def _say_months(found: Sequence[Piece], blocks: Sequence[Block]) -> None:
    """'im Monat' is said of the days before it, and of the only ones also when it stands before them."""
    for at, piece in enumerate(found):
        if piece.sort is Sort.MONTH:
            before = [block for block in blocks if any(block.when[0] is each for each in found[:at])]
            (before or list(blocks[:1]))[-1].in_month = True


def _frame(found: Sequence[Piece], *, alone: bool) -> Frame | None:
    by_sort = {sort: [each.words for each in found if each.sort is sort] for sort in Sort}
    begins, ends, rhythm = by_sort[Sort.FROM], by_sort[Sort.UNTIL], by_sort[Sort.EVERY]
    if max(map(len, (begins, ends, rhythm))) > 1 or ((begins or ends or rhythm) and not alone):
        return None
    last = dated(ends)
    until = last[0] if last else None
    start = begun_before(begins[0], until) if begins else None
    if (begins and start is None) or (ends and until is None) or (start and until and until < start):
        return None
    return Frame(_iso(start), _iso(until), _interval(rhythm[0]) if rhythm else 1, bool(by_sort[Sort.EACH]),
                 bool(by_sort[Sort.HEADING]))  # fmt: skip


def _interval(words: str) -> int:
    met = re.match(r"alle (\d|zwei|drei|vier) woch", words)
    return int(_WORDS_OF_TWO.get(met[1], met[1])) if met else 2


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
