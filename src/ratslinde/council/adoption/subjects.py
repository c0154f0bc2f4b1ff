"""The rows that a file brings into being or fills in."""

from __future__ import annotations

from ratslinde.council.adoption.models import Source
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel.errors import Refused
from ratslinde.verbs.rows import DeskRow

SUBJECTS: dict[str, type[DeskRow]] = {
    "Meeting": Meeting,
    "AgendaItem": AgendaItem,
    "Paper": Paper,
    "Consultation": Consultation,
}


def subject_of(source: Source, subject: str) -> DeskRow:
    """The row that was drafted from the source. Raises Refused when it is not from there, or gone."""
    origin = source.origins.filter(subject=subject).first()
    model = SUBJECTS.get(origin.subject_kind) if origin else None
    row = model._default_manager.filter(public_id=subject).first() if model else None
    if row is None:
        raise Refused("Diesen Entwurf gibt es nicht mehr.")
    return row


def drafts_of(source: Source) -> list[DeskRow]:
    """The rows that the source brought into being: each has the origin that only a new one gets."""
    found: list[DeskRow] = []
    for kind, field in (("Meeting", "organization"), ("AgendaItem", "title"), ("Paper", "title")):
        made = source.origins.filter(subject_kind=kind, field=field).values_list("subject", flat=True)
        found += SUBJECTS[kind]._default_manager.filter(public_id__in=list(made))
    return found
