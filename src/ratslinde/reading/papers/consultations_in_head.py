"""A paper without a table of consultations: its head names the session, or the bodies, that it is for."""

from __future__ import annotations

import re

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.outcome import Entry, Field
from ratslinde.reading.papers.consultation_table import role_in
from ratslinde.reading.papers.consultations import read_consultations
from ratslinde.reading.text.bodies import is_body, session_name
from ratslinde.reading.text.dates import Day, dates_in
from ratslinde.reading.text.facts import STATUS, Fact, Head
from ratslinde.reading.text.lines import span_of

LONGEST_ROW = 160
_TOP = re.compile(r"[\s,;(–-]*TOP\s*(?P<number>(?:[ÖN]\s?)?\d{1,3}(?:\.\d{1,3})*)\)?")
_ADDRESSED = re.compile(
    r"^(?:In|An) (?:den|die|das)\s+(?P<body>[A-ZÄÖÜ].{3,90}?)(?:\s+\((?P<role>zu[rm] [^()]+)\))?$"
)


def addressed_bodies(facts: Head) -> tuple[Entry, ...]:
    """Return one consultation without date for each line of the head that hands the paper to a body ("In den …")."""
    found = []
    for line in facts.rest:
        match = _ADDRESSED.match(line.text)
        if match and is_body(match["body"]):
            values = dict.fromkeys(("date", "result", "top", "public"), NOTHING)
            span = span_of([line])
            values["role"] = optional(match["role"], "row", span)
            found.append(Entry({"body": stated(match["body"], "row", span), **values}, span=span))
    return tuple(found)


def rows_in_head(facts: Head) -> tuple[Entry, ...]:
    """Return the rows of a table that no heading names: a body, a date and a role on one line of the head."""
    rows = [line for line in facts.rest if _is_row(line.text)]
    return read_consultations(rows) if rows else ()


def _is_row(text: str) -> bool:
    day = next(dates_in(text), None)
    return (
        day is not None
        and is_body(text[: day.start])
        and role_in(text) is not None
        and len(text) < LONGEST_ROW
    )


def session_of(facts: Head) -> tuple[Entry, ...]:
    """Return one consultation from the labels of body and date in the head, or nothing."""
    body, date, top = facts.first("body"), facts.first("date"), facts.first("item_number")
    day = next(dates_in(date.text), None) if date else None
    if not body or not body.lines or not day or not is_body(body.text):
        return ()
    values = {
        "body": of_fact(body, session_name(body.text)),
        "date": of_fact(date, day.iso),
        "role": NOTHING,
        "result": NOTHING,
        "top": of_fact(top) if top and top.lines else _top_beside(date, day),
        "public": _public(facts),
    }
    return (Entry(values, span=body.span),)


def _public(facts: Head) -> Field:
    """Whether the paper is public, by a line of its own or behind the label of its status."""
    status = next((line for line in facts.rest if STATUS.fullmatch(line.text)), None)
    if status:
        return stated(_tells_public(status.text), "label-below", span_of([status]))
    fact = facts.first("status")
    return of_fact(fact, _tells_public(fact.text)) if fact and STATUS.fullmatch(fact.text) else NOTHING


def _tells_public(status: str) -> bool:
    return not status.lower().startswith(("nicht", "nö"))


def _top_beside(date: Fact | None, day: Day) -> Field:
    """The number of the item that stands behind the day ("26.05.2026, TOP 6")."""
    found = _TOP.fullmatch(date.text[day.end :]) if date else None
    return stated(found["number"], "label", date.span) if date and found else NOTHING
