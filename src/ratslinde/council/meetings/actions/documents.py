"""The files of a meeting and of its items, invitation and minutes: adding, naming and taking off."""

from __future__ import annotations

from ratslinde.council import rights
from ratslinde.council.documents.actions import STILL_PUBLIC, add_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]


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
def choose_invitation(_actor: Actor, meeting: Meeting, *, document: Document | None) -> Meeting:
    """Say which of the meeting's files is the invitation, or that none is. Raises Refused for any other file."""
    if document is not None and not meeting.documents.filter(pk=document.pk).exists():
        raise Refused("Die Einladung muss zu den Dokumenten der Sitzung gehören.")
    return change(meeting, {"invitation": document}, revision=meeting.revision)


@action("meeting.edit")
def detach(_actor: Actor, meeting: Meeting, *, document: Document) -> None:
    """Take a file off the meeting and its items. Raises Refused while it is public: it would stay public alone."""
    if document.publication == Publication.PUBLISHED:
        raise Refused(STILL_PUBLIC)
    meeting.documents.remove(document)
    for item in meeting.items.filter(documents=document):
        item.documents.remove(document)
    Meeting.objects.filter(pk=meeting.pk, minutes=document).update(minutes=None)
    Meeting.objects.filter(pk=meeting.pk, invitation=document).update(invitation=None)
