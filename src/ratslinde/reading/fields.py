"""Making fields: a value, where it stands, and the rule that found it."""

from __future__ import annotations

import msgspec

from ratslinde.reading.outcome import Field, Span, Value
from ratslinde.reading.rules import load
from ratslinde.reading.text.facts import Fact


def stated(value: Value, rule: str, span: Span | None, *, sure: bool | None = None) -> Field:
    """Return a field; reason and sureness are those of the rule in reasons.toml unless `sure` is given."""
    reason = load("reasons")[rule]
    return Field(value, rule, reason["text"], span, reason.get("sure", True) if sure is None else sure)


NOTHING = Field(None, "not-stated", load("reasons")["not-stated"]["text"])


def optional(value: Value, rule: str, span: Span | None) -> Field:
    """Return a field, or the field that says nothing when the value is None or empty text."""
    return NOTHING if value is None or value == "" else stated(value, rule, span)


def of_fact(fact: Fact | None, value: Value = "") -> Field:
    """Return the field of a fact, with its text or with a value taken from it; NOTHING without a fact."""
    if fact is None or not fact.lines:
        return NOTHING
    answer = fact.text if value == "" else value
    rule = "label-again" if fact.again else "label-below" if fact.below else "label"
    return optional(answer, rule, fact.span)


def unsure(field: Field) -> Field:
    """Return the same field marked to be checked."""
    return msgspec.structs.replace(field, sure=False)
