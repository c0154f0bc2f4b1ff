"""One item of the minutes: decision text and vote."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.agenda.item import Item
from ratslinde.reading.fields import NOTHING, stated
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
from ratslinde.reading.text.labels import find
from ratslinde.reading.text.lines import Line, span_of, strip_blank

_NUMBERED_VOTE = re.compile(
    r"^(?:Zu |zu )?(?P<number>(?:Änderungsa|A)ntrag \d+[.:]\d+|(?:Punkt|TOP) \d+(?:\.\d+)*)\s*:?\s*(?P<rest>\S.*)$"
)
VOTE_LINES = 8
SHORT = 40


class _Parts(msgspec.Struct):
    """The labelled parts of an item's text, and the vote's lines by the number in front of them."""

    decision: list[Line] = []
    vote: list[Line] = []
    numbered: dict[str, list[Line]] = {}


def item_entry(item: Item) -> Entry:
    """Return an item with decision_text and vote."""
    head = item.entry()
    parts = _parts(item.body)
    decision = _decision(parts, item.body)
    vote = read_vote(parts.vote, labelled=True) if parts.vote else None
    if vote is None and not parts.numbered:
        vote = _vote_in_text(item.body)
    values = {**head.values, "decision_text": decision}
    return Entry(values, {"vote": vote}, span_of([*item.lines, *item.body]))


def _parts(body: list[Line]) -> _Parts:
    parts = _Parts(decision=[], vote=[], numbered={})
    current: list[Line] | None = None
    for line in body:
        found = find(line.text, "item") if line.text else None
        if found and found.label.shape == "section":
            current = _target(parts, found.label.key)
            if current is not None and found.rest:
                current.append(msgspec.structs.replace(line, text=found.rest))
        elif current is not None and not (current is parts.vote and _vote_is_over(current, line, parts)):
            current.append(line)
        elif current is parts.vote and not _NUMBERED_VOTE.match(line.text):
            current = None
    return parts


def _target(parts: _Parts, key: str) -> list[Line] | None:
    """Where the lines below a label go: only the first decision and the first vote with a text count."""
    if key == "decision" and not strip_blank(parts.decision):
        return parts.decision
    if (
        key == "vote"
        and not parts.numbered
        and (not strip_blank(parts.vote) or not read_vote(parts.vote, labelled=False))
    ):
        parts.vote.clear()
        return parts.vote
    return None


def _vote_is_over(vote: list[Line], line: Line, parts: _Parts) -> bool:
    numbered = _NUMBERED_VOTE.match(line.text)
    if numbered:
        number = numbered["number"].replace(":", ".")
        parts.numbered[number] = [msgspec.structs.replace(line, text=numbered["rest"])]
        return True
    if parts.numbered:
        return True
    read = [row for row in vote if row.text]
    return bool(read) and (not line.text or len(read) >= VOTE_LINES)


def _decision(parts: _Parts, body: list[Line]) -> Field:
    lines = _without_result(parts.decision)
    if lines:
        return stated(paragraphs(line.text for line in lines), "decision", span_of(lines))
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


def with_common_text(items: list[Item]) -> list[Item]:
    """Give the text below a row of headings (18, 18.1, 18.2) to the first of them, which it is about."""
    for index, item in enumerate(items):
        below = [other for other in items[index + 1 :] if _under(other, item)]
        heads = [item, *below]
        if (
            below
            and items[index : index + len(heads)] == heads
            and all(not strip_blank(one.body) for one in heads[:-1])
        ):
            item.body, heads[-1].body = heads[-1].body, []
    return items


def _under(item: Item, parent: Item) -> bool:
    if item.number.motion:
        return not parent.number.motion
    return (
        len(item.number.parts) > len(parent.number.parts)
        and item.number.parts[: len(parent.number.parts)] == parent.number.parts
    )


def share_votes(items: list[Item], entries: list[Entry]) -> tuple[Entry, ...]:
    """Return the entries, each with the vote that a numbered result names ("Antrag 1.115: abgelehnt (6 Ja)")."""
    votes: dict[str, list[Line]] = {}
    for item in items:
        votes.update(_parts(item.body).numbered)
    return tuple(_with_vote(item, entry, votes) for item, entry in zip(items, entries, strict=True))


def _with_vote(item: Item, entry: Entry, votes: dict[str, list[Line]]) -> Entry:
    lines = (
        votes.get(item.number.text)
        or votes.get(f"Punkt {item.number.text}")
        or votes.get(f"TOP {item.number.text}")
    )
    if not lines:
        return entry
    return msgspec.structs.replace(entry, parts={"vote": read_vote(lines, labelled=True)})
