"""A paper's way through the bodies, and the later presentations that it announces."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from ratslinde.council import profiles, rights
from ratslinde.council.bodies.models import Organization
from ratslinde.council.papers.actions.checks import refuse_foreign
from ratslinde.council.papers.models import Consultation, Paper, PlannedReport
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]
_SHIFT = 100_000  # positions are unique at every moment, so a new order goes through a far range


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


@action("paper.edit")
def edit_consultation(
    _actor: Actor, paper: Paper, *, consultation: Consultation, changes: Mapping[str, Any], revision: int
) -> Consultation:
    """Change body, day or role of a step. Raises Refused for another body while the step is on an agenda."""
    refuse_foreign(paper, consultation)
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
    refuse_foreign(paper, consultation)
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


def _decides(paper: Paper, *, role: str, date: datetime.date | None) -> bool:
    day = date or paper.date or clock.today()
    return role in profiles.value(paper.body.profile, "consultation.deciding_roles", day=day).value
