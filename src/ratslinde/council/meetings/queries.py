"""Reads for the desk."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet

from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.release import meeting_release
from ratslinde.council.releasing import preview
from ratslinde.kernel import clock
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, require


def preview_meeting(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What publishing the meeting would change; nothing is changed by looking."""
    require(actor, "meeting.publish", meeting)
    return preview(lambda: meeting_release(Meeting.objects.get(pk=meeting.pk)))


def meetings(body: Body) -> QuerySet[Meeting]:
    """All meetings, newest first, with what a list shows."""
    return (
        body.meetings.select_related("organization", "location")
        .prefetch_related("organization__names")
        .order_by("-start", "-pk")
    )


def meeting_on(organization: Organization, day: datetime.date) -> Meeting | None:
    """The body's meeting on that day; None when there is none, or more than one."""
    start = clock.at(day, 0)
    found = list(
        organization.meetings.filter(
            start__gte=start, start__lt=clock.at(day + datetime.timedelta(days=1), 0)
        )
    )
    return found[0] if len(found) == 1 else None
