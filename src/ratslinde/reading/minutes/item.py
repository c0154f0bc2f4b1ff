"""One item of the minutes: decision text and vote."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.fields import NOTHING, stated
from ratslinde.reading.minutes.parts import Parts, counts_elsewhere, parts_of, tells_several_votes
from ratslinde.reading.minutes.votes import (
    ANNOUNCING,
    BARE,
    COUNT,
    SENTENCE,
    is_result,
    read_vote,
    tells_result,
)
from ratslinde.reading.outcome import Entry, Field
from ratslinde.reading.text.joining import paragraphs
from ratslinde.reading.text.lines import Line, span_of, strip_blank

SHORT = 40


def item_entry(item: Item) -> Entry:
    """Return an item with decision_text and vote."""
    head = item.entry()
    parts = parts_of(item.body)
    decision = _decision(parts, item.body)
    vote = read_vote(parts.vote, labelled=True) if parts.vote else None
    if vote is None and not parts.numbered:
        vote = _vote_in_text(item.body)
    if vote and tells_several_votes(parts, item.body):
        vote = _unsure(vote, "vote-of-several")
    elif vote and counts_elsewhere(parts, item.body):
        vote = _unsure(vote, "vote-counted-below")
    if vote and item.common:
        vote = _unsure(vote, "text-in-common")
    if vote:
        vote = _marked(vote, item.doubtful)
    if item.common:
        decision = stated(decision.value, "text-in-common", decision.span)
    values = {**head.values, "decision_text": item.doubtful(decision)}
    return Entry(values, {"vote": vote}, span_of([*item.lines, *item.body]))


def _marked(vote: Entry, mark: Callable[[Field], Field]) -> Entry:
    """Return the vote with each stated value marked."""
    values = {key: field if field.value is None else mark(field) for key, field in vote.values.items()}
    return msgspec.structs.replace(vote, values=values)


def _unsure(vote: Entry, rule: str) -> Entry:
    """Return the vote with each value marked by a rule, those that are not stated as well."""
    return msgspec.structs.replace(
        vote, values={key: stated(field.value, rule, vote.span) for key, field in vote.values.items()}
    )


def _decision(parts: Parts, body: list[Line]) -> Field:
    lines = _without_result(parts.decision)
    if lines:
        rule = "decision-torn" if any(line.text.isdigit() for line in lines) else "decision"
        return stated(paragraphs(line.text for line in lines), rule, span_of(lines))
    for index, line in enumerate(body):
        if ANNOUNCING.search(line.text):
            below = _first_block(body[index + 1 :])
            if below:
                return stated(paragraphs(row.text for row in below), "decision-sentence", span_of(below))
    return NOTHING


def _without_result(lines: list[Line]) -> list[Line]:
    """Return the lines above the first that tells a result; "einstimmig" alone is no decision."""
    end = next((index for index in range(len(lines)) if _ends_decision(lines, index)), len(lines))
    above = strip_blank(lines[:end])
    if len(above) == 1 and SENTENCE.search(above[0].text) and len(above[0].text) < SHORT:
        return []
    return above


def _ends_decision(lines: list[Line], index: int) -> bool:
    """A line below a blank one may be the bare words of a result; elsewhere they end a sentence of the decision."""
    text = lines[index].text
    return tells_result(text) or (index > 0 and not lines[index - 1].text and is_result(text))


def _first_block(lines: list[Line]) -> list[Line]:
    block: list[Line] = []
    for line in lines:
        if not line.text and block:
            break
        if line.text:
            block.append(line)
    return block


def _vote_in_text(body: list[Line]) -> Entry | None:
    for index, line in enumerate(body):
        bare = BARE.fullmatch(line.text) is not None
        if bare or SENTENCE.search(line.text):
            vote = read_vote(_vote_block(body, index), labelled=bare)
            if vote:
                return vote
    return None


def _vote_block(body: list[Line], index: int) -> list[Line]:
    """The line of a vote with those right below it that count on ("Dafür: 4", "Dagegen: 1")."""
    block = [body[index]]
    for line in body[index + 1 : index + 4]:
        if not COUNT.match(line.text):
            break
        block.append(line)
    return block
