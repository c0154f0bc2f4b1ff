"""Steps of papers are tied to agenda items: proposed to be confirmed, or left open for somebody to choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ratslinde.council.adoption import rules
from ratslinde.council.adoption.drafting import Adoption, mark
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.meetings.queries import items_on
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel import clock
from ratslinde.reading import Field


def tie(adoption: Adoption, paper: Paper) -> None:
    """Propose the item of each open step: the only one of the body on that day with the paper's title.

    Where several items have the title, nobody can know which it is: the step stays open and waits for a choice.
    """
    for step in paper.consultations.filter(agenda_item=None).exclude(date=None):
        _tie(adoption, step)


def tie_waiting(adoption: Adoption, meeting: Meeting) -> None:
    """The same for papers that another file brought before this meeting was there; they are checked with that file."""
    if meeting.start is None:
        return
    day = clock.town_time(meeting.start).date()
    steps = meeting.organization.consultations.filter(date=day, agenda_item=None).select_related("paper")
    files = [_tie_again(adoption, step) for step in steps.order_by("pk")]
    adoption.warnings += [
        f"Vorlagen aus „{name}“ nennen diese Sitzung. Zu welchem Punkt sie gehören, ist dort zu prüfen."
        for name in dict.fromkeys(each.name for each in files if each)
    ]


def _tie_again(adoption: Adoption, step: Consultation) -> Source | None:
    """The file with which the proposal is checked; None where there is none, or somebody has decided already."""
    read = Origin.objects.filter(subject=step.paper.public_id, field="title").select_related("source").first()
    asked = Origin.objects.filter(subject=step.public_id, field="agenda_item")
    if read is None or asked.filter(checked_at__isnull=False).exists():
        return None
    asked.delete()
    before = replace(adoption, source=read.source)
    return read.source if _tie(before, step) else None


def _tie(adoption: Adoption, step: Consultation) -> bool:
    fits = fitting(step, items_on(step.organization, step.date)) if step.date else []
    if len(fits) == 1:
        _propose(adoption, step, fits[0])
    if len(fits) > 1:
        _ask(adoption, step, fits)
    return bool(fits)


def fitting(step: Consultation, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Those of the items that the step may be tied to by day, part of the agenda, and title."""
    paper = step.paper
    return [
        item
        for item in items
        if item.public == paper.public
        and item.meeting.start
        and clock.town_time(item.meeting.start).date() == step.date
        and rules.same_title(item.title, paper.title)
    ]


def _propose(adoption: Adoption, step: Consultation, item: AgendaItem) -> None:
    reason = f"Gremium, Tag und Titel stimmen mit TOP {item.number} der Sitzung am {_day(item)} überein."
    Consultation.objects.filter(pk=step.pk).update(meeting=item.meeting, agenda_item=item)
    step.refresh_from_db()
    origin = Origin.objects.filter(source=adoption.source, subject=item.public_id, field="title").first()
    mark(
        adoption,
        step,
        {"agenda_item": Field(value=item.number, rule="tied-by-body-date-title", reason=reason)},
    )
    if origin is not None:
        Origin.objects.filter(source=adoption.source, subject=step.public_id, field="agenda_item").update(
            page=origin.page, first_line=origin.first_line, last_line=origin.last_line
        )


def _ask(adoption: Adoption, step: Consultation, fits: Sequence[AgendaItem]) -> None:
    numbers = " und ".join(f"TOP {item.number}" for item in fits)
    reason = f"Diesen Titel haben am {_day(fits[0])} mehrere Punkte: {numbers}. Bitte wählen, welcher es ist."
    read = Field(value=numbers, rule="tied-to-several", reason=reason, sure=False)
    mark(adoption, step, {"agenda_item": read})


def _day(item: AgendaItem) -> str:
    return f"{clock.town_time(item.meeting.start or clock.now()):%d.%m.%Y}"
