"""Papers: draft, edit, their way, attachments, on and off the agenda, publish, withdraw."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from ratslinde.council import profiles, rights
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.documents.actions import STILL_PUBLIC, add_document
from ratslinde.council.documents.models import Document
from ratslinde.council.meetings.actions import add_item, publish_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation, Paper, PaperType, PlannedReport
from ratslinde.council.papers.release import paper_release, withdrawal_release
from ratslinde.council.releasing import carry_out
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.verbs import Actor, action, require
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]
_SHIFT = 100_000  # positions are unique at every moment, so a new order goes through a far range


@action("paper.draft")
def draft_paper(
    _actor: Actor,
    /,
    lead: Organization | None,
    *,
    body: Body,
    title: str,
    participants: Sequence[Organization] = (),
    **values: Any,
) -> Paper:
    """A new paper, led by that department."""
    if not title.strip():
        raise Refused("Bitte einen Betreff angeben.", field="title")
    _refuse_taken(body, values.get("reference", ""), paper=None)
    paper = Paper.objects.create(body=body, lead=lead, title=title.strip(), **values)
    paper.participants.set(participants)
    return paper


@action("paper.edit")
def edit_paper(
    actor: Actor,
    paper: Paper,
    *,
    changes: Mapping[str, Any],
    revision: int,
    participants: Sequence[Organization] | None = None,
) -> Paper:
    """Change the paper's blocks. Raises Conflict when somebody else did so meanwhile."""
    if "title" in changes and not str(changes["title"]).strip():
        raise Refused("Bitte einen Betreff angeben.", field="title")
    if paper.publication == Publication.PUBLISHED and changes.get("public") is False:
        raise Refused("Bitte die Vorlage zuerst zurücknehmen.", field="public")
    _refuse_taken(paper.body, str(changes.get("reference", "")), paper=paper)
    if "lead" in changes:
        require(
            actor, "paper.draft", changes["lead"]
        )  # nobody hands a paper to a department that is not theirs
    paper = change(paper, changes, revision=revision)
    if participants is not None:
        paper.participants.set(participants)
    return paper


@action("paper.edit")
def add_consultation(
    _actor: Actor,
    paper: Paper,
    *,
    organization: Organization,
    role: str = "",
    date: datetime.date | None = None,
    unchecked: Sequence[str] = (),
) -> Consultation:
    """One more step of the paper's way; whether it decides follows from the role by the town's profile (R201)."""
    last = paper.consultations.aggregate(last=Max("position"))["last"]
    return Consultation.objects.create(
        paper=paper,
        position=0 if last is None else last + 1,
        organization=organization,
        role=role,
        authoritative=_decides(paper, role=role, date=date),
        date=date,
        unchecked=list(unchecked),
    )


def _decides(paper: Paper, *, role: str, date: datetime.date | None) -> bool:
    day = date or paper.date or clock.today()
    return role in profiles.value(paper.body.profile, "consultation.deciding_roles", day=day).value


@action("paper.edit")
def edit_consultation(
    _actor: Actor, paper: Paper, *, consultation: Consultation, changes: Mapping[str, Any], revision: int
) -> Consultation:
    """Change body, day or role of a step. Raises Refused for another body while the step is on an agenda."""
    _refuse_foreign(paper, consultation)
    organization = changes.get("organization", consultation.organization)
    if consultation.meeting is not None and organization != consultation.meeting.organization:
        raise Refused(
            "Der Schritt steht auf einer Tagesordnung. Bitte zuerst von ihr nehmen.", field="organization"
        )
    step = change(consultation, changes, revision=revision)
    deciding = _decides(paper, role=step.role, date=step.date)
    Consultation.objects.filter(pk=step.pk).update(authoritative=deciding)
    step.authoritative = deciding
    return step


@action("paper.edit")
def order_consultations(_actor: Actor, paper: Paper, *, order: Sequence[str], revision: int) -> Paper:
    """Put the steps in the order of these public ids."""
    steps = {step.public_id: step for step in paper.consultations.all()}
    if set(order) != set(steps) or len(order) != len(steps):
        raise Conflict(
            "Die Beratungsfolge hat sich inzwischen geändert. Bitte neu laden und noch einmal ordnen."
        )
    paper = change(paper, {}, revision=revision)
    for shift in (_SHIFT, 0):
        for position, public_id in enumerate(order):
            Consultation.objects.filter(pk=steps[public_id].pk).update(position=position + shift)
    return paper


@action("paper.edit")
def remove_consultation(_actor: Actor, paper: Paper, *, consultation: Consultation) -> None:
    """Take a step out that was never public; a public one is withdrawn with the paper."""
    _refuse_foreign(paper, consultation)
    if consultation.publication == Publication.PUBLISHED:
        raise Refused("Dieser Schritt ist veröffentlicht und kann nicht gelöscht werden.")
    paper.consultations.filter(pk=consultation.pk).delete()


@action("paper.edit")
def plan_report(
    _actor: Actor,
    paper: Paper,
    *,
    organization: Organization,
    date: datetime.date | None,
    certain: bool = False,
    text: str = "",
) -> PlannedReport:
    """Note a later presentation that the paper announces."""
    if paper.planned_reports.filter(organization=organization, date=date).exists():
        raise Refused("Diese Vorstellung ist schon vermerkt.", field="date")
    return PlannedReport.objects.create(
        paper=paper, organization=organization, date=date, certain=certain, text=text
    )


@action("paper.edit")
def remove_report(_actor: Actor, paper: Paper, *, report: PlannedReport) -> None:
    """The paper announces this presentation no more."""
    paper.planned_reports.filter(pk=report.pk).delete()


@action("paper.edit")
def detach(_actor: Actor, paper: Paper, *, document: Document) -> None:
    """Take a file off the paper. Raises Refused while it is public: it would stay public without its paper."""
    if document.publication == Publication.PUBLISHED:
        raise Refused(STILL_PUBLIC)
    paper.attachments.remove(document)


@action("paper.edit")
def attach(
    actor: Actor, paper: Paper, *, name: str, file_name: str, data: bytes, public: bool = False
) -> Document:
    """Add a file to the paper; it is public only when somebody says so."""
    document = add_document(
        actor, paper, body=paper.body, name=name, file_name=file_name, data=data, public=public
    )
    paper.attachments.add(document)
    return document


@action("paper.put_on_agenda")
def put_on_agenda(
    actor: Actor, paper: Paper, *, meeting: Meeting, item: AgendaItem | None = None
) -> Consultation:
    """Tie the paper to the item, or to a new item with its title; the step of that body gets meeting and item."""
    if item is not None and item.meeting_id != meeting.pk:
        raise Refused("Dieser Punkt gehört zu einer anderen Sitzung.")
    if item is not None and item.public and not paper.public:
        raise Refused("Eine nichtöffentliche Vorlage gehört in den nichtöffentlichen Teil.")
    if item is None:
        item = add_item(actor, meeting, title=paper.title, public=paper.public)
    day = clock.town_time(meeting.start).date() if meeting.start else None
    step = _step_for(actor, paper, meeting=meeting, day=day)
    return change(
        step, {"meeting": meeting, "agenda_item": item, "date": day or step.date}, revision=step.revision
    )


@action("paper.take_off_agenda")
def take_off_agenda(_actor: Actor, paper: Paper, *, consultation: Consultation) -> Consultation:
    """Untie the paper from its item; the step is planned again."""
    _refuse_foreign(paper, consultation)
    return change(consultation, {"meeting": None, "agenda_item": None}, revision=consultation.revision)


@action("paper.publish")
def publish_paper(_actor: Actor, paper: Paper) -> list[str]:
    """Make the paper public as the preview shows it. Raises Refused with what is missing."""
    if not paper.public:
        raise Refused("Eine nichtöffentliche Vorlage kann nicht veröffentlicht werden.", field="public")
    if paper.paper_type == PaperType.DECISION and not paper.proposal.strip():
        raise Refused("Eine Beschlussvorlage braucht einen Beschlussvorschlag.", field="proposal")
    return carry_out(paper_release(paper))


@action("meeting.publish")
def publish_session(actor: Actor, meeting: Meeting) -> list[str]:
    """Make the meeting public together with the public papers of its public items, in one transaction."""
    changed = []
    for paper in papers_of(meeting):
        changed += publish_paper(actor, paper)
    return changed + publish_meeting(actor, meeting)


@action("paper.withdraw")
def withdraw_paper(_actor: Actor, paper: Paper, *, reason: str) -> list[str]:
    """Take the paper with its way and documents back from the public."""
    if not reason.strip():
        raise Refused("Bitte einen Grund angeben. Er bleibt in der Verwaltung.", field="reason")
    return carry_out(withdrawal_release(paper))


def papers_of(meeting: Meeting) -> list[Paper]:
    """The public papers of the meeting's public items, in the order of the agenda."""
    steps = meeting.consultations.filter(agenda_item__public=True, paper__public=True)
    found = {
        step.paper_id: step.paper for step in steps.select_related("paper").order_by("agenda_item__position")
    }
    return list(found.values())


def _step_for(actor: Actor, paper: Paper, *, meeting: Meeting, day: datetime.date | None) -> Consultation:
    open_steps = paper.consultations.filter(organization=meeting.organization, meeting=None).order_by(
        "position"
    )
    on_day = open_steps.filter(date=day).first() if day else None
    found = on_day or open_steps.filter(date=None).first()
    return found or add_consultation(actor, paper, organization=meeting.organization, date=day)


def _refuse_foreign(paper: Paper, consultation: Consultation) -> None:
    if consultation.paper_id != paper.pk:
        raise Refused("Dieser Schritt gehört zu einer anderen Vorlage.")


def _refuse_taken(body: Body, reference: str, *, paper: Paper | None) -> None:
    others = body.papers.exclude(pk=paper.pk) if paper else body.papers.all()
    if reference and others.filter(reference=reference).exists():
        raise Refused("Diese Vorlagennummer gibt es schon.", field="reference")
