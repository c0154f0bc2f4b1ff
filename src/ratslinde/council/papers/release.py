"""What publishing or withdrawing a paper changes: gathered once, for the preview and for the act."""

from __future__ import annotations

from django.conf import settings

from ratslinde.council.bodies.models import Organization
from ratslinde.council.bodies.public import organization_value
from ratslinde.council.documents.actions import keep_printed
from ratslinde.council.documents.models import Document
from ratslinde.council.documents.public import document_value
from ratslinde.council.papers import printed, public
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.council.releasing import Release
from ratslinde.printing import file_name, render
from ratslinde.record.values import Value, Withdrawal
from ratslinde.verbs.rows import DeskRow, Publication


def paper_release(paper: Paper) -> Release:
    """The paper with its consultations, the bodies they name and the released documents.

    Prints the paper and keeps the PDF with it: call it inside a transaction.
    """
    consultations = list(paper.consultations.order_by("position"))
    steps = [public.consultation_value(row) for row in consultations]
    value = public.paper_value(paper)
    _print(paper, value, steps)
    documents = public.released_documents(paper)
    organizations = _unpublished_organizations(paper, consultations)
    gone = list(paper.attachments.filter(public=False, publication=Publication.PUBLISHED))
    concerned = tuple(dict.fromkeys(row.organization.public_id for row in consultations))
    values = (
        *map(organization_value, organizations),
        *(document_value(row, lists=concerned) for row in documents),
        *steps,
        public.paper_value(paper),
    )
    rows: list[DeskRow] = [*organizations, *documents, *consultations, paper]
    return Release(
        values=values, withdrawals=tuple(map(_withdrawal, gone)), rows=tuple(rows), gone=tuple(gone)
    )


def withdrawal_release(paper: Paper) -> Release:
    """The paper with its consultations and documents, taken back."""
    rows: list[DeskRow] = [paper, *paper.consultations.all(), *public.released_documents(paper)]
    return Release(withdrawals=tuple(map(_withdrawal, rows)), gone=tuple(rows))


def _print(paper: Paper, value: Value, steps: list[Value]) -> None:
    names = [row.name for row in paper.attachments.filter(public=True).order_by("pk")]
    document = printed.paper_document(paper, value, steps, attachments=names)
    data = render(document, templates=settings.RATSLINDE_TEMPLATES, created=printed.made_on(paper))
    name = " ".join(part for part in ("Vorlage", paper.reference, paper.title) if part)
    paper.main_document = keep_printed(
        data,
        body=paper.body,
        name=name,
        file_name=file_name(document),
        day=printed.made_on(paper).date(),
        before=paper.main_document,
    )
    Paper.objects.filter(pk=paper.pk).update(main_document=paper.main_document)


def _unpublished_organizations(paper: Paper, consultations: list[Consultation]) -> list[Organization]:
    reports = [row.organization for row in paper.planned_reports.all()]
    named = [row.organization for row in consultations] + reports + ([paper.lead] if paper.lead else [])
    unique = {each.pk: each for each in named}
    return [each for each in unique.values() if each.publication != Publication.PUBLISHED]


def _withdrawal(row: DeskRow) -> Withdrawal:
    kinds = {Paper: "paper", Consultation: "consultation", Document: "file"}
    body = row.paper.body if isinstance(row, Consultation) else row.body  # type: ignore[attr-defined]
    return Withdrawal(kind=kinds[type(row)], id=row.public_id, body=body.public_id)  # type: ignore[arg-type]
