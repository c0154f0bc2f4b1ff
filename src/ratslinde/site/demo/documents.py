"""Files of the demo town: attachments and minutes, printed from its texts and added through the desk's verbs."""

from __future__ import annotations

import datetime

from ratslinde.council.documents.actions import edit_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.actions import attach_minutes, attach_to_item
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import attach
from ratslinde.council.papers.models import Paper
from ratslinde.kernel import blocks, clock
from ratslinde.printing import PaperDocument, TableColumn, TableDocument, file_name, render
from ratslinde.printing.dates import long_date
from ratslinde.site.demo import calendar
from ratslinde.site.demo.texts import AttachmentText, MeetingText
from ratslinde.site.demo.town import Cast

WRITTEN_AFTER = datetime.timedelta(days=8)
_COLUMNS = (
    TableColumn(title="TOP", share=0.5),
    TableColumn(title="Beratungsgegenstand", share=4),
    TableColumn(title="Beschluss", share=5),
    TableColumn(title="Ergebnis", share=3),
)


def add_attachment(
    cast: Cast, holder: Paper | AgendaItem, written: AttachmentText, *, day: datetime.date
) -> None:
    """A printed attachment of a paper or an item, released for the public."""
    printed = PaperDocument(
        body=cast.body.name,
        name=written.name,
        paper_type="Anlage",
        date=day,
        explanations=blocks.parse(written.text),
    )
    data = render(printed, created=clock.at(day, 12))
    if isinstance(holder, Paper):
        document = attach(
            cast.clerk, holder, name=written.name, file_name=file_name(printed), data=data, public=True
        )
    else:
        document = attach_to_item(
            cast.clerk, holder, name=written.name, file_name=file_name(printed), data=data, public=True
        )
    _dated(cast, document, day)


def add_minutes(cast: Cast, meeting: Meeting, written: MeetingText) -> None:
    """The minutes of the public part, as they were written some days later."""
    meeting.refresh_from_db()
    day = calendar.day_of(written) + WRITTEN_AFTER
    printed = _minutes(cast, meeting, written, day=day)
    document = attach_minutes(
        cast.clerk,
        meeting,
        name=f"Niederschrift vom {calendar.written(calendar.day_of(written))}",
        file_name=file_name(printed),
        data=render(printed, created=clock.at(day, 12)),
        public=True,
    )
    _dated(cast, document, day)


def _minutes(cast: Cast, meeting: Meeting, written: MeetingText, *, day: datetime.date) -> TableDocument:
    held = calendar.day_of(written)
    times = f"Beginn {written.time:%H:%M} Uhr" + (f", Ende {written.end:%H:%M} Uhr" if written.end else "")
    return TableDocument(
        body=cast.body.name,
        title="Niederschrift über den öffentlichen Teil der Sitzung",
        subtitle=f"{meeting.organization.name_on(held)}, {long_date(held)}",
        day=day,
        columns=_COLUMNS,
        rows=tuple(_row(item) for item in meeting.items.filter(public=True)),
        notes=(times, *written.minutes.strip().split("\n")),
        source="Schriftführung des Gremienbüros",
    )


def _row(item: AgendaItem) -> tuple[str, ...]:
    votes = (("Ja", item.votes_yes), ("Nein", item.votes_no), ("Enthaltungen", item.votes_abstain))
    counted = ", ".join(f"{name}: {number}" for name, number in votes if number is not None)
    said = "abgesetzt" if item.removed else item.result
    return (item.number, item.title, item.decision_text, "\n".join(part for part in (said, counted) if part))


def _dated(cast: Cast, document: Document, day: datetime.date) -> None:
    edit_document(cast.clerk, document, changes={"accessible": True, "date": day}, revision=document.revision)
