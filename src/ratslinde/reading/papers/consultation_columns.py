"""The columns of a row of consultations: which of them holds the day, and what stands in front of it and behind."""

from __future__ import annotations

import re

from ratslinde.reading.papers.consultation_table import LETTER, TOP, is_sentence
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import Day, dates_in, times_in, weekday_in
from ratslinde.reading.text.lines import Line

_ASIDE = re.compile(rf"{TOP.pattern}$|{LETTER.pattern}")
MEETING = re.compile(r"^(?:\d+\. )?(?:öffentliche |nichtöffentliche )?Sitzung des|^Sitzung der")


def body_behind_day(line: Line) -> tuple[str, str, str] | None:
    """Return body, day (ISO) and the rest of a row with the body in the column behind the day, None for others.

    In front of the day may stand whether the session is public ("Ö") and the number of the item.
    """
    texts = [cell.text for cell in line.cells]
    at = next((place for place, text in enumerate(texts) if not _ASIDE.fullmatch(text)), len(texts))
    day = _only_day(texts[at]) if at + 1 < len(texts) else None
    if not day:
        return None
    body, *others = texts[at + 1 :]
    if not is_body(body) or MEETING.match(body) or is_sentence(body):
        return None
    numbers = [text for text in texts[:at] if TOP.fullmatch(text)]
    status = [text for text in texts[:at] if not TOP.fullmatch(text)]
    return body, day.iso, " ".join([*numbers, *others, *status])


def left_of_day(line: Line) -> float | None:
    """Return where the day of a row stands that has its name in the first column; None for other rows."""
    return next((cell.left for cell in line.cells[1:] if next(dates_in(cell.text), None)), None)


def _only_day(text: str) -> Day | None:
    """The day of a column that holds nothing else but its weekday and a time; None for other columns."""
    day = next(dates_in(text), None)
    if not day or (text[: day.start].strip() and not weekday_in(text[: day.start])):
        return None
    return day if not text[day.end :].strip() or times_in(text[day.end :]) else None
