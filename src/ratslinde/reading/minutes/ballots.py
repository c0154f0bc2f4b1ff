"""The votes under an item, each with what it was about, and which of them is the item's own."""

from __future__ import annotations

import msgspec

from ratslinde.reading.fields import stated
from ratslinde.reading.minutes.counts import KEYS
from ratslinde.reading.minutes.labelled import LabelledVote
from ratslinde.reading.minutes.statements import sentences_in, statements_of
from ratslinde.reading.minutes.subjects import Subject, clauses_in, of_counts, of_sentence, part_of_line
from ratslinde.reading.minutes.telling import (
    BARE,
    ending_result,
    is_bare_result,
    result_behind,
    result_in,
    tallies,
    tells_result,
)
from ratslinde.reading.minutes.votes import read_vote
from ratslinde.reading.outcome import Entry
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.lines import Line


class Ballot(msgspec.Struct, frozen=True):
    """One vote: what it was about, its lines, and what was read from them."""

    subject: Subject
    lines: list[Line]
    vote: Entry
    clauses: frozenset[str] = frozenset()
    labelled: bool = False


def labelled_ballots(votes: list[LabelledVote]) -> list[Ballot]:
    """Return the votes below their labels; one that is told part by part is as many votes."""
    found: list[Ballot] = []
    for labelled in votes:
        if parts := parts_among(labelled.lines):
            found += parts
        elif ballot := _labelled(labelled):
            found.append(ballot)
    told = [ballot for ballot in found if _tells_vote(ballot.vote)]
    return told or found


def _labelled(labelled: LabelledVote) -> Ballot | None:
    vote = read_vote(labelled.lines, labelled=True)
    if not vote:
        return None
    clauses = frozenset(
        clauses_in(labelled.label) or clauses_in(join_all(row.text for row in labelled.lines))
    )
    several = len(clauses) > 1 and labelled.subject != "motion"
    return Ballot("part" if several else labelled.subject, labelled.lines, vote, clauses, labelled=True)


def _tells_vote(vote: Entry) -> bool:
    """Whether a vote has numbers, or words that are known to tell a result."""
    return (
        any(vote.value(key) is not None for key in KEYS) or result_in(str(vote.value("result"))) is not None
    )


def ballots_told(body: list[Line]) -> list[Ballot]:
    """Return the votes that sentences and bare lines tell."""
    found = []
    for statement in statements_of(body):
        bare = BARE.fullmatch(statement.text) is not None
        subject = of_counts(statement.before) if bare else of_sentence(statement.text, statement.before)
        alone = bare or is_bare_result(statement.text)
        vote = read_vote(statement.lines, labelled=alone, text=statement.text) if subject else None
        if vote and bare:
            vote = _with_result_above(vote, statement.before)
        if vote and alone and not bare:
            vote = _told(vote)
        if subject and vote:
            clauses = frozenset(clauses_in(statement.text))
            found.append(Ballot(subject, statement.lines, vote, clauses))
    return found


def _with_result_above(vote: Entry, above: str) -> Entry:
    """The vote of bare counts with the word that the sentence above them ends with ("… wird vertagt.", "7 : 3")."""
    words = ending_result(above) if vote.value("result") is None else None
    if not words:
        return vote
    return msgspec.structs.replace(
        vote, values={**vote.values, "result": stated(words, "vote-sentence", vote.span)}
    )


def ballots_behind(decision: list[Line]) -> list[Ballot]:
    """Return the vote in brackets behind the text of a decision ("Das Einvernehmen wird versagt. (0 : 9)")."""
    printed = [line for line in decision if line.text]
    told = result_behind(printed[-1].text)[0] if printed else ""
    vote = read_vote(printed[-1:], labelled=True, text=told) if told else None
    if not vote:
        return []
    return [Ballot("plain", printed[-1:], _told(vote))]


def _told(vote: Entry) -> Entry:
    """The vote as one that is told, not labelled."""
    values = {
        key: field if field.value is None else stated(field.value, "vote-sentence", field.span)
        for key, field in vote.values.items()
    }
    return msgspec.structs.replace(vote, values=values)


def parts_among(lines: list[Line]) -> list[Ballot]:
    """Return the votes of lines that each name a part ("Buchstabe a): 10 Ja, 2 Nein"); one alone is none."""
    found = []
    for line in lines:
        rest = part_of_line(line.text) if line.text else None
        if rest is None:
            continue
        told = _result_of_part(rest)
        vote = read_vote([line], labelled=True, text=told) if told else None
        if vote:
            name = line.text.removesuffix(rest).strip(" :–-")
            found.append(Ballot("part", [line], vote, frozenset((name,))))
    return found if len(found) > 1 else []


def _result_of_part(text: str) -> str:
    """What tells a result behind the name of a part: all of it, brackets at its end, or its last sentence."""
    if tallies(text) or tells_result(text):
        return text
    last = sentences_in(text)[-1]
    return result_behind(text)[0] or (last if is_bare_result(last) else "")
