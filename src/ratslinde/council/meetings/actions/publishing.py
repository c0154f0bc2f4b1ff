"""Meetings: making public and taking back."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.release import meeting_release, withdrawal_release
from ratslinde.council.meetings.rules import agenda_checks
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Seen, carry_out, current, require_reason

__all__ = ["rights"]


@action("meeting.publish")
def publish_meeting(_actor: Actor, meeting: Meeting, *, seen: Seen = None) -> list[str]:
    """Make the meeting public as the preview shows it. Raises Refused with what is missing."""
    refuse_blocked(current(meeting))
    return carry_out(meeting_release(meeting), seen=seen)


@action("meeting.withdraw")
def withdraw_meeting(_actor: Actor, meeting: Meeting, *, reason: str, seen: Seen = None) -> list[str]:
    """Take the meeting, its items and documents back from the public."""
    require_reason(reason)
    return carry_out(withdrawal_release(current(meeting)), seen=seen)


def refuse_blocked(meeting: Meeting) -> None:
    """Raise Refused with the first thing that must be done before the meeting can be public."""
    if meeting.start is None:
        raise Refused("Es fehlt der Beginn der Sitzung.", field="start")
    items = [(item.number, item.title, item.public, item.public_title) for item in meeting.items.all()]
    for check in agenda_checks(items):
        if check.level == "block":
            raise Refused(check.sentence)
