"""Which of the votes under an item is the item's own, and what leaves a doubt about it."""

from __future__ import annotations

import msgspec

from ratslinde.reading.minutes.ballots import Ballot
from ratslinde.reading.minutes.subjects import Subject
from ratslinde.reading.outcome import Entry

GAP = 2  # lines from one telling of a vote to the next
_RANK: dict[Subject, int] = {"main": 0, "plain": 1, "asked": 2, "motion": 3, "part": 3}


class Choice(msgspec.Struct, frozen=True):
    """The vote that is the item's own, and the rule for its doubt; or the parts that were voted one by one."""

    vote: Entry | None = None
    doubt: str | None = None
    parts: tuple[Ballot, ...] = ()


def chosen(ballots: list[Ballot]) -> Choice:
    """Return the vote that counts: that on the item before any other, never one on procedure."""
    parts = [ballot for ballot in ballots if ballot.subject == "part"]
    several = len({clause for part in parts for clause in part.clauses}) > 1
    parts = parts if several else []
    own = [one for one in ballots if one.subject in _RANK and not (several and one.subject == "part")]
    if not own:
        return Choice(parts=tuple(parts))
    best = min(_RANK[ballot.subject] for ballot in own)
    if parts and best > _RANK["plain"]:
        return Choice(parts=tuple(parts))
    first, *again = [ballot for ballot in own if _RANK[ballot.subject] == best]
    if any(other.labelled or differs(first.vote, other.vote) for other in again):
        return Choice(first.vote, "vote-of-several")
    vote = _with_next(first, again)
    if best == _RANK["motion"]:
        return Choice(vote, "vote-of-motion")
    return Choice(vote, "vote-beside-others" if len(own) > 1 + len(again) or parts else None)


def _with_next(first: Ballot, again: list[Ballot]) -> Entry:
    """The vote with what the next lines add to it ("mehrheitlich zugestimmt" and below it "Ja: 9 Nein: 4")."""
    below = next((ballot for ballot in again if 0 <= _gap(first, ballot) <= GAP), None)
    if below is None:
        return first.vote
    values = {
        key: field if field.value is not None else below.vote.values[key]
        for key, field in first.vote.values.items()
    }
    return msgspec.structs.replace(first.vote, values=values)


def _gap(above: Ballot, below: Ballot) -> int:
    return below.lines[0].number - above.lines[-1].number


def differs(vote: Entry, other: Entry) -> bool:
    """Return whether two votes do not say the same, as far as both say something."""
    return any(
        vote.value(key) != other.value(key)
        for key in vote.values
        if vote.value(key) is not None and other.value(key) is not None
    )
