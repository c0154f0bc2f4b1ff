"""One item of the minutes: decision text and vote."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.fields import stated
from ratslinde.reading.minutes.ballots import (
    Ballot,
    ballots_behind,
    ballots_told,
    labelled_ballots,
    parts_among,
)
from ratslinde.reading.minutes.choosing import Choice, chosen, differs
from ratslinde.reading.minutes.columns import decision_of_row, vote_of_row
from ratslinde.reading.minutes.counts import counts_in
from ratslinde.reading.minutes.decisions import decision_of
from ratslinde.reading.minutes.margins import margins_apart
from ratslinde.reading.minutes.parts import Parts, parts_of
from ratslinde.reading.minutes.telling import SENTENCE
from ratslinde.reading.outcome import Entry, Field
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, span_of


def item_entry(item: Item) -> Entry:
    """Return an item with decision_text and vote."""
    head = item.entry()
    body = _body(item)
    parts = parts_of(body)
    in_row = decision_of_row(item)
    decision = in_row if in_row.value else decision_of(parts, body)
    vote = vote_of_row(item) or _vote(parts, body)
    if vote and item.common:
        vote = _doubted(vote, "text-in-common")
    if vote:
        vote = _marked(vote, item.doubtful)
    if item.common:
        decision = stated(decision.value, "text-in-common", decision.span)
    values = {**head.values, "decision_text": item.doubtful(decision)}
    return Entry(values, {"vote": vote}, span_of([*item.lines, *item.body]))


def _body(item: Item) -> list[Line]:
    """The lines below the title, with those of its head from the label of a decision on ("Beschluss")."""
    for index, line in enumerate(item.lines[1:], 1):
        found = label_of(line, "item")
        if found and found.label.key == "decision":
            return margins_apart([*item.lines[index:], *item.body])
    return margins_apart(item.body)


def _vote(parts: Parts, body: list[Line]) -> Entry | None:
    """The item's own vote, doubted where others stand beside it; what parts have in common where they were voted."""
    choice = _choice(parts, body)
    if choice.parts:
        return _of_parts(choice.parts)
    vote = choice.vote
    if vote and choice.doubt == "vote-beside-others":
        return _marked(vote, lambda field: stated(field.value, "vote-beside-others", field.span))
    if vote and choice.doubt:
        return _doubted(vote, choice.doubt)
    return _doubted(vote, "vote-counted-below") if vote and _counts_below(vote, body) else vote


def _choice(parts: Parts, body: list[Line]) -> Choice:
    labelled = labelled_ballots(parts.votes)
    if not labelled and parts.numbered:
        return Choice()
    if not labelled:
        return chosen(parts_among(body) or ballots_told(body) or ballots_behind(parts.decision))
    return chosen([*labelled, *_beside(parts, body)])


def _beside(parts: Parts, body: list[Line]) -> list[Ballot]:
    """Votes in sentences beside labelled ones: those on motions and on parts."""
    taken = {line.number for vote in parts.votes for line in vote.lines}
    free = [
        msgspec.structs.replace(line, text="", cells=()) if line.number in taken else line for line in body
    ]
    return [ballot for ballot in ballots_told(free) if ballot.subject in ("motion", "part")]


def _of_parts(parts: tuple[Ballot, ...]) -> Entry:
    """A vote without numbers; its result is that of all parts, where they agree."""
    span = span_of([line for part in parts for line in part.lines])
    first = parts[0].vote
    same = len(parts) > 1 and not any(
        differs(first, part.vote) or part.vote.value("result") is None for part in parts
    )
    values = {key: stated(None, "vote-in-parts", span) for key in first.values}
    if same:
        values["result"] = stated(first.value("result"), "vote-in-parts", span)
    return Entry(values, span=span)


def _marked(vote: Entry, mark: Callable[[Field], Field]) -> Entry:
    """Return the vote with each stated value marked."""
    values = {key: field if field.value is None else mark(field) for key, field in vote.values.items()}
    return msgspec.structs.replace(vote, values=values)


def _doubted(vote: Entry, rule: str) -> Entry:
    """Return the vote with each value marked by a rule, those that are not stated as well."""
    return msgspec.structs.replace(
        vote, values={key: stated(field.value, rule, vote.span) for key, field in vote.values.items()}
    )


def _counts_below(vote: Entry, body: list[Line]) -> bool:
    """Return whether numbers of a vote stand below the vote's own lines, which have none."""
    counted = any(vote.value(key) is not None for key in ("yes", "no", "abstain"))
    if counted or not vote.span or all(field.rule == "vote-sentence" for field in vote.values.values()):
        return False
    below = [line for line in body if line.number > vote.span.last_line]
    return any(SENTENCE.search(line.text) and counts_in(line.text, bare=False).any for line in below)
