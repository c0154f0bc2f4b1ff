"""The text below an item, parted at its labels: the decision, the votes, votes with a number in front."""

from __future__ import annotations

import re

import msgspec

from ratslinde.reading.minutes.labelled import LabelledVote
from ratslinde.reading.minutes.points import without_points
from ratslinde.reading.minutes.subjects import of_label, puts_motion
from ratslinde.reading.minutes.telling import ANNOUNCING, is_counts, is_result
from ratslinde.reading.rules import load
from ratslinde.reading.text.label_lines import label_of
from ratslinde.reading.text.labels import Found
from ratslinde.reading.text.lines import Line, strip_blank

_NUMBERED_VOTE = re.compile(
    r"^(?:Zu |zu )?(?P<number>(?:Änderungsa|A)ntrag \d+[.:]\d+|TOP \d+(?:\.\d+)*|Punkt \d+(?:\.\d+)+)"
    r"\s*:?\s*(?P<rest>\S.*)$"
)
_LABELLED = re.compile(load("votes")["labelled"])
_INSIDE = re.compile(load("votes")["inside"])
_OF_PAPER = ("reference", "status", "decision_kind", "paper_kind", "lead_department")
_ENDS = '.!?:)“"'
ABOVE = 3  # lines above a label that tell what is voted on


class Parts(msgspec.Struct):
    """The labelled parts of an item's text, and the lines of votes by the number in front of them.

    `again` holds what stands below the label of another decision.
    """

    decision: list[Line]
    votes: list[LabelledVote]
    numbered: dict[str, list[Line]]
    again: list[Line]


def parts_of(body: list[Line]) -> Parts:
    """Return the parts of the text below an item."""
    walk = _Walk(Parts([], [], {}, []))
    for line in without_points(body):
        for piece in _pieces(line):
            walk.take(piece)
    return walk.parts


def numbered_votes(body: list[Line]) -> dict[str, list[Line]]:
    """Return the lines of votes by the number in front of them ("Antrag 1.115: abgelehnt")."""
    named = any(_NUMBERED_VOTE.match(line.text) for line in body)
    return parts_of(body).numbered if named else {}


def _pieces(line: Line) -> list[Line]:
    """A line, parted where the label of a vote stands behind a sentence ("… wird gebaut. Abstimmung: 9 Ja")."""
    texts = _INSIDE.split(line.text) if ":" in line.text else []
    return (
        [msgspec.structs.replace(line, text=text, cells=()) for text in texts] if len(texts) > 1 else [line]
    )


class _Walk:
    """Takes the lines of an item one by one; `current` is where lines go, None for text that is not kept."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.current: list[Line] | None = None
        self.above: list[str] = []
        self.decided = False

    def take(self, line: Line) -> None:
        """Sort a line: a label begins something, any other line goes on with it or ends it."""
        found = label_of(line, "item")
        labelled = _LABELLED.fullmatch(line.text) if line.text and not found else None
        if labelled:
            self._begin_vote(line, labelled[0].removesuffix(labelled["rest"]), labelled["rest"])
        elif found and found.label.key == "vote":
            self._begin_vote(line, found.name, found.rest)
        elif found and found.label.key == "decision" and is_counts(found.rest):
            self._begin_vote(line, "", found.rest)
        elif found and found.label.shape == "section":
            self._begin_section(line, found)
        elif found and found.colon and self.current is self.parts.decision and found.label.key in _OF_PAPER:
            self.current = None
        elif self._in_vote():
            self._go_on(line)
        else:
            self._keep(line)

    def _in_vote(self) -> bool:
        return bool(self.parts.votes) and self.current is self.parts.votes[-1].lines

    def _begin_vote(self, line: Line, label: str, rest: str) -> None:
        """Begin a vote; a label with nothing below it, such as a heading, is part of this one."""
        if self.parts.numbered:
            self.current = None
            return
        subject = of_label(label, " ".join(self.above[-ABOVE:]), decided=self.decided)
        votes = self.parts.votes
        if votes and not strip_blank(votes[-1].lines):
            above = votes.pop().subject
            subject = above if subject == "plain" else subject
        votes.append(LabelledVote(subject, label, [msgspec.structs.replace(line, text=rest)] if rest else []))
        self.current, self.above, self.decided = votes[-1].lines, [], False

    def _begin_section(self, line: Line, found: Found) -> None:
        """Begin a decision or other text: only the first decision with a text counts."""
        key = found.label.key
        self.current = None
        if key in ("decision", "proposal"):
            self.decided, self.above = True, []
        if key == "decision":
            first = _tells_no_decision(self.parts.decision)
            self.current = self.parts.decision if first else self.parts.again
            self.current.clear()
        if self.current is not None and found.rest:
            self.current.append(msgspec.structs.replace(line, text=found.rest))

    def _go_on(self, line: Line) -> None:
        """Take a line below the label of a vote, as long as it tells the vote."""
        vote = self.parts.votes[-1]
        numbered = _NUMBERED_VOTE.match(line.text)
        if numbered:
            number = numbered["number"].replace(":", ".")
            self.parts.numbered[number] = [msgspec.structs.replace(line, text=numbered["rest"])]
        elif self.parts.numbered or vote.is_over(line):
            self.current = None
            self._keep(line)
        else:
            vote.lines.append(line)

    def _keep(self, line: Line) -> None:
        """Keep a line for what it says of the next vote; a motion ends the text of a decision."""
        if line.text and puts_motion(line.text) and self._ended():
            self.current, self.decided = None, False
        if self.current is not None:
            self.current.append(line)
        if line.text:
            self.above.append(line.text)
            self.decided = self.decided or ANNOUNCING.search(line.text) is not None

    def _ended(self) -> bool:
        """Whether the text that is being kept has come to an end of a sentence."""
        return not self.current or not self.current[-1].text or self.current[-1].text[-1] in _ENDS


def _tells_no_decision(lines: list[Line]) -> bool:
    """Whether a decision is empty so far, or only the words of a result ("Beschluss: Mehrheitlich beschlossen")."""
    printed = strip_blank(lines)
    return not printed or (len(printed) == 1 and is_result(printed[0].text))
