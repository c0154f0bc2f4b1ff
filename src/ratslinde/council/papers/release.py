"""What publishing or withdrawing a paper changes: gathered once, for the preview and for the act."""

from __future__ import annotations

from django.conf import settings

from ratslinde.council.bodies.models import Organization
from ratslinde.council.bodies.public import organization_value
from ratslinde.council.documents.actions import keep_printed
from ratslinde.council.documents.drafts import PrintedDraft
from ratslinde.council.documents.models import Document
from ratslinde.council.documents.public import document_value
from ratslinde.council.meetings.models import Meeting
from ratslinde.council.meetings.release import drafts, meeting_release
from ratslinde.council.papers import printed, public
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel.text import shortened
from ratslinde.printing import file_name, plain_text, render
from ratslinde.record.values import Kind, Withdrawal
from ratslinde.verbs.releasing import Release
from ratslinde.verbs.rows import DeskRow, Publication

Withdrawn = Paper | Consultation | Document
_KINDS: dict[type[Withdrawn], Kind] = {Paper: "paper", Consultation: "consultation", Document: "file"}


def paper_release(paper: Paper, *, at: Meeting | None = None) -> Release:
    """The paper with its consultations, the bodies they name and the released documents.

    Prints the paper and keeps the PDF with it: call it inside a transaction. `at`: the meeting that becomes public with
    it.
    """
    consultations = list(paper.consultations.order_by("position"))
    steps = [public.consultation_value(row) for row in consultations]
    _print(paper, at=at)
    documents = public.released_documents(paper)
    organizations = _unpublished_organizations(paper, consultations)
    gone = list(paper.attachments.filter(public=False, publication=Publication.PUBLISHED))
    concerned = tuple(dict.fromkeys(row.organization.public_id for row in consultations))
    day = public.day_of(paper)
    values = (
        *map(organization_value, organizations),
        *(document_value(row, lists=concerned, day=day) for row in documents),
        *steps,
        public.paper_value(paper),
    )
    rows: list[DeskRow] = [*organizations, *documents, *consultations, paper]
    return Release(
        values=values, withdrawals=tuple(map(_withdrawal, gone)), rows=tuple(rows), gone=tuple(gone)
    )


def papers_of(meeting: Meeting) -> list[Paper]:
    """The public papers of the meeting's public items that become public with it, in the order of the agenda.

    One that somebody took back, with a reason, is published again only by itself.
    """
    return [paper for paper in _on_the_agenda(meeting) if paper.publication != Publication.WITHDRAWN]


def papers_taken_back(meeting: Meeting) -> list[Paper]:
    """The public papers of the meeting's public items that were taken back and stay so when it is published."""
    return [paper for paper in _on_the_agenda(meeting) if paper.publication == Publication.WITHDRAWN]


def session_release(meeting: Meeting) -> Release:
    """The meeting with the public papers of its public items, which come first. Call it inside a transaction."""
    papers = papers_of(meeting)
    release = sum((paper_release(paper, at=meeting) for paper in papers), Release())
    _publish_first(papers)
    return release + meeting_release(meeting)


def withdrawal_release(paper: Paper) -> Release:
    """The paper with its consultations and documents, taken back."""
    rows: list[Withdrawn] = [paper, *paper.consultations.all(), *public.released_documents(paper)]
    return Release(withdrawals=tuple(map(_withdrawal, rows)), gone=tuple(rows))


def draft(paper: Paper, *, at: Meeting | None = None) -> PrintedDraft:
    """The document that publishing prints, alone or with the meeting `at`. Raises Refused for a non-public paper."""
    steps = [public.consultation_value(row) for row in paper.consultations.order_by("position")]
    names = [row.name for row in paper.attachments.filter(public=True).order_by("pk")]
    document = printed.paper_document(
        paper, public.paper_value(paper), steps, attachments=names, numbers=_numbers(paper, at=at)
    )
    title = " ".join(part for part in ("Vorlage", paper.reference, shortened(paper.title)) if part)
    return PrintedDraft(key=paper.public_id, title=title, document=document, created=printed.made_on(paper))


def session_drafts(meeting: Meeting) -> list[PrintedDraft]:
    """The documents that publishing the meeting with its papers prints. Call it in a transaction that is undone."""
    papers = papers_of(meeting)
    found = [draft(paper, at=meeting) for paper in papers]
    _publish_first(papers)
    return drafts(meeting) + found


def _on_the_agenda(meeting: Meeting) -> list[Paper]:
    steps = meeting.consultations.filter(agenda_item__public=True, paper__public=True)
    rows = steps.select_related("paper").order_by("agenda_item__position")
    return list({step.paper_id: step.paper for step in rows}.values())


def _publish_first(papers: list[Paper]) -> None:
    """The printed agenda names the numbers of papers that are public."""
    Paper.objects.filter(pk__in=[paper.pk for paper in papers]).update(publication=Publication.PUBLISHED)


def _numbers(paper: Paper, *, at: Meeting | None) -> dict[str, str]:
    """The number of each item that is public, or becomes so now, by the public id of its consultation."""
    rows = paper.consultations.filter(agenda_item__public=True).select_related("agenda_item")
    return {
        row.public_id: row.agenda_item.number
        for row in rows
        if row.agenda_item and (at == row.meeting or row.agenda_item.publication == Publication.PUBLISHED)
    }


def _print(paper: Paper, *, at: Meeting | None) -> None:
    made = draft(paper, at=at)
    data = render(made.document, templates=settings.RATSLINDE_TEMPLATES, created=made.created)
    name = " ".join(part for part in ("Vorlage", paper.reference, paper.title) if part)
    paper.main_document = keep_printed(
        data,
        text=plain_text(made.document),
        body=paper.body,
        name=name,
        file_name=file_name(made.document),
        day=made.created.date(),
        before=paper.main_document,
    )
    Paper.objects.filter(pk=paper.pk).update(main_document=paper.main_document)


def _unpublished_organizations(paper: Paper, consultations: list[Consultation]) -> list[Organization]:
    reports = [row.organization for row in paper.planned_reports.all()]
    named = [row.organization for row in consultations] + reports + ([paper.lead] if paper.lead else [])
    unique = {each.pk: each for each in named}
    return [each for each in unique.values() if each.publication != Publication.PUBLISHED]


def _withdrawal(row: Withdrawn) -> Withdrawal:
    body = row.paper.body if isinstance(row, Consultation) else row.body
    return Withdrawal(kind=_KINDS[type(row)], id=row.public_id, body=body.public_id)
