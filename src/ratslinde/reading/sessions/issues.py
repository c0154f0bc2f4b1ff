"""Where and when a document was issued: place and date at its end or in its head, or a date alone."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.outcome import Field
from ratslinde.reading.text.bodies import is_body
from ratslinde.reading.text.dates import dates_in, weekday_in
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of

_PLACE = re.compile(
    r"^(?:\d{5} )?(?P<place>[A-ZÄÖÜ][\w.()/ -]*?),?\s*(?:,|\bden\b|\bam\b|\bim\b)\s*(?:den\s*)?(?=\d)"
)


class Issue(msgspec.Struct, frozen=True):
    """Where and when a document was issued."""

    place: Field
    day: Field
    at: Line


def issue_of(lines: list[Line], *, head: bool = False) -> Issue | None:
    """Return place and date of a line such as "Lindenhagen, den 3. Mai 2024": the last, in a head the first."""
    found: list[Issue] = []
    for line in lines:
        if label_of(line, "sitting"):
            continue
        for text in [cell.text for cell in line.cells] or [line.text]:
            day = next(dates_in(text), None)
            if not day or day.end < len(text.rstrip(" .")):
                continue
            match = _PLACE.match(text)
            if (
                match
                and match.end() == day.start
                and len(match["place"]) > 2
                and len(match["place"].split()) < 5
                and not is_body(match["place"])
                and "itzung" not in match["place"]
                and not weekday_in(match["place"])
            ):
                span = span_of([line])
                rule = "place-and-date-above" if head else "place-and-date"
                found.append(Issue(stated(match["place"], rule, span), stated(day.iso, rule, span), line))
                break
    if not found:
        return None
    return found[0] if head else found[-1]


def lone_date(lines: list[Line]) -> Field:
    """Return the date that stands alone on a line or in a column, NOTHING when there is none."""
    for line in lines:
        if label_of(line, "minutes"):
            continue
        for text in (line.text, *(cell.text for cell in line.cells)):
            day = next(dates_in(text), None)
            if day and text.strip() == text[day.start : day.end]:
                return stated(day.iso, "date-alone", span_of([line]))
    return NOTHING
