"""What a document says, as running text: for search, and for those who cannot read the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ratslinde.kernel.blocks import Block, ItemList
from ratslinde.printing.dates import clock, short_date, weekday_date
from ratslinde.printing.documents import (
    AgendaEntry,
    AnnouncementDocument,
    ConsultationRow,
    Contact,
    Document,
    MeetingSheet,
    PaperDocument,
    TableDocument,
)


def plain_text(document: Document) -> str:
    """The printed values line by line, in the order of print; empty ones and fixed words that name nothing left out."""
    if isinstance(document, PaperDocument):
        lines = _paper(document)
    elif isinstance(document, TableDocument):
        lines = _table(document)
    else:
        lines = _meeting(document)
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _meeting(document: MeetingSheet) -> Iterator[str]:
    yield document.body
    yield "Bekanntmachung" if isinstance(document, AnnouncementDocument) else "Tagesordnung"
    yield document.organization
    yield f"{document.meeting_number}. Sitzung" if document.meeting_number else ""
    yield "Die Sitzung fällt aus." if document.cancelled else ""
    yield _line([weekday_date(document.date), clock(document.time)])
    yield from (document.place, document.accessibility, document.hints)
    for title, public in (("Öffentlicher Teil", True), ("Nichtöffentlicher Teil", False)):
        entries = [entry for entry in document.agenda if entry.public == public]
        yield title if entries else ""
        yield from map(_entry, entries)
    yield from (document.papers_place, document.papers_url)
    if isinstance(document, AnnouncementDocument):
        yield document.publication_note
        yield _line([document.issued_at, short_date(document.issued_on)])
        yield _line([document.signed_by, document.signed_role])


def _entry(entry: AgendaEntry) -> str:
    note = f"({entry.note})" if entry.note else ""
    return " ".join(part for part in (entry.number, entry.name, note, entry.paper_reference) if part)


def _paper(document: PaperDocument) -> Iterator[str]:
    yield document.body
    yield f"{document.paper_type} {document.reference}"
    yield document.name
    yield from (document.lead, _contact(document.contact))
    yield _line(document.participants or ())
    yield from (short_date(document.date), document.file_reference)
    yield from map(_step, document.consultations)
    yield from _section("Kurzfassung", document.summary)
    yield document.proposal_subheading
    yield from _section("Beschlussvorschlag", document.proposal)
    yield from _section("Kosten/Folgekosten", document.costs)
    yield from _section("Finanzierung", document.financing)
    yield from _section("Erläuterungen", document.explanations)
    for report in document.planned_reports:
        yield _line([report.organization, short_date(report.date), report.note])
    yield from (_line([attachment.name, attachment.note]) for attachment in document.attachments)
    yield from document.signed_by


def _contact(contact: Contact | None) -> str:
    return _line([contact.name, contact.room, contact.phone, contact.email]) if contact else ""


def _step(row: ConsultationRow) -> str:
    top = f"TOP {row.agenda_number}" if row.agenda_number else ""
    return _line([row.organization, short_date(row.date), top, row.role, row.result])


def _section(title: str, blocks: Iterable[Block]) -> Iterator[str]:
    blocks = tuple(blocks)
    yield title if blocks else ""
    for block in blocks:
        if isinstance(block, ItemList):
            yield from block.items
        else:
            yield block.text


def _table(document: TableDocument) -> Iterator[str]:
    yield from (document.body, document.title, document.subtitle, short_date(document.day))
    yield _line(column.title for column in document.columns)
    yield from (_line(row) for row in document.rows)
    yield from (f"{entry.term}: {entry.meaning}" for entry in document.legend)
    yield from (*document.notes, document.source)


def _line(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
