"""When a session begins and ends: from labels, or from the sentence that names it; a time no clock shows is none."""

from __future__ import annotations

from ratslinde.reading.fields import NOTHING, of_fact, stated
from ratslinde.reading.outcome import Field, Span
from ratslinde.reading.text.dates import impossible_time, times_in
from ratslinde.reading.text.facts import Fact, Head
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of

MIDNIGHT = "24:00"  # the end of a day: a session can end then, not begin
LOOSE_LINES = 15


def times_of(facts: Head, block: list[Line]) -> tuple[Field, Field]:
    """Return beginning and end; `block` holds the lines of the sentence that names session and date."""
    start, end = _labelled(facts, "time"), _labelled(facts, "end")
    if start is NOTHING:
        start = _beside_date(facts)
    fact = facts.first("time")
    if fact and end is NOTHING:
        end = _second(fact)
    if start is not NOTHING:
        return _beginning(start), _told_end(start, block) if end is NOTHING else end
    start, second = _in_sentence([*block, *facts.rest[:LOOSE_LINES]])
    return _beginning(start), second if end is NOTHING else end


def times_below(lines: list[Line]) -> tuple[Field, Field]:
    """Return beginning and end that one line below the items states ("Beginn 17:00 Uhr, Ende 19:20 Uhr")."""
    for line in lines:
        found = find(line.text, "minutes")
        times = times_in(found.rest) if found and found.label.key == "time" else []
        if len(times) == len(("start", "end")):
            start, end = (stated(time, "label", span_of([line])) for time in times)
            return _beginning(start), end
    return NOTHING, NOTHING


def no_time(span: Span | None) -> Field:
    """Return the empty field that says a time stands here which no clock shows."""
    return stated(None, "time-impossible", span)


def _labelled(facts: Head, key: str) -> Field:
    for fact in facts.all(key):
        if times := times_in(fact.text):
            return of_fact(fact, times[0])
    wrong = next((fact for fact in facts.all(key) if impossible_time(fact.text, labelled=True)), None)
    return no_time(wrong.span) if wrong else NOTHING


def _told_end(start: Field, block: list[Line]) -> Field:
    """The end in the sentence on the session, when that names the labelled beginning too ("18:30 bis 19:05 Uhr")."""
    told = next((line for line in block if len(times_in(line.text)) > 1), None)
    times = times_in(told.text) if told else []
    return stated(times[1], "heading", span_of([told])) if told and times[0] == start.value else NOTHING


def _beside_date(facts: Head) -> Field:
    """The beginning that stands behind the date at its label ("Termin: 3. Mai 2024, 18:00 Uhr")."""
    fact = next((fact for fact in facts.all("date") if times_in(fact.text)), None)
    return of_fact(fact, times_in(fact.text)[0]) if fact else NOTHING


def _second(fact: Fact) -> Field:
    """The end that stands behind the beginning ("18:00 bis 20:00 Uhr")."""
    times = times_in(fact.text)
    if len(times) > 1:
        return of_fact(fact, times[1])
    return no_time(fact.span) if times and impossible_time(fact.text, labelled=True) else NOTHING


def _in_sentence(lines: list[Line]) -> tuple[Field, Field]:
    for line in lines:
        if times := times_in(line.text):
            fields = [stated(time, "heading", span_of([line])) for time in times]
            return fields[0], fields[1] if len(fields) > 1 else NOTHING
    wrong = next((line for line in lines if impossible_time(line.text)), None)
    return (no_time(span_of([wrong])), NOTHING) if wrong else (NOTHING, NOTHING)


def _beginning(start: Field) -> Field:
    return no_time(start.span) if start.value == MIDNIGHT else start
