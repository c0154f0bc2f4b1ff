"""The paper as a printed document, made from public values only. Later results do not change it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import cast

from ratslinde.council.papers.models import Paper
from ratslinde.kernel import clock
from ratslinde.printing import Attachment, ConsultationRow, Contact, PaperDocument, PlannedReport
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value


def paper_document(
    paper: Paper,
    value: Value,
    consultations: Sequence[Value],
    *,
    attachments: Sequence[str],
    numbers: Mapping[str, str],
) -> PaperDocument:
    """The Vorlage. `attachments` are the names of the released ones; `numbers`: public TOPs by consultation."""
    page = cast(pages.PaperPage, value.page)
    own = cast(oparl.Paper, value.oparl)
    return PaperDocument(
        body=paper.body.name,
        name=value.title,
        reference=own.reference or "",
        paper_type=own.paper_type or "Vorlage",
        date=own.date,
        lead=page.lead,
        contact=_contact(page.contact),
        participants=page.participants or None,
        consultations=tuple(_row(each, number=numbers.get(each.id, "")) for each in consultations),
        proposal_subheading=page.proposal_heading,
        proposal=page.proposal or (),
        costs=page.costs or (),
        financing=page.financing or (),
        explanations=page.explanation or (),
        planned_reports=tuple(
            PlannedReport(
                organization=report.organization_name,
                date=report.date,
                expected=not report.certain,
                note=report.text,
            )
            for report in page.planned_reports
        ),
        attachments=tuple(Attachment(name=name) for name in attachments),
        attachments_missing=page.attachments_missing,
    )


def made_on(paper: Paper) -> datetime.datetime:
    """The date that the PDF states as its own: fixed, so that the same content is the same file."""
    return clock.at(paper.date or clock.town_time(paper.created_at).date(), 12)


def _contact(contact: pages.Contact | None) -> Contact | None:
    if contact is None or not contact.name:
        return None
    return Contact(name=contact.name, phone=contact.phone, email=contact.email)


def _row(value: Value, *, number: str) -> ConsultationRow:
    page, own = cast(pages.ConsultationPage, value.page), cast(oparl.Consultation, value.oparl)
    return ConsultationRow(
        organization=page.organization_name, date=page.date, agenda_number=number, role=own.role or ""
    )
