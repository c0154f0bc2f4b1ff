"""Items that were voted on or decided, by all that is printed, and whose vote was not read: to be checked."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.counts import KEYS
from ratslinde.reading.minutes.parts import numbered_votes
from ratslinde.reading.minutes.short_counts import may_count
from ratslinde.reading.minutes.subjects import of_sentence
from ratslinde.reading.minutes.telling import SENTENCE, is_result
from ratslinde.reading.outcome import Entry, Field, Span
from ratslinde.reading.rules import load
from ratslinde.reading.text.lines import Line, span_of

_VOTING = re.compile(load("votes")["voting"])
_DIGIT = re.compile(r"\d")
_BRACKETS = re.compile(r"\([^()]{3,40}\)")
_VALUES = (*KEYS, "result")


def with_untold(items: list[Item], entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries; one with a decision, or with words of voting, and without a vote gets an empty one to check.

    A decision alone counts only where the minutes tell a vote under another item.
    """
    voted = any(_tells(entry) for entry in entries)
    return tuple(_with_vote(item, entry, voted=voted) for item, entry in zip(items, entries, strict=True))


def _tells(entry: Entry) -> bool:
    return any(vote.value(key) is not None for vote in entry.entries("vote") for key in _VALUES)


def _with_vote(item: Item, entry: Entry, *, voted: bool) -> Entry:
    if entry.entries("vote"):
        return entry
    vote = _beside_title(item)
    decided = voted and entry.value("decision_text") is not None
    if not vote and (decided or _tells_of_voting(item)):
        vote = _empty(entry.span)
    if not vote:
        return entry
    values = {**entry.values, "decision_text": _doubted(entry.values["decision_text"], vote)}
    return msgspec.structs.replace(entry, values=values, parts={**entry.parts, "vote": vote})


def _doubted(decision: Field, vote: Entry) -> Field:
    """The decision, to be checked where the vote on it was not found: it may stand in its text."""
    told = decision.rule.startswith("decision") and decision.sure  # a cell of a table holds nothing else
    if not told or vote.value("result") is not None:
        return decision
    return stated(decision.value, "decision-without-vote", decision.span)


def _tells_of_voting(item: Item) -> bool:
    """Whether a line of an item tells of a vote, not of one elsewhere or of those on motions with their own numbers."""
    if numbered_votes(item.body):
        return False
    return any(_may_vote(line.text) or _may_count(line) for line in item.body if line.text)


def _may_count(line: Line) -> bool:
    """Whether a line, one of its columns or what stands in brackets is a row of numbers, in a form that is not read."""
    if not _DIGIT.search(line.text):
        return False
    texts = [line.text, *(cell.text for cell in line.cells), *_BRACKETS.findall(line.text)]
    return any(may_count(text) for text in texts)


def _may_vote(text: str) -> bool:
    """Whether a line tells of a vote in a form that is not read; what is read was left out for good reason."""
    return bool(_VOTING.search(text) and not SENTENCE.search(text) and of_sentence(text, ""))


def _beside_title(item: Item) -> Entry | None:
    """The result that is the only word of a line below the title ("abgesetzt")."""
    line = next((line for line in item.lines[1:] if is_result(line.text)), None)
    if line is None:
        return None
    values = {
        **dict.fromkeys(KEYS, NOTHING),
        "result": stated(line.text, "result-beside-title", span_of([line])),
    }
    return Entry(values, span=span_of([line]))


def _empty(span: Span | None) -> Entry:
    return Entry({key: stated(None, "vote-untold", span) for key in _VALUES}, span=span)
