"""What holds a document, and the verbs that go with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from ratslinde.council.documents.models import Document
from ratslinde.council.meetings import actions as meetings
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.queries import meeting
from ratslinde.council.papers import actions as papers
from ratslinde.council.papers.models import Paper
from ratslinde.council.papers.queries import paper
from ratslinde.verbs import Actor

Holder = Meeting | AgendaItem | Paper
ADD: dict[str, Callable[..., Document]] = {
    "sitzung": meetings.attach_to_meeting,
    "niederschrift": meetings.attach_minutes,
    "top": meetings.attach_to_item,
    "vorlage": papers.attach,
}


def holder(actor: Actor, kind: str, public_id: str) -> Holder:
    """The row that a document is added to, when the actor may see it. Raises DoesNotExist and Forbidden."""
    if kind == "vorlage":
        return paper(actor, public_id)
    if kind == "top":
        item: AgendaItem = AgendaItem.objects.select_related("meeting__body").get(public_id=public_id)
        meeting(actor, item.meeting.public_id)
        return item
    return meeting(actor, public_id)


def holders(document: Document) -> list[Holder]:
    """Every row that the document belongs to."""
    rows: list[Any] = [*document.papers.all(), *document.main_of_papers.all()]
    rows += [
        *document.meetings.all(),
        *document.minuted_meetings.all(),
        *document.items.select_related("meeting"),
    ]
    return [*rows, *document.announced_meetings.all(), *document.agenda_of_meetings.all()]


def address(row: Holder) -> str:
    """The page on which the document is listed."""
    if isinstance(row, Paper):
        return f"{reverse('desk:paper', args=[row.public_id])}#dokumente"
    if isinstance(row, AgendaItem):
        return f"{reverse('desk:item', args=[row.meeting.public_id, row.public_id])}#dokumente"
    return f"{reverse('desk:meeting', args=[row.public_id])}#dokumente"


def take_off_all(actor: Actor, document: Document) -> None:
    """Take the document off everything that holds it."""
    for row in holders(document):
        _take_off(actor, document, row)


def _take_off(actor: Actor, document: Document, row: Holder) -> None:
    if isinstance(row, Paper):
        papers.detach(actor, row, document=document)
    elif isinstance(row, AgendaItem):
        meetings.detach(actor, row.meeting, document=document)
    else:
        meetings.detach(actor, row, document=document)
