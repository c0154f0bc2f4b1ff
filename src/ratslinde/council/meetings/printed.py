"""The announcement and the plain agenda as printed documents, made from public values only.

The printer never sees a row: what is not in the public value cannot get into the PDF (leak K9 of other systems).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import cast
from urllib.parse import urlsplit

import msgspec
from django.conf import settings

from ratslinde.council.meetings import public
from ratslinde.council.meetings.models import Meeting
from ratslinde.kernel import clock
from ratslinde.printing import AgendaDocument, AnnouncementDocument, plain_text
from ratslinde.printing.documents import AgendaEntry, MeetingSheet
from ratslinde.record import oparl
from ratslinde.record.values import Value


def announcement_document(
    meeting: Meeting, value: Value, items: Sequence[Value], *, references: Mapping[str, str]
) -> AnnouncementDocument:
    """The Bekanntmachung. `references`: numbers of published papers by the public id of their item."""
    page = public.page_of(value)
    sheet = msgspec.structs.asdict(_sheet(meeting, value, items, references=references))
    return AnnouncementDocument(
        **sheet,
        publication_note=meeting.body.print_notice,
        issued_at=page.issued_at,
        issued_on=page.issued_on,
        signed_by=page.issuer,
        signed_role=page.issuer_role,
    )


def agenda_document(
    meeting: Meeting, value: Value, items: Sequence[Value], *, references: Mapping[str, str]
) -> AgendaDocument:
    """The plain Tagesordnung. It is as of the day on which it was first printed like this: at first, of the notice."""
    sheet = msgspec.structs.asdict(_sheet(meeting, value, items, references=references))
    document, before = AgendaDocument(**sheet), meeting.agenda_document
    if before is None:
        as_of = meeting.issued_on or clock.today()
    else:
        same = before.text == plain_text(document)
        as_of = before.date if same and before.date else clock.today()
    return msgspec.structs.replace(document, as_of=as_of)


def made_on(meeting: Meeting) -> datetime.datetime:
    """The date that the PDF states as its own: fixed by the meeting, so that the same content is the same file."""
    day = meeting.issued_on or clock.town_time(meeting.start or meeting.created_at).date()
    return clock.at(day, 12)


def _sheet(
    meeting: Meeting, value: Value, items: Sequence[Value], *, references: Mapping[str, str]
) -> MeetingSheet:
    start = clock.town_time(meeting.start) if meeting.start else made_on(meeting)
    location = public.shown_place(meeting)
    return MeetingSheet(
        body=meeting.body.name,
        organization=", ".join(public.page_of(value).organization_names),
        date=start.date(),
        time=start.time().replace(second=0, microsecond=0) if meeting.start else None,
        meeting_number=meeting.number,
        place=str(location) if location else "",
        accessibility=location.access if location else "",
        hints=meeting.hints,
        agenda=tuple(_entry(item, references=references) for item in items),
        cancelled=meeting.cancelled,
        papers_url=_page_address(meeting),
        papers_place=meeting.body.papers_place,
    )


def _entry(item: Value, *, references: Mapping[str, str]) -> AgendaEntry:
    value = cast(oparl.AgendaItem, item.oparl)
    return AgendaEntry(
        number=value.number or "",
        name=value.name,
        public=value.public,
        paper_reference=references.get(item.id, ""),
        note="abgesetzt" if value.removed else "",
    )


def _page_address(meeting: Meeting) -> str:
    """Where the session stands on the web; '' while the site has no address that leads there from elsewhere."""
    host = urlsplit(settings.RATSLINDE_URL).hostname or "localhost"
    if host in ("localhost", "::1") or host.startswith("127."):
        return ""
    return f"{settings.RATSLINDE_URL}/{public.meeting_path(meeting)}"
