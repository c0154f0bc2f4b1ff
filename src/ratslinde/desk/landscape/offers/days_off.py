"""On which days an offer does not take place, as somebody types them: days, and spans of days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from django.forms import ValidationError

MOST = 100
"""Days of a span: longer than the summer holidays. What rests longer has a last day, or pauses."""
_DAY = r"\d{4}-\d\d?-\d\d?|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4})?"
_SPAN = re.compile(rf"(?:vom\s+)?({_DAY})\s*(?:-|–|—|bis(?:\s+zum)?)\s*({_DAY})")
_GERMAN = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)")
_NO_DAY = "„{text}“ ist kein Tag. Bitte so schreiben: 24.12.2026, oder für mehrere: 21.12.2026 – 6.1.2027."


def days_off(text: str) -> tuple[str, ...]:
    """The days as ISO dates, in order. Raises ValidationError with a sentence for what is no day and no span."""
    parts = filter(None, (part.strip() for part in re.split(r"[,;]", text)))
    return tuple(sorted({day.isoformat() for part in parts for day in _days(part)}))


def in_spans(days: Iterable[str]) -> str:
    """The days as they are typed, those in a row as a span: '01.05.2026, 21.12.2026 – 06.01.2027'."""
    spans: list[list[datetime.date]] = []
    for day in map(datetime.date.fromisoformat, sorted(days)):
        if spans and day - spans[-1][-1] == datetime.timedelta(days=1):
            spans[-1][1:] = [day]
        else:
            spans.append([day])
    return ", ".join(" – ".join(f"{day:%d.%m.%Y}" for day in span) for span in spans)


def _days(text: str) -> Iterator[datetime.date]:
    span = _SPAN.fullmatch(text)
    if span is None:
        yield _day(text, text)
        return
    last = _day(span[2], text)
    first = _begin(span[1].strip(), text, last)
    if last < first:
        raise ValidationError(f"„{text}“ endet vor seinem Beginn.")
    if (last - first).days >= MOST:
        raise ValidationError(
            f"„{text}“ ist länger als {MOST} Tage. Bitte einen letzten Tag eintragen, oder den Zeitraum teilen."
        )
    yield from (first + datetime.timedelta(days=at) for at in range((last - first).days + 1))


def _begin(text: str, whole: str, last: datetime.date) -> datetime.date:
    """The first day of a span; without a year it is the last such day before the end."""
    if not re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.", text):
        return _day(text, whole)
    found = _day(f"{text}{last.year}", whole)
    return found if found <= last else _day(f"{text}{last.year - 1}", whole)


def _day(text: str, whole: str) -> datetime.date:
    bare = text.replace(" ", "")
    found = _GERMAN.fullmatch(bare) or _ISO.fullmatch(bare)
    parts = found.groupdict() if found else {}
    try:
        return datetime.date(*(int(parts[name]) for name in ("year", "month", "day")))
    except (KeyError, ValueError) as error:
        raise ValidationError(_NO_DAY.format(text=whole)) from error
