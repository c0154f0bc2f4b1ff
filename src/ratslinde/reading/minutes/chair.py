"""Who was in the chair, when the head of the minutes names labels first and all values below."""

from __future__ import annotations

from ratslinde.reading.fields import NOTHING, of_fact, optional, stated
from ratslinde.reading.minutes.persons import persons_in
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.facts import Head


def with_chair(attendees: tuple[Entry, ...], head: Head) -> tuple[Entry, ...]:
    """Return the attendees, in front of them the chair whose name stands apart from its label in the head."""
    fact = next((fact for fact in head.all("chair") if fact.lines and fact.below), None)
    people = persons_in(fact.text) if fact else []
    if not fact or len(people) != 1 or any(one.value("name") == people[0].name for one in attendees):
        return attendees
    person = people[0]
    chair = Entry(
        {
            "name": of_fact(fact, person.name),
            "role": of_fact(fact, fact.name),
            "group": optional(person.group, "label-below", fact.span),
            "section": NOTHING,
            "present": stated(value=True, rule="label-below", span=fact.span),
            "note": optional(person.note, "label-below", fact.span),
        },
        span=fact.span,
    )
    return (chair, *attendees)
