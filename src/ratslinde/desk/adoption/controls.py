"""The one-field forms with which a value that was read is put right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.http import QueryDict

from ratslinde.council.adoption.tying import fitting
from ratslinde.council.bodies.models import Body, Location, Organization, OrganizationType
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Consultation, Paper
from ratslinde.desk.controls import choice, control
from ratslinde.verbs.rows import DeskRow

ELSEWHERE = ("participants", "planned_reports")
"""Lists: they are changed on the paper's page and only accepted here."""
NO_ITEM = "keiner"


class ValueForm(forms.Form):
    """One value of a row, prefixed by row and field so that many stand on one page."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, row: DeskRow, name: str, label: str, **kwargs: Any) -> None:
        initial = {"value": getattr(row, name), "revision": row.revision}
        super().__init__(data, prefix=f"{row.public_id}-{name}", initial=initial, **kwargs)
        self.fields["value"] = field = _field(row, name)
        field.label = label
        if isinstance(row, Meeting) and name == "start" and row.lacks_hour:
            field.required = True


class TieForm(forms.Form):
    """The agenda item of a step of a paper's way, or none. Where somebody has to choose, nothing is chosen before."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    value = forms.ChoiceField(
        label="Tagesordnungspunkt", error_messages={"required": "Bitte einen Punkt wählen, oder „Kein …“."}
    )

    def __init__(
        self, data: Any = None, *, row: Consultation, items: list[AgendaItem], **kwargs: Any
    ) -> None:
        initial = {"value": _chosen(row), "revision": row.revision}
        super().__init__(data, prefix=f"{row.public_id}-agenda_item", initial=initial, **kwargs)
        own = [item for item in items if item.meeting.organization_id == row.organization_id]
        self.items = {item.public_id: item for item in own}
        choice(self, "value").choices = [
            *([("", "Bitte wählen")] if row.lacks_item else []),
            *_fitting(row, own),
            (NO_ITEM, "Kein Tagesordnungspunkt (nur geplant)"),
            *_by_meeting(own),
        ]

    def chosen(self) -> AgendaItem | None:
        """The item that was chosen; call it when the form is valid."""
        return self.items.get(self.cleaned_data["value"])


def _chosen(row: Consultation) -> str:
    if row.agenda_item:
        return row.agenda_item.public_id
    return "" if row.lacks_item else NO_ITEM


def _fitting(row: Consultation, items: list[AgendaItem]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The items that have the paper's title on the step's day, first of all, where somebody has to choose."""
    if not row.lacks_item or row.date is None:
        return []
    return [(f"Gleicher Titel, {row.date:%d.%m.%Y}", [_offer(item) for item in fitting(row, items)])]


def _by_meeting(items: list[AgendaItem]) -> list[tuple[str, list[tuple[str, str]]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for item in items:
        found.setdefault(str(item.meeting), []).append(_offer(item))
    return list(found.items())


def _offer(item: AgendaItem) -> tuple[str, str]:
    return item.public_id, f"TOP {item.number} {item.title}"[:120]


def _field(row: DeskRow, name: str) -> forms.Field:
    model = Location if isinstance(row, Meeting) and name == "room" else type(row)
    field: forms.Field = fields_for_model(model, fields=[name], formfield_callback=control)[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = _offered(row, name)
        field.empty_label = None if field.required else "– nichts –"
    return field


def _offered(row: DeskRow, name: str) -> Any:
    body = _body(row)
    if name == "location":
        return body.locations.order_by("description")
    kind = OrganizationType.DEPARTMENT if name == "lead" else OrganizationType.COUNCIL_BODY
    return (
        Organization.objects.filter(body=body, organization_type=kind)
        .prefetch_related("names")
        .order_by("pk")
    )


def _body(row: DeskRow) -> Body:
    if isinstance(row, Consultation):
        return row.paper.body
    if isinstance(row, Meeting | Paper):
        return row.body
    raise TypeError(f"nothing is chosen for a {type(row).__name__}")


def send_again(form: forms.Form, *, revision: int) -> None:
    """The typing stays in the form; sent once more, it knowingly replaces what stands now."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data[form.add_prefix("revision")] = str(revision)
    form.data = data
