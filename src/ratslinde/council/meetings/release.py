"""What publishing or withdrawing a meeting changes: gathered once, for the preview and for the act."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q

from ratslinde.council.bodies.models import Organization
from ratslinde.council.bodies.public import location_value, organization_value
from ratslinde.council.documents.actions import keep_printed
from ratslinde.council.documents.drafts import PrintedDraft
from ratslinde.council.documents.models import Document
from ratslinde.council.documents.public import document_value
from ratslinde.council.meetings import printed, public
from ratslinde.council.meetings.models import AgendaItem, Meeting, MeetingState
from ratslinde.kernel import clock
from ratslinde.printing import AgendaDocument, AnnouncementDocument, file_name, plain_text, render
from ratslinde.printing import Document as PrintedDocument
from ratslinde.record.values import Kind, Withdrawal
from ratslinde.verbs.releasing import Release
from ratslinde.verbs.rows import DeskRow, Publication

Withdrawn = Meeting | AgendaItem | Document
_KINDS: dict[type[Withdrawn], Kind] = {Meeting: "meeting", AgendaItem: "agendaItem", Document: "file"}
_TITLES: dict[type[PrintedDocument], tuple[str, str]] = {
    AnnouncementDocument: ("bekanntmachung", "Bekanntmachung"),
    AgendaDocument: ("tagesordnung", "Tagesordnung"),
}


def meeting_release(meeting: Meeting) -> Release:
    """The meeting with its bodies, place, announced items and released documents; what is shown no more goes.

    Prints announcement and agenda and keeps them with the meeting: call it inside a transaction.
    """
    items = public.announced_items(meeting)
    item_values = [public.item_value(item) for item in items]
    _print(meeting)
    organizations: list[Organization] = [meeting.organization, *meeting.joint_with.order_by("pk")]
    place = public.shown_place(meeting)
    places = [place] if place else []
    documents = public.released_documents(meeting)
    concerned = tuple(each.public_id for each in organizations)
    day = clock.town_time(meeting.start).date() if meeting.start else None
    gone = _no_longer_shown(meeting, items, documents)
    rows: list[DeskRow] = [*organizations, *places, *documents, *items, meeting]
    values = (
        *(organization_value(each) for each in organizations if each.publication != Publication.PUBLISHED),
        *map(location_value, places),
        *(document_value(row, lists=concerned, day=day) for row in documents),
        *item_values,
        public.meeting_value(meeting),
    )
    return Release(
        values=values, withdrawals=tuple(map(_withdrawal, gone)), rows=tuple(rows), gone=tuple(gone)
    )


def withdrawal_release(meeting: Meeting) -> Release:
    """The meeting with its items and documents, taken back; body and place stay."""
    items = list(meeting.items.filter(publication=Publication.PUBLISHED))
    rows: list[Withdrawn] = [meeting, *items, *_own_documents(meeting)]
    return Release(withdrawals=tuple(map(_withdrawal, rows)), gone=tuple(rows))


def keeps_announcement(meeting: Meeting) -> bool:
    """Whether the announcement stays as it was: what was announced is a fact once the session has begun.

    One that must not stay public is taken back with the meeting, and printed anew when that is published again.
    """
    announced = meeting.announcement
    begun = meeting.state == MeetingState.HELD or (meeting.start is not None and meeting.start <= clock.now())
    return begun and announced is not None and announced.publication == Publication.PUBLISHED


def drafts(meeting: Meeting) -> list[PrintedDraft]:
    """The documents that publishing prints: the announcement, once it is dated, until the session, and the agenda."""
    items = [public.item_value(item) for item in public.announced_items(meeting)]
    value, references = public.meeting_value(meeting), _references(meeting)
    documents: list[PrintedDocument] = [printed.agenda_document(meeting, value, items, references=references)]
    if meeting.issued_on and not keeps_announcement(meeting):
        documents.insert(0, printed.announcement_document(meeting, value, items, references=references))
    return [
        PrintedDraft(key=key, title=title, document=each, created=printed.made_on(meeting))
        for each in documents
        for key, title in [_TITLES[type(each)]]
    ]


def _print(meeting: Meeting) -> None:
    for draft in drafts(meeting):
        if isinstance(draft.document, AnnouncementDocument):
            meeting.announcement = _printed(draft, meeting, before=meeting.announcement)
        else:
            meeting.agenda_document = _printed(draft, meeting, before=meeting.agenda_document)
    Meeting.objects.filter(pk=meeting.pk).update(
        announcement=meeting.announcement, agenda_document=meeting.agenda_document
    )


def _printed(draft: PrintedDraft, meeting: Meeting, *, before: Document | None) -> Document:
    day = draft.created.date()
    as_of = draft.document.as_of if isinstance(draft.document, AgendaDocument) else None
    return keep_printed(
        render(draft.document, templates=settings.RATSLINDE_TEMPLATES, created=draft.created),
        text=plain_text(draft.document),
        body=meeting.body,
        name=f"{draft.title} {meeting.organization.name_on(day)}",
        file_name=file_name(draft.document),
        day=as_of or day,
        before=before,
    )


def _references(meeting: Meeting) -> dict[str, str]:
    """Numbers of papers that are public already, by the public id of their item."""
    rows = meeting.consultations.filter(paper__publication=Publication.PUBLISHED, agenda_item__isnull=False)
    found = rows.values_list("agenda_item__public_id", "paper__reference").order_by("pk")
    return {item: reference for item, reference in found if reference}


def _no_longer_shown(meeting: Meeting, items: list[AgendaItem], documents: list[Document]) -> list[Withdrawn]:
    shown = {row.pk for row in items}
    gone_items = [
        row for row in meeting.items.filter(publication=Publication.PUBLISHED) if row.pk not in shown
    ]
    released = {row.pk for row in documents}
    return [*gone_items, *(row for row in _own_documents(meeting) if row.pk not in released)]


def _own_documents(meeting: Meeting) -> list[Document]:
    """The published files of the meeting and its items, without those that a published paper shows as well."""
    named = [
        row.pk for row in (meeting.announcement, meeting.agenda_document, meeting.minutes) if row is not None
    ]
    of_meeting = Q(pk__in=named) | Q(meetings=meeting) | Q(items__meeting=meeting)
    rows = Document.objects.filter(of_meeting, publication=Publication.PUBLISHED)
    return list(rows.exclude(papers__publication=Publication.PUBLISHED).distinct())


def _withdrawal(row: Withdrawn) -> Withdrawal:
    body = row.meeting.body if isinstance(row, AgendaItem) else row.body
    return Withdrawal(kind=_KINDS[type(row)], id=row.public_id, body=body.public_id)
