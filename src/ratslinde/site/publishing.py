"""What somebody wants to publish from the command line: the desk's previews and verbs, found by an id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ratslinde.council.meetings.models import Meeting
from ratslinde.council.papers.actions import publish_paper, publish_session
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.previews import preview_paper, preview_session, refuse_unready
from ratslinde.council.papers.queries import papers_beside
from ratslinde.council.papers.release import papers_taken_back
from ratslinde.record.preview import Difference
from ratslinde.site.faults import Fault
from ratslinde.site.wording import say
from ratslinde.verbs import Actor


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The steps in their order, and the path of the public page.

    `refuse` raises Refused for what stands in the way. `left_out`: papers that somebody may expect, too; `taken_back`:
    those of its items that somebody withdrew and that stay so.
    """

    refuse: Callable[[], None]
    look: Callable[[], tuple[Difference, ...]]
    left_out: Callable[[], list[Paper]]
    taken_back: Callable[[], list[Paper]]
    act: Callable[[], list[str]]
    path: str


def wish_for(actor: Actor, *, public_id: str) -> Wish:
    """To publish the meeting with its papers, or the paper, of that public id. Raises Fault when there is neither."""
    meeting = Meeting.objects.filter(public_id=public_id).first()
    if meeting is not None:
        return _of_session(actor, meeting)
    paper = Paper.objects.filter(public_id=public_id).first()
    if paper is None:
        text = f"Es gibt keine Sitzung und keine Vorlage mit der Kennung {public_id}."
        raise Fault(say(text, f"There is no meeting and no paper with the id {public_id}."))
    return _of_paper(actor, paper)


def _of_session(actor: Actor, meeting: Meeting) -> Wish:
    return Wish(
        refuse=lambda: refuse_unready(actor, meeting),
        look=lambda: preview_session(actor, meeting),
        left_out=lambda: papers_beside(meeting),
        taken_back=lambda: papers_taken_back(meeting),
        act=lambda: publish_session(actor, meeting),
        path=f"/sitzungen/{meeting.public_id}/",
    )


def _of_paper(actor: Actor, paper: Paper) -> Wish:
    return Wish(
        refuse=lambda: refuse_unready(actor, paper),
        look=lambda: preview_paper(actor, paper),
        left_out=list,
        taken_back=list,
        act=lambda: publish_paper(actor, paper),
        path=f"/vorlagen/{paper.public_id}/",
    )
