"""Papers on an agenda, and off it again."""

from __future__ import annotations

import datetime

from ratslinde.council import rights
from ratslinde.council.meetings.actions import add_item
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions.checks import refuse_foreign
from ratslinde.council.papers.actions.way import add_consultation
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import change

__all__ = ["rights"]


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
    refuse_foreign(paper, consultation)
    return change(consultation, {"meeting": None, "agenda_item": None}, revision=consultation.revision)


def _step_for(actor: Actor, paper: Paper, *, meeting: Meeting, day: datetime.date | None) -> Consultation:
    open_steps = paper.consultations.filter(organization=meeting.organization, meeting=None).order_by(
        "position"
    )
    on_day = open_steps.filter(date=day).first() if day else None
    found = on_day or open_steps.filter(date=None).first()
    return found or add_consultation(actor, paper, organization=meeting.organization, date=day)
