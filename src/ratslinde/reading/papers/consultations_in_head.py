"""A paper without a table of consultations: its head names the one session that it is for."""

from __future__ import annotations

from ratslinde.reading.fields import NOTHING, of_fact, stated
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.bodies import is_body, session_name
from ratslinde.reading.text.dates import dates_in
from ratslinde.reading.text.facts import STATUS, Head
from ratslinde.reading.text.lines import span_of


def session_of(facts: Head) -> tuple[Entry, ...]:
    """Return one consultation from the labels of body and date in the head, or nothing."""
    body, date, top = facts.first("body"), facts.first("date"), facts.first("item_number")
    day = next(dates_in(date.text), None) if date else None
    if not body or not body.lines or not day or not is_body(body.text):
        return ()
    status = next((line for line in facts.rest if STATUS.fullmatch(line.text)), None)
    public = not status.text.lower().startswith(("nicht", "nö")) if status else None
    values = {
        "body": of_fact(body, session_name(body.text)),
        "date": of_fact(date, day.iso),
        "role": NOTHING,
        "result": NOTHING,
        "top": of_fact(top),
        "public": stated(public, "label-below", span_of([status])) if status else NOTHING,
    }
    return (Entry(values, span=body.span),)
