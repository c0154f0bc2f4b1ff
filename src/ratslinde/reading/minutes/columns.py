"""Decision and vote of an item of the minutes that stand in columns of their own beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.agenda.table_cells import is_tick, may_tell_result, tells_result
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.votes import read_vote
from ratslinde.reading.outcome import Entry, Field, Span, Value
from ratslinde.reading.rules import alternatives, load
from ratslinde.reading.text.lines import Beside, Line, span_of

_COUNTS = ("yes", "no", "abstain")
_VOTES = load("votes")
_COUNTED = alternatives([*_VOTES["yes"], *_VOTES["no"], *_VOTES["abstain"]])
_ONLY_COUNTS = re.compile(rf"(?:\d+|{_COUNTED}|keine|[\s,;:=/|().–-])+", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?:(?<!\w){_COUNTED}\s*[:=]\s*\d{{1,3}}|\d{{1,3}}\s?[:/]\s?\d{{1,3}}(?:\s?[:/]\s?\d{{1,3}})?)[\s,;]*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(\s*\)")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")


def decision_of_row(item: Item) -> Field:
    """Return the text in the column of decisions; NOTHING where it holds none, or only the words of a result."""
    texts = [one.text for one in item.beside if one.key == "decision" and not tells_result(one.text)]
    if not texts:
        return NOTHING
    return stated(
        texts[0], "column-unclear" if may_tell_result(texts[0]) else _rule(texts), span_of(item.lines)
    )


def vote_of_row(item: Item) -> Entry | None:
    """Return the vote (yes, no, abstain, result) in the columns of a row, None where they hold none."""
    span = span_of(item.lines)
    words = list(_words(item.beside))
    told = read_vote([Line(0, 0, text) for text in words], labelled=True)
    values: dict[str, Field] = {key: _count(item.beside, key, span) for key in _COUNTS}
    for key in _COUNTS:
        if told and values[key].value is None:
            values[key] = _field([told.value(key)], span)
    values["result"] = _field([said for text in words if (said := _without_counts(text))], span)
    return Entry(values, span=span) if any(field.value is not None for field in values.values()) else None


def _words(beside: tuple[Beside, ...]) -> Iterator[str]:
    """What tells the result in words: its column, a decision that is only words, the heading over a tick."""
    for one in beside:
        if one.key == "result" or (one.key == "decision" and tells_result(one.text)):
            yield one.text
        elif one.key == "ticked" or (one.key in _COUNTS and not _NUMBER.search(one.text)):
            yield one.heading if is_tick(one.text) else one.text


def _without_counts(text: str) -> str:
    """The words of a result without the counts of the vote, empty when there is nothing else."""
    if _ONLY_COUNTS.fullmatch(text):
        return ""
    rest = _LABELLED.sub("", text)
    return text.strip() if rest == text else _BRACKETS.sub("", rest).strip(" ,;.:–-")


def _count(beside: tuple[Beside, ...], key: str, span: Span | None) -> Field:
    """The number in the column of a key, or in its place where one column holds all three."""
    own = [int(number) for one in beside if one.key == key for number in _NUMBER.findall(one.text)]
    if own:
        return _field(own, span)
    place = _COUNTS.index(key)
    rows = [_NUMBER.findall(one.text) for one in beside if one.key == "counts"]
    return _field([int(row[place]) for row in rows if place < len(row) <= len(_COUNTS)], span)


def _field(found: Sequence[Value], span: Span | None) -> Field:
    return NOTHING if not found or found[0] is None else stated(found[0], _rule(found), span)


def _rule(found: Sequence[Value]) -> str:
    return "column" if len(found) == 1 else "column-several"
