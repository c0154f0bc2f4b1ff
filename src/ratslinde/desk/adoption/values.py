"""The drafts of a source as the check view shows them: card by card, value by value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse

from ratslinde.council.adoption.models import Origin, Source
from ratslinde.council.adoption.queries import Card, cards, items_to_tie
from ratslinde.council.adoption.seen import mark_of
from ratslinde.council.bodies.models import Organization
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.council.papers.public import names_allowed
from ratslinde.desk import words
from ratslinde.desk.adoption.controls import ELSEWHERE, TieForm, ValueForm
from ratslinde.desk.adoption.former import former
from ratslinde.desk.adoption.shown import Shown, ShownCard
from ratslinde.desk.controls import readable
from ratslinde.kernel import clock

_CONTACT = ("contact_name", "contact_phone", "contact_email")
Bound = Mapping[tuple[str, str], forms.Form]
"""Forms that were sent and refused, by row and field."""


def shown_cards(source: Source, *, bound: Bound | None = None) -> list[ShownCard]:
    """The drafts in the order of the source, each step below its paper. `bound`: what was typed and refused."""
    found = cards(source)
    steps = [card.row for card in found if isinstance(card.row, Consultation)]
    items = items_to_tie(source.body, steps=steps) if steps else []
    return [_card(card, items=items, bound=bound or {}) for card in found]


def _card(card: Card, *, items: list[AgendaItem], bound: Bound) -> ShownCard:
    row = card.row
    values = [_value(card, origin, bound) for origin in card.origins if origin.field != "agenda_item"]
    if isinstance(row, Consultation):
        values.append(_tie(card, row, items=items, bound=bound))
    title, page = _heading(row)
    level = 3 if isinstance(row, AgendaItem | Consultation) else 2
    return ShownCard(
        subject=row.public_id, kind=card.kind, title=title, page=page, level=level, values=values
    )


def _value(card: Card, origin: Origin, bound: Bound) -> Shown:
    row, name = card.row, origin.field
    label = words.field(card.kind, name)
    form = bound.get((row.public_id, name))
    if form is None and name not in ELSEWHERE:
        form = ValueForm(row=row, name=name, label=label)
    return Shown(
        subject=row.public_id,
        name=name,
        label=label,
        text=_text(row, name),
        checked=name not in row.unchecked,
        mark=mark_of(row, name),
        sure=origin.sure,
        reason=origin.reason,
        first_line=origin.first_line,
        last_line=origin.last_line,
        form=form,
        missing=_lacks_hour(row, name),
        contact=_contact(card, name),
        former=former(row, origin),
    )


def _tie(card: Card, step: Consultation, *, items: list[AgendaItem], bound: Bound) -> Shown:
    origin = next((each for each in card.origins if each.field == "agenda_item"), None)
    form = bound.get((step.public_id, "agenda_item")) or TieForm(row=step, items=items)
    return Shown(
        subject=step.public_id,
        name="agenda_item",
        label="Tagesordnungspunkt",
        text=_item_text(step.agenda_item),
        checked="agenda_item" not in step.unchecked,
        mark=mark_of(step, "agenda_item"),
        sure=False,
        reason=origin.reason if origin else "",
        first_line=origin.first_line if origin else None,
        last_line=origin.last_line if origin else None,
        form=form,
        missing=step.lacks_item,
        tie=True,
    )


def _contact(card: Card, name: str) -> bool | None:
    """Whether the contact may be public, for the first value of it; None where the town names nobody at all."""
    row, fields = card.row, {origin.field for origin in card.origins}
    if not isinstance(row, Paper) or name != next((each for each in _CONTACT if each in fields), ""):
        return None
    return row.contact_public if names_allowed(row) else None


def _lacks_hour(row: Any, name: str) -> bool:
    return isinstance(row, Meeting) and name == "start" and row.lacks_hour


def _item_text(item: AgendaItem | None) -> str:
    if item is None:
        return "noch keinem Tagesordnungspunkt zugeordnet"
    return f"TOP {item.number} „{item.title}“ – {item.meeting}"


def _heading(row: Any) -> tuple[str, str]:
    if isinstance(row, Meeting):
        return "Sitzung", reverse("desk:meeting", args=[row.public_id])
    if isinstance(row, AgendaItem):
        return f"TOP {row.number}", reverse("desk:meeting", args=[row.meeting.public_id])
    if isinstance(row, Paper):
        return f"Vorlage: {row.title}", reverse("desk:paper", args=[row.public_id])
    return f"Beratungsfolge: {_name_on(row.organization, row.date)}", reverse(
        "desk:paper", args=[row.paper.public_id]
    )


def _text(row: Any, name: str) -> str:
    value = getattr(row, name)
    if _lacks_hour(row, name):
        return f"{clock.town_time(value):%d.%m.%Y}, Uhrzeit fehlt"
    if name == "participants":
        return ", ".join(each.name_on(row.date) for each in value.all())
    if name == "planned_reports":
        return "; ".join(_report(each) for each in value.all())
    if name == "public":
        return "öffentlicher Teil" if value else "nichtöffentlicher Teil"
    if isinstance(value, Organization):
        return _name_on(value, _day(row))
    return readable(value)


def _report(report: Any) -> str:
    day = readable(report.date) if report.date else "ohne Tag"
    return f"{report.organization.name_on(report.date)}, {day}" + (
        "" if report.certain else " (voraussichtlich)"
    )


def _day(row: Any) -> Any:
    if isinstance(row, Meeting):
        return clock.town_time(row.start).date() if row.start else None
    return row.date if isinstance(row, Consultation | Paper) else None


def _name_on(organization: Organization, day: Any) -> str:
    then, today = organization.name_on(day or clock.today()), organization.name_on(clock.today())
    return then if then == today else f"{then} (heute: {today})"
