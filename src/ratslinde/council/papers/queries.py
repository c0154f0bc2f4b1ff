"""Reads for the desk."""

from __future__ import annotations

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.release import meeting_release
from ratslinde.council.papers.actions import papers_of
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.council.papers.release import paper_release
from ratslinde.council.releasing import Release, preview
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, may, require


def papers(actor: Actor, body: Body) -> QuerySet[Paper]:
    """The papers that the actor may read, newest first: a department its own, the others all."""
    rows = body.papers.select_related("lead").order_by("-date", "-pk")
    if may(actor, "meeting.read"):
        return rows
    own = [grant.organization for grant in actor.grants.all() if grant.organization]
    return rows.filter(lead__public_id__in=own)


def preview_paper(actor: Actor, paper: Paper) -> tuple[Difference, ...]:
    """What publishing the paper would change."""
    require(actor, "paper.publish", paper)
    return preview(lambda: paper_release(Paper.objects.get(pk=paper.pk)))


def preview_session(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What publishing the meeting with its papers would change."""
    require(actor, "meeting.publish", meeting)

    def gather() -> Release:
        fresh = Meeting.objects.get(pk=meeting.pk)  # printing sets documents on the row, and they do not stay
        release = Release()
        for paper in papers_of(fresh):
            release = release + paper_release(paper)
        return release + meeting_release(fresh)

    return preview(gather)


def steps_by_item(meeting: Meeting) -> dict[int, list[Consultation]]:
    """The consultations of a meeting's items, by the item's key."""
    found: dict[int, list[Consultation]] = {}
    for step in meeting.consultations.select_related("paper").exclude(agenda_item=None).order_by("pk"):
        found.setdefault(step.agenda_item_id or 0, []).append(step)
    return found
