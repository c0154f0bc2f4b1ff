"""Papers: making public, alone or with their meeting, and taking back."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.meetings.actions import refuse_blocked
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions.checks import refuse_incomplete
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.release import paper_release, papers_of, session_release, withdrawal_release
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Seen, carry_out, current, require_reason

__all__ = ["rights"]


@action("paper.publish")
def publish_paper(_actor: Actor, paper: Paper, *, seen: Seen = None) -> list[str]:
    """Make the paper public as the preview shows it. Raises Refused with what is missing."""
    refuse_incomplete(current(paper))
    return carry_out(paper_release(paper), seen=seen)


@action("meeting.publish")
def publish_session(actor: Actor, meeting: Meeting, *, seen: Seen = None) -> list[str]:
    """Make the meeting public together with the public papers of its public items, in one publication."""
    refuse_blocked(current(meeting))
    for paper in papers_of(meeting):
        _join(actor, paper)
    return carry_out(session_release(meeting), seen=seen)


@action("paper.publish")
def _join(_actor: Actor, paper: Paper) -> None:
    """The paper's own right and its own entry in the journal, where it becomes public together with its meeting."""
    refuse_incomplete(paper)


@action("paper.withdraw")
def withdraw_paper(_actor: Actor, paper: Paper, *, reason: str, seen: Seen = None) -> list[str]:
    """Take the paper with its way and documents back from the public."""
    require_reason(reason)
    return carry_out(withdrawal_release(current(paper)), seen=seen)
