"""What publishing or taking back a meeting would change, print and leave without a place."""

from __future__ import annotations

from ratslinde.council.bodies.models import Location
from ratslinde.council.documents.drafts import PrintedDraft
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.queries import checks
from ratslinde.council.meetings.release import (
    drafts,
    keeps_announcement,
    meeting_release,
    withdrawal_release,
)
from ratslinde.record.preview import Difference
from ratslinde.verbs import Actor, require
from ratslinde.verbs.releasing import preview
from ratslinde.verbs.rows import Publication


def preview_meeting(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What publishing the meeting would change; nothing is changed by looking."""
    require(actor, "meeting.publish", meeting)
    return preview(lambda: meeting_release(Meeting.objects.get(pk=meeting.pk)))


def preview_meeting_withdrawal(actor: Actor, meeting: Meeting) -> tuple[Difference, ...]:
    """What taking the meeting back would withdraw."""
    require(actor, "meeting.withdraw", meeting)
    return preview(lambda: withdrawal_release(Meeting.objects.get(pk=meeting.pk)))


def meeting_drafts(actor: Actor, meeting: Meeting) -> list[PrintedDraft]:
    """The documents that publishing the meeting would print."""
    require(actor, "meeting.publish", meeting)
    return drafts(meeting)


def obstacles(meeting: Meeting) -> list[str]:
    """Sentences on what must be done before the meeting can be published."""
    found = [] if meeting.start else ["Es fehlt der Beginn der Sitzung."]
    waiting = len(meeting.unchecked) + sum(len(item.unchecked) for item in meeting.items.all())
    if waiting == 1:
        found.append("Eine eingelesene Angabe der Sitzung ist noch nicht geprüft.")
    if waiting > 1:
        found.append(f"{waiting} eingelesene Angaben der Sitzung sind noch nicht geprüft.")
    return found + [check.sentence for check in checks(meeting) if check.level == "block"]


def remarks(meeting: Meeting) -> list[str]:
    """Sentences on what publishing the meeting leaves as it is, although somebody may expect otherwise."""
    if not keeps_announcement(meeting) or meeting.announcement is None:
        return []
    day = f" vom {meeting.announcement.date:%d.%m.%Y}" if meeting.announcement.date else ""
    now = "Was jetzt geändert wird, steht auf der Seite der Sitzung und in der Tagesordnung."
    return [f"Die Bekanntmachung{day} bleibt, wie sie war: Die Sitzung hat schon begonnen. {now}"]


def effects_of_location_withdrawal(location: Location) -> list[str]:
    """Sentences on the public meetings that name the place."""
    named = location.meetings.filter(publication=Publication.PUBLISHED).count()
    if not named:
        return []
    meetings = (
        "1 veröffentlichte Sitzung nennt" if named == 1 else f"{named} veröffentlichte Sitzungen nennen"
    )
    now = f"{meetings} diesen Ort. Öffentlich steht er danach dort nicht mehr."
    return [now, "In ihren PDF-Dokumenten steht er, bis die Sitzung neu veröffentlicht wird."]
