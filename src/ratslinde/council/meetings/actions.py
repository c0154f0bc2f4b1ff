"""Meetings and their agenda: draft, edit, put on, take off, order, results, publish, withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from ratslinde.council import rights
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.documents.actions import STILL_PUBLIC, add_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.release import meeting_release, withdrawal_release
from ratslinde.council.meetings.rules import agenda_checks
from ratslinde.council.releasing import carry_out
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]
_SHIFT = 100_000  # positions are unique at every moment, so a new order goes through a far range


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


@action("agenda.edit")
def add_item(_actor: Actor, /, meeting: Meeting, *, title: str, **values: Any) -> AgendaItem:
    """A new item at the end of the agenda; without a number it gets the next one of its part."""
    if not title.strip():
        raise Refused("Bitte einen Titel angeben.", field="title")
    last = meeting.items.aggregate(last=Max("position"))["last"]
    number = values.pop("number", "") or _next_number(meeting, public=values.get("public", True))
    return AgendaItem.objects.create(
        meeting=meeting,
        position=0 if last is None else last + 1,
        number=number,
        title=title.strip(),
        **values,
    )


@action("agenda.edit")
def edit_item(_actor: Actor, item: AgendaItem, *, changes: Mapping[str, Any], revision: int) -> AgendaItem:
    """Change titles, part, result, decision or vote of an item."""
    removed = changes.get("removed", item.removed)
    votes = [changes.get(name, getattr(item, name)) for name in ("votes_yes", "votes_no", "votes_abstain")]
    if removed and any(vote is not None for vote in votes):
        raise Refused("Über einen abgesetzten Punkt wird nicht abgestimmt.", field="removed")
    if "title" in changes and not str(changes["title"]).strip():
        raise Refused("Bitte einen Titel angeben.", field="title")
    return change(item, changes, revision=revision)


@action("agenda.edit")
def order_items(_actor: Actor, meeting: Meeting, *, order: Sequence[str], revision: int) -> Meeting:
    """Put the items in the order of these public ids; numbers stay (5.3: never renumber after the invitation)."""
    items = {item.public_id: item for item in meeting.items.all()}
    if set(order) != set(items) or len(order) != len(items):
        raise Conflict(
            "Die Tagesordnung hat sich inzwischen geändert. Bitte neu laden und noch einmal ordnen."
        )
    meeting = change(meeting, {}, revision=revision)
    for position, public_id in enumerate(order):
        AgendaItem.objects.filter(pk=items[public_id].pk).update(position=position + _SHIFT)
    for position, public_id in enumerate(order):
        AgendaItem.objects.filter(pk=items[public_id].pk).update(position=position)
    return meeting


@action("agenda.edit")
def number_items(_actor: Actor, meeting: Meeting, *, revision: int) -> Meeting:
    """Number both parts from 1 in their order. Raises Refused once the agenda is public."""
    if meeting.publication == Publication.PUBLISHED:
        raise Refused("Nach der Bekanntmachung behalten die Punkte ihre Nummern.")
    meeting = change(meeting, {}, revision=revision)
    counts = {True: 0, False: 0}
    for item in meeting.items.order_by("position"):
        counts[item.public] += 1
        AgendaItem.objects.filter(pk=item.pk).update(number=str(counts[item.public]))
    return meeting


@action("agenda.edit")
def remove_item(_actor: Actor, item: AgendaItem, *, reason: str = "") -> AgendaItem | None:
    """Take an item off: a draft disappears, an announced item stays and says “abgesetzt” (R115)."""
    if item.publication == Publication.DRAFT:
        item.delete()
        return None
    return change(item, {"removed": True, "removed_reason": reason}, revision=item.revision)


@action("document.add")
def attach_to_meeting(
    actor: Actor, meeting: Meeting, *, name: str, file_name: str, data: bytes, public: bool = False
) -> Document:
    """Add a file to the meeting; it is public only when somebody says so."""
    document = add_document(
        actor, meeting, body=meeting.body, name=name, file_name=file_name, data=data, public=public
    )
    meeting.documents.add(document)
    return document


@action("document.add")
def attach_to_item(
    actor: Actor, item: AgendaItem, *, name: str, file_name: str, data: bytes, public: bool = False
) -> Document:
    """Add a file to the item; it is public only when somebody says so, and never in the non-public part."""
    document = add_document(
        actor, item, body=item.meeting.body, name=name, file_name=file_name, data=data, public=public
    )
    item.documents.add(document)
    return document


@action("document.add")
def attach_minutes(
    actor: Actor, meeting: Meeting, *, name: str, file_name: str, data: bytes, public: bool = False
) -> Document:
    """Add the minutes. Earlier ones stay with the meeting, but may not be public any more."""
    document = add_document(
        actor, meeting, body=meeting.body, name=name, file_name=file_name, data=data, public=public
    )
    if meeting.minutes is not None:
        change(meeting.minutes, {"public": False}, revision=meeting.minutes.revision)
        meeting.documents.add(meeting.minutes)
    change(meeting, {"minutes": document}, revision=meeting.revision)
    return document


@action("meeting.edit")
def detach(_actor: Actor, meeting: Meeting, *, document: Document) -> None:
    """Take a file off the meeting and its items. Raises Refused while it is public: it would stay public alone."""
    if document.publication == Publication.PUBLISHED:
        raise Refused(STILL_PUBLIC)
    meeting.documents.remove(document)
    for item in meeting.items.filter(documents=document):
        item.documents.remove(document)
    Meeting.objects.filter(pk=meeting.pk, minutes=document).update(minutes=None)


@action("meeting.publish")
def publish_meeting(_actor: Actor, meeting: Meeting) -> list[str]:
    """Make the meeting public as the preview shows it. Raises Refused with what is missing."""
    _refuse_blocked(meeting)
    return carry_out(meeting_release(meeting))


@action("meeting.withdraw")
def withdraw_meeting(_actor: Actor, meeting: Meeting, *, reason: str) -> list[str]:
    """Take the meeting, its items and documents back from the public."""
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben. Er bleibt in der Verwaltung.", field="reason")
    return carry_out(withdrawal_release(meeting))


def _refuse_blocked(meeting: Meeting) -> None:
    if meeting.start is None:
        raise Refused("Es fehlt der Beginn der Sitzung.", field="start")
    items = [(item.number, item.title, item.public, item.public_title) for item in meeting.items.all()]
    for check in agenda_checks(items):
        if check.level == "block":
            raise Refused(check.sentence)


def _next_number(meeting: Meeting, *, public: bool) -> str:
    numbers = [item.number for item in meeting.items.filter(public=public)]
    return str(max((int(number) for number in numbers if number.isdigit()), default=0) + 1)
