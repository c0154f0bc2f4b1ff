"""What is public about a paper: decided here and only here.

A non-public paper has no public value at all. Names of staff need the tick on the paper (offices before names, R306).
"""

from __future__ import annotations

import datetime

from ratslinde.council import profiles
from ratslinde.council.documents.models import Document
from ratslinde.council.papers.models import Consultation, Paper, PaperType
from ratslinde.kernel import blocks, clock
from ratslinde.kernel.errors import Refused
from ratslinde.record import oparl, pages
from ratslinde.record.values import Value, link


def paper_value(paper: Paper) -> Value:
    """The paper with links to its consultations and documents. Raises Refused for a non-public paper."""
    if not paper.public:
        raise Refused("Eine nichtöffentliche Vorlage kann nicht veröffentlicht werden.")
    departments = [paper.lead] if paper.lead else []
    value = oparl.Paper(
        name=paper.title,
        reference=paper.reference or None,
        date=paper.date,
        paper_type=paper.paper_type,
        main_file=link("file", paper.main_document.public_id) if paper.main_document else None,
        auxiliary_file=tuple(
            link("file", row.public_id) for row in paper.attachments.filter(public=True).order_by("pk")
        ),
        under_direction_of=tuple(link("organization", each.public_id) for each in departments),
        consultation=tuple(
            link("consultation", row.public_id) for row in paper.consultations.order_by("position")
        ),
    )
    page, day = _page(paper), day_of(paper)
    texts = (paper.proposal, paper.costs, paper.financing, paper.explanation)
    return Value(
        kind="paper",
        id=paper.public_id,
        body=paper.body.public_id,
        oparl=value,
        page=page,
        title=paper.title,
        text="\n\n".join(text for text in (paper.reference, *texts) if text),
        path=f"vorlagen/{paper.public_id}/",
        date=clock.at(day, 0) if day else None,
        lists=tuple(
            dict.fromkeys(
                paper.consultations.order_by("position").values_list("organization__public_id", flat=True)
            )
        ),
    )


def _page(paper: Paper) -> pages.PaperPage:
    return pages.PaperPage(
        decision_paper=paper.paper_type == PaperType.DECISION,
        lead=paper.lead.name_on(paper.date) if paper.lead else "",
        participants=tuple(each.name_on(paper.date) for each in paper.participants.order_by("pk")),
        contact=_contact(paper),
        proposal_heading=paper.proposal_heading,
        proposal=_block(paper.proposal),
        costs=_block(paper.costs),
        financing=_block(paper.financing),
        explanation=_block(paper.explanation),
        planned_reports=tuple(
            pages.PlannedReport(
                organization=report.organization.public_id,
                organization_name=report.organization.name_on(report.date),
                date=report.date,
                certain=report.certain,
                text=report.text,
            )
            for report in paper.planned_reports.order_by("date", "pk")
        ),
        attachments_missing=bool(paper.stated_attachments) and not paper.attachments.exists(),
    )


def names_allowed(paper: Paper) -> bool:
    """Whether the town's profile lets names of staff become public at all, with the tick on the paper."""
    day = paper.date or clock.today()
    found = profiles.value(paper.body.profile, "publication.names_of_staff", day=day)
    return bool(found.value == "released")


def _contact(paper: Paper) -> pages.Contact | None:
    if not (paper.contact_public and names_allowed(paper)):
        return None
    return pages.Contact(name=paper.contact_name, phone=paper.contact_phone, email=paper.contact_email)


def _block(text: str) -> tuple[blocks.Block, ...] | None:
    return blocks.parse(text) or None


def day_of(paper: Paper) -> datetime.date | None:
    """The paper's date, else the day of its first consultation, if there is one."""
    if paper.date:
        return paper.date
    return paper.consultations.exclude(date=None).order_by("date").values_list("date", flat=True).first()


def consultation_value(consultation: Consultation) -> Value:
    """One step of the paper's way, under the body's name on that day; planned as long as no meeting is linked.

    The record leaves out links to a meeting or item that is not public.
    """
    organization, item = consultation.organization, consultation.agenda_item
    name = organization.name_on(consultation.date)
    linked = item is not None and item.public
    value = oparl.Consultation(
        agenda_item=link("agendaItem", item.public_id) if item is not None and linked else None,
        meeting=link("meeting", consultation.meeting.public_id) if consultation.meeting and linked else None,
        organization=(link("organization", organization.public_id),),
        authoritative=consultation.authoritative,
        role=consultation.role or None,
        organization_name=name,
        planned_date=consultation.date.isoformat() if consultation.date and not linked else None,
    )
    page = pages.ConsultationPage(
        organization_name=name, position=consultation.position, date=consultation.date
    )
    return Value(
        kind="consultation",
        id=consultation.public_id,
        body=consultation.paper.body.public_id,
        oparl=value,
        page=page,
        title=name,
        date=clock.at(consultation.date, 0) if consultation.date else None,
        lists=(organization.public_id,),
    )


def released_documents(paper: Paper) -> list[Document]:
    """The paper's own PDF and the attachments that were released."""
    rows = [paper.main_document, *paper.attachments.order_by("pk")]
    return [row for row in rows if row is not None and row.public]
