"""Accepting what was read, or putting it right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ratslinde.council import rights
from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.places import move_to_room
from ratslinde.council.adoption.seen import Seen, as_seen
from ratslinde.council.adoption.subjects import subject_of
from ratslinde.council.meetings.actions import edit_item, edit_meeting
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.actions import edit_consultation, edit_paper
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import DeskRow, change

__all__ = ["rights"]
_MANY = ("participants", "planned_reports")
_NO_COLUMN = (*_MANY, "room")
_NO_ITEM = "Bitte den Tagesordnungspunkt wählen, oder „Kein Tagesordnungspunkt“."
_NO_HOUR = "Bitte die Uhrzeit eintragen, zu der die Sitzung beginnt."


@action("adoption.check")
def accept(
    actor: Actor, source: Source, *, subject: str, fields: Sequence[str], seen: Seen | None = None
) -> DeskRow:
    """Somebody looked at these values of a row and accepts them as they stand; those that changed since stay open.

    Raises Refused for an unknown row, a start without an hour, and a step whose item has still to be chosen.
    """
    row = subject_of(source, subject)
    fields = as_seen(row, fields, seen)
    if not fields:
        return row
    if isinstance(row, Meeting) and row.lacks_hour and "start" in fields:
        raise Refused(_NO_HOUR, field="start")
    if isinstance(row, Consultation) and row.lacks_item and "agenda_item" in fields:
        raise Refused(_NO_ITEM, field="agenda_item")
    kept = {name: getattr(row, name) for name in fields if name in row.unchecked and name not in _NO_COLUMN}
    row = change(row, kept, revision=row.revision)
    type(row)._default_manager.filter(pk=row.pk).update(
        unchecked=[name for name in row.unchecked if name not in fields]
    )
    _looked_at(actor, source, subject=subject, fields=fields)
    row.refresh_from_db()
    return row


@action("adoption.check")
def correct(actor: Actor, source: Source, *, subject: str, field: str, value: Any, revision: int) -> DeskRow:
    """Put what is right in the place of what was read; it counts as looked at. Raises Refused and Conflict."""
    row = subject_of(source, subject)
    if field in _MANY:
        raise Refused("Diese Angabe wird auf der Seite der Vorlage geändert.", field=field)
    if isinstance(row, Meeting) and row.lacks_hour and field == "start" and value == row.start:
        raise Refused(_NO_HOUR, field="start")
    if isinstance(row, Meeting) and field == "room":
        row = move_to_room(actor, source, row, room=value, revision=revision)
    else:
        row = _edited(actor, row, changes={field: value}, revision=revision)
    _looked_at(actor, source, subject=subject, fields=[field])
    return row


def _edited(actor: Actor, row: DeskRow, *, changes: dict[str, Any], revision: int) -> DeskRow:
    if isinstance(row, Meeting):
        return edit_meeting(actor, row, changes=changes, revision=revision)
    if isinstance(row, AgendaItem):
        return edit_item(actor, row, changes=changes, revision=revision)
    if isinstance(row, Paper):
        return edit_paper(actor, row, changes=changes, revision=revision)
    if isinstance(row, Consultation):
        return edit_consultation(actor, row.paper, consultation=row, changes=changes, revision=revision)
    raise TypeError(f"nothing is drafted as a {type(row).__name__}")


@action("adoption.check")
def choose_item(
    actor: Actor, source: Source, *, subject: str, item: AgendaItem | None, revision: int
) -> Consultation:
    """Tie the step to this item instead of the proposed one, or to none; the proposal counts as looked at."""
    step = subject_of(source, subject)
    if not isinstance(step, Consultation):
        raise Refused("Nur ein Schritt der Beratungsfolge gehört zu einem Tagesordnungspunkt.")
    if item is not None and item.meeting.organization_id != step.organization_id:
        raise Refused("Dieser Punkt gehört zur Sitzung eines anderen Gremiums.", field="agenda_item")
    if item is not None and item.public and not step.paper.public:
        raise Refused(
            "Eine nichtöffentliche Vorlage gehört in den nichtöffentlichen Teil.", field="agenda_item"
        )
    step = change(step, {"meeting": item.meeting if item else None, "agenda_item": item}, revision=revision)
    _looked_at(actor, source, subject=subject, fields=["agenda_item"])
    return step


def _looked_at(actor: Actor, source: Source, *, subject: str, fields: Sequence[str]) -> None:
    waiting = Origin.objects.filter(source=source, subject=subject, field__in=list(fields), checked_at=None)
    waiting.update(checked_at=clock.now(), checked_by=actor)
