"""The day of a session and its weekday: from a label, from the sentence that names it, or from a line of its own."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, of_fact, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.dates import dates_in, is_weekday_of, times_in, weekday_in
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line, span_of

_SESSION = re.compile(r"[Ss]itzung\b")
_DAY_ALONE = re.compile(r"[A-Z][a-z]+,?\s*(?:(?:de[nm]|am)\s*)?")
LOOSE_LINES = 12


def day_of(facts: Head, block: list[Line]) -> tuple[Field, Field]:
    """Return date (ISO) and weekday (as printed); `block` holds the lines of the sentence on the session."""
    return _compared(_date(facts, block), _weekday(facts, block))


def _dated(facts: Head) -> Fact | None:
    said = (*facts.all("date"), *facts.all("time"))
    return next((fact for fact in said if next(dates_in(fact.text), None)), None)


def _date(facts: Head, block: list[Line]) -> Field:
    fact = _dated(facts)
    if fact and not _of_letter(fact, block):
        return of_fact(fact, next(dates_in(fact.text)).iso)
    for line in block:
        day = next(dates_in(line.text), None)
        if day:
            return stated(day.iso, "heading", span_of([line]))
    broken = next(dates_in(join_all(line.text for line in block)), None)
    return stated(broken.iso, "heading", span_of(block)) if broken else _loose_date(facts)


def _of_letter(fact: Fact, block: list[Line]) -> bool:
    """Whether a plain "Datum:" is that of the letter: a sentence tells another day for the session."""
    told = [day.iso for line in block for day in dates_in(line.text)]
    return fact.name == "Datum" and bool(told) and next(dates_in(fact.text)).iso not in told


def _loose_date(facts: Head) -> Field:
    for line in facts.rest[:LOOSE_LINES]:
        day = next(dates_in(line.text), None)
        told = times_in(line.text) or _SESSION.search(line.text) or " am " in f" {line.text}"
        alone = day is not None and weekday_in(line.text) and _DAY_ALONE.fullmatch(line.text[: day.start])
        if day and (told or (alone and day.end == len(line.text))):
            return stated(day.iso, "sentence", span_of([line]))
    return NOTHING


def _weekday(facts: Head, block: list[Line]) -> Field:
    fact = _dated(facts)
    fact = None if fact and _of_letter(fact, block) else fact
    for text, span in [(fact.text, fact.span)] if fact else [(line.text, span_of([line])) for line in block]:
        weekday = weekday_in(text)
        if weekday:
            return stated(weekday, "label" if fact else "heading", span)
    return NOTHING


def _compared(date: Field, weekday: Field) -> tuple[Field, Field]:
    """Return date and weekday, both to be checked when that day was another weekday."""
    if not date.value or not weekday.value or is_weekday_of(str(weekday.value), str(date.value)):
        return date, weekday
    return (
        stated(date.value, "weekday-differs", date.span),
        stated(weekday.value, "weekday-differs", weekday.span),
    )
