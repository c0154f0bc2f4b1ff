"""Votes below their labels: what they were about, and where their lines end."""

from __future__ import annotations

import msgspec

from ratslinde.reading.minutes.groups import tells_group
from ratslinde.reading.minutes.subjects import Subject, is_aside, part_of_line
from ratslinde.reading.minutes.telling import tallies, tells_result
from ratslinde.reading.text.lines import Line

VOTE_LINES = 12


class LabelledVote(msgspec.Struct):
    """A vote below its label: what it was about, the words of the label, and its lines."""

    subject: Subject
    label: str
    lines: list[Line]

    def is_over(self, line: Line) -> bool:
        """Return whether a line is no more of this vote: it tells of something else, or stands below a gap."""
        read = [row for row in self.lines if row.text]
        if not read or not line.text:
            return False
        if len(read) >= VOTE_LINES or is_aside(line.text):
            return True
        return not self.lines[-1].text and not _counts_on(read[-1], line)


def _counts_on(above: Line, line: Line) -> bool:
    """Whether a line below a gap still tells the vote: counts, a group or a part, or "Der Beschluss wird gefasst."."""
    rest = part_of_line(line.text)
    return (
        tallies(line.text, above=above.text)
        or tells_result(line.text)
        or tells_group(line.text)
        or (rest is not None and (tallies(rest) or tells_result(rest)))
    )
