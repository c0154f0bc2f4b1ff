"""Papers become drafts with the steps of their way."""

from __future__ import annotations

from typing import Any

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.doubles import paper_there, told
from ratslinde.council.adoption.drafting import Adoption, mark, organization, text
from ratslinde.council.adoption.papers_read import BLOCKS, paper_type
from ratslinde.council.bodies.models import Organization, OrganizationType
from ratslinde.council.papers.actions import add_consultation, draft_paper, edit_paper, plan_report
from ratslinde.council.papers.models import Paper
from ratslinde.kernel.text import shortened
from ratslinde.reading import Document, Entry, Field

_CONTACT = {"contact_name": "name", "contact_phone": "phone", "contact_email": "email"}


def paper_from(adoption: Adoption, document: Document) -> Paper | None:
    """A draft paper with its steps; None with a warning when it has no title or is there already."""
    reference = text(document, "reference", limit=50)
    title = text(document, "title", limit=1000)
    if not title:
        adoption.warnings.append("Eine Vorlage hat keinen Betreff und wurde nicht übernommen.")
        return None
    if there := paper_there(adoption, document):
        adoption.tell_of(there, told(adoption, there, document))
        return None
    lead, lead_field = organization(
        adoption, document.values.get("lead_department"), day=None, kind=OrganizationType.DEPARTMENT
    )
    contact = next(iter(document.entries("contact")), None)
    texts: dict[str, Any] = {name: text(document, key) for name, key in BLOCKS.items()}
    texts |= {name: text(contact, key, limit=60) if contact else "" for name, key in _CONTACT.items()}
    paper = draft_paper(
        adoption.actor,
        lead,
        body=adoption.body,
        title=title,
        reference=reference,
        paper_type=paper_type(document),
        proposal_heading=text(document, "proposal_subheading", limit=100),
        stated_attachments="\n".join(_list(document, "attachments")),
        **texts,
    )
    _mark(adoption, paper, document, lead_field=lead_field, contact=contact)
    _join(adoption, paper, document)
    for entry in document.entries("consultations"):
        _step(adoption, paper, entry)
    for entry in document.entries("planned_reports"):
        _report(adoption, paper, entry)
    return paper


def _mark(
    adoption: Adoption, paper: Paper, document: Document, *, lead_field: Field | None, contact: Entry | None
) -> None:
    fields: dict[str, Field | None] = {
        "title": document.values.get("title"),
        "reference": document.values.get("reference"),
        "paper_type": document.values.get("subtype"),
        "lead": lead_field,
        "proposal_heading": document.values.get("proposal_subheading"),
        "stated_attachments": document.values.get("attachments"),
        **{name: document.values.get(key) for name, key in BLOCKS.items()},
    }
    if contact is not None:
        fields |= {name: contact.values.get(key) for name, key in _CONTACT.items()}
    mark(adoption, paper, fields)


def _list(document: Entry, name: str) -> list[str]:
    value = document.value(name)
    return list(value) if isinstance(value, tuple) else []


def _join(adoption: Adoption, paper: Paper, document: Document) -> None:
    field = document.values.get("participating_departments")
    names = _list(document, "participating_departments")
    if field is None or not names:
        return
    kind = OrganizationType.DEPARTMENT
    fields = [Field(value=name, rule=field.rule, reason=field.reason, span=field.span) for name in names]
    found: list[Organization] = [
        made for made, _ in (organization(adoption, each, day=None, kind=kind) for each in fields) if made
    ]
    edit_paper(adoption.actor, paper, changes={}, revision=paper.revision, participants=found)
    paper.refresh_from_db()
    mark(adoption, paper, {"participants": field})


def _step(adoption: Adoption, paper: Paper, entry: Entry) -> None:
    day = rules.day(entry.value("date"))
    body, body_field = organization(adoption, entry.values.get("body"), day=day)
    if body is None:
        adoption.warnings.append(
            f"„{shortened(paper.title)}“: ein Schritt der Beratungsfolge nennt kein Gremium."
        )
        return
    role = text(entry, "role", limit=100)
    step = add_consultation(adoption.actor, paper, organization=body, role=role, date=day)
    mark(
        adoption,
        step,
        {"organization": body_field, "date": entry.values.get("date"), "role": entry.values.get("role")},
    )


def _report(adoption: Adoption, paper: Paper, entry: Entry) -> None:
    day = rules.day(entry.value("date"))
    body, field = organization(adoption, entry.values.get("body"), day=day)
    if body is None or paper.planned_reports.filter(organization=body, date=day).exists():
        return
    certain = entry.value("certain") is True
    plan_report(adoption.actor, paper, organization=body, date=day, certain=certain, text=text(entry, "text"))
    if "planned_reports" not in paper.unchecked:
        mark(adoption, paper, {"planned_reports": entry.values.get("text") or field})
