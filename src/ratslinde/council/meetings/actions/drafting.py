"""Meetings: draft and edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]


@action("meeting.draft")
def draft_meeting(
    _actor: Actor,
    /,
    body: Body,
    *,
    organization: Organization,
    joint_with: Sequence[Organization] = (),
    **values: Any,
) -> Meeting:
    """A new meeting of the body, or of several together, not public."""
    start, end = values.get("start"), values.get("end")
    if end is not None and (start is None or end < start):
        raise Refused("Das Ende liegt vor dem Beginn.", field="end")
    meeting = Meeting.objects.create(body=body, organization=organization, **values)
    meeting.joint_with.set(joint_with)
    return meeting


@action("meeting.edit")
def edit_meeting(
    _actor: Actor,
    meeting: Meeting,
    *,
    changes: Mapping[str, Any],
    revision: int,
    joint_with: Sequence[Organization] | None = None,
) -> Meeting:
    """Change date, place, hints, issuer and the like. Raises Conflict when somebody else did so meanwhile."""
    start, end = changes.get("start", meeting.start), changes.get("end", meeting.end)
    if meeting.publication == Publication.PUBLISHED and start is None:
        raise Refused("Eine veröffentlichte Sitzung braucht einen Beginn.", field="start")
    if end is not None and (start is None or end < start):
        raise Refused("Das Ende liegt vor dem Beginn.", field="end")
    meeting = change(meeting, changes, revision=revision)
    if joint_with is not None:
        meeting.joint_with.set(joint_with)
    return meeting
