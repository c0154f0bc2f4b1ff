"""The agenda: items on, in order, with numbers and results, and off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from ratslinde.council import rights
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.kernel.errors import Conflict, Refused
from ratslinde.verbs import Actor, action
from ratslinde.verbs.rows import Publication, change

__all__ = ["rights"]
_SHIFT = 100_000  # positions are unique at every moment, so a new order goes through a far range


@action("agenda.edit")
def add_item(_actor: Actor, /, meeting: Meeting, *, title: str, **values: Any) -> AgendaItem:
    """A new item at the end of the agenda; without a number it gets the next one of its part."""
    if not title.strip():
        raise Refused("Bitte einen Titel angeben.", field="title")
    last = meeting.items.aggregate(last=Max("position"))["last"]
    number = values.pop("number", "") or _next_number(meeting, public=values.get("public", True))
    return AgendaItem.objects.create(
        meeting=meeting,
        position=0 if last is None else last + 1,
        number=number,
        title=title.strip(),
        **values,
    )


@action("agenda.edit")
def edit_item(_actor: Actor, item: AgendaItem, *, changes: Mapping[str, Any], revision: int) -> AgendaItem:
    """Change titles, part, result, decision or vote of an item."""
    removed = changes.get("removed", item.removed)
    votes = [changes.get(name, getattr(item, name)) for name in ("votes_yes", "votes_no", "votes_abstain")]
    if removed and any(vote is not None for vote in votes):
        raise Refused("Über einen abgesetzten Punkt wird nicht abgestimmt.", field="removed")
    if "title" in changes and not str(changes["title"]).strip():
        raise Refused("Bitte einen Titel angeben.", field="title")
    return change(item, changes, revision=revision)


@action("agenda.edit")
def order_items(_actor: Actor, meeting: Meeting, *, order: Sequence[str], revision: int) -> Meeting:
    """Put the items in the order of these public ids; numbers stay (5.3: never renumber after the invitation)."""
    items = {item.public_id: item for item in meeting.items.all()}
    if set(order) != set(items) or len(order) != len(items):
        raise Conflict(
            "Die Tagesordnung hat sich inzwischen geändert. Bitte neu laden und noch einmal ordnen."
        )
    meeting = change(meeting, {}, revision=revision)
    for position, public_id in enumerate(order):
        AgendaItem.objects.filter(pk=items[public_id].pk).update(position=position + _SHIFT)
    for position, public_id in enumerate(order):
        AgendaItem.objects.filter(pk=items[public_id].pk).update(position=position)
    return meeting


@action("agenda.edit")
def number_items(_actor: Actor, meeting: Meeting, *, revision: int) -> Meeting:
    """Number both parts from 1 in their order. Raises Refused once the agenda is public."""
    if meeting.publication == Publication.PUBLISHED:
        raise Refused("Nach der Bekanntmachung behalten die Punkte ihre Nummern.")
    meeting = change(meeting, {}, revision=revision)
    counts = {True: 0, False: 0}
    for item in meeting.items.order_by("position"):
        counts[item.public] += 1
        AgendaItem.objects.filter(pk=item.pk).update(number=str(counts[item.public]))
    return meeting


@action("agenda.edit")
def remove_item(_actor: Actor, item: AgendaItem, *, reason: str = "") -> AgendaItem | None:
    """Take an item off: a draft disappears, an announced item stays and says “abgesetzt” (R115)."""
    if item.publication == Publication.DRAFT:
        item.delete()
        return None
    return change(item, {"removed": True, "removed_reason": reason}, revision=item.revision)


def _next_number(meeting: Meeting, *, public: bool) -> str:
    numbers = [item.number for item in meeting.items.filter(public=public)]
    return str(max((int(number) for number in numbers if number.isdigit()), default=0) + 1)
