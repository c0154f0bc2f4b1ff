"""The text below an item, parted at its labels: the decision, the vote, votes with a number in front."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.minutes.votes import SENTENCE, counts_in, is_result, read_vote, tallies, tells_result
from ratslinde.reading.text.joining import join_all
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.lines import Line, strip_blank

_NUMBERED_VOTE = re.compile(
    r"^(?:Zu |zu )?(?P<number>(?:Änderungsa|A)ntrag \d+[.:]\d+|(?:Punkt|TOP) \d+(?:\.\d+)*)\s*:?\s*(?P<rest>\S.*)$"
)
_CLAUSE = re.compile(
    r"(?:\b(?:Ziffern?|Ziff\.|Buchstabe)|^(?:Zu )?(?:Nr\.|Nummer|Absatz|Abs\.)) ?\(?(?:\d{1,2}|[a-z])\b"
)
_OF_PAPER = ("reference", "status", "decision_kind", "paper_kind", "lead_department")
VOTE_LINES = 8


class Parts(msgspec.Struct):
    """The labelled parts of an item's text, and the vote's lines by the number in front of them.

    `again`: more than one vote is labelled, and `vote` holds only one of them.
    """

    decision: list[Line] = []
    vote: list[Line] = []
    numbered: dict[str, list[Line]] = {}
    again: bool = False


def parts_of(body: list[Line]) -> Parts:
    """Return the parts of the text below an item."""
    parts = Parts(decision=[], vote=[], numbered={})
    current: list[Line] | None = None
    for line in body:
        found = label_of(line, "item")
        if found and found.label.shape == "section":
            current = _target(parts, found.label.key)
            if current is not None and found.rest:
                current.append(msgspec.structs.replace(line, text=found.rest))
        elif found and found.colon and current is parts.decision and found.label.key in _OF_PAPER:
            current = None
        elif current is not None and not (current is parts.vote and _vote_is_over(current, line, parts)):
            current.append(line)
        elif current is parts.vote and not _NUMBERED_VOTE.match(line.text):
            current = None
    return parts


def _target(parts: Parts, key: str) -> list[Line] | None:
    """Where the lines below a label go: only the first decision and the first vote with a text count."""
    if key == "decision" and _tells_no_decision(parts.decision):
        parts.decision.clear()
        return parts.decision
    if (
        key == "vote"
        and not parts.numbered
        and (not strip_blank(parts.vote) or not read_vote(parts.vote, labelled=False))
    ):
        parts.again = parts.again or read_vote(parts.vote, labelled=True) is not None
        parts.vote.clear()
        return parts.vote
    parts.again = parts.again or (key == "vote" and not parts.numbered)
    return None


def _tells_no_decision(lines: list[Line]) -> bool:
    """Whether a decision is empty so far, or only the words of a result ("Beschluss: Mehrheitlich beschlossen")."""
    printed = strip_blank(lines)
    return not printed or (len(printed) == 1 and is_result(printed[0].text))


def _vote_is_over(vote: list[Line], line: Line, parts: Parts) -> bool:
    numbered = _NUMBERED_VOTE.match(line.text)
    if numbered:
        number = numbered["number"].replace(":", ".")
        parts.numbered[number] = [msgspec.structs.replace(line, text=numbered["rest"])]
        return True
    if parts.numbered:
        return True
    read = [row for row in vote if row.text]
    if not read or not line.text:
        return False
    return len(read) >= VOTE_LINES or (not vote[-1].text and not _counts_on(read[-1], line))


def _counts_on(above: Line, line: Line) -> bool:
    """Whether a line below a gap still tells the vote: counts alone, or "Der Beschluss wird einstimmig gefasst."."""
    return tallies(line.text, above=above.text) or tells_result(line.text)


def counts_elsewhere(parts: Parts, body: list[Line]) -> bool:
    """Return whether numbers of a vote stand below the vote's own lines, which have none."""
    read = [line.number for line in parts.vote if line.text]
    if not read or counts_in(join_all(line.text for line in parts.vote), bare=True).any:
        return False
    below = [line for line in body if line.number > read[-1]]
    return any(SENTENCE.search(line.text) and counts_in(line.text, bare=False).any for line in below)


def tells_several_votes(parts: Parts, body: list[Line]) -> bool:
    """Return whether several votes were taken under one item: labelled again, or told by clause ("Ziffer 2: …")."""
    lines = [line for line in (*body, *parts.vote) if _CLAUSE.search(line.text)]
    voting = [line for line in lines if SENTENCE.search(line.text) or read_vote([line], labelled=True)]
    return parts.again or len({clause for line in voting for clause in _CLAUSE.findall(line.text)}) > 1
