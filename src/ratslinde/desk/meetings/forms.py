"""What is entered about meetings and their agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council.bodies.models import Body
from ratslinde.council.bodies.queries import bodies_to_meet
from ratslinde.council.meetings.models import AgendaItem, Meeting
from ratslinde.council.papers.models import Paper
from ratslinde.desk.controls import choice
from ratslinde.desk.forms import RowForm


class MeetingForm(RowForm):
    """A meeting without its agenda."""

    model = Meeting
    groups = (
        ("Sitzung", ("organization", "number", "start", "end", "location", "state", "joint_with")),
        ("Bekanntmachung", ("hints", "issuer", "issuer_role", "issued_at", "issued_on")),
        ("Absage", ("cancelled", "cancelled_reason")),
    )
    many = ("joint_with",)
    one_line = ("issuer", "cancelled_reason")
    hints: ClassVar[Mapping[str, str]] = {
        "number": "Die wievielte Sitzung der Wahlperiode; darf leer bleiben.",
        "joint_with": "Nur bei einer gemeinsamen Sitzung mehrerer Gremien.",
        "hints": "Steht über der Tagesordnung, zum Beispiel eine Einladung an alle.",
        "issued_on": "Erst mit diesem Datum entsteht die Bekanntmachung als PDF.",
    }

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("organization", bodies_to_meet(body))
        own = self.row.organization_id if isinstance(self.row, Meeting) else 0
        self.choose("joint_with", bodies_to_meet(body).exclude(pk=own))
        self.choose("location", body.locations.all(), empty="– steht noch nicht fest –")


class ItemForm(RowForm):
    """An item with its result."""

    model = AgendaItem
    groups = (
        ("Tagesordnungspunkt", ("number", "title", "public", "public_title")),
        ("Ergebnis", ("result", "votes_yes", "votes_no", "votes_abstain", "vote_result", "decision_text")),
        ("Absetzung", ("removed", "removed_reason")),
    )
    one_line = ("title", "public_title", "removed_reason", "result", "vote_result")
    hints: ClassVar[Mapping[str, str]] = {
        "public_title": "Nur für nichtöffentliche Punkte: So wird angekündigt. Ohne ihn bleibt der Punkt ganz intern.",
        "result": "Zum Beispiel: beschlossen, zur Kenntnis genommen, vertagt.",
        "vote_result": "Leer lassen, dann folgt es aus den Stimmen.",
        "removed": "Bleibt in der Bekanntmachung stehen und heißt dort „abgesetzt“.",
    }


class NewItemForm(forms.Form):
    """An item is added with its title; the rest follows when it is edited."""

    title = forms.CharField(label="Titel", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    public = forms.BooleanField(label="Öffentlich", required=False, initial=True)
    public_title = forms.CharField(
        label="Neutraler Titel für die Öffentlichkeit",
        max_length=500,
        required=False,
        help_text="Nur für einen nichtöffentlichen Punkt.",
    )


class PutOnForm(forms.Form):
    """A paper that waits, and the item it belongs to."""

    paper = forms.ChoiceField(label="Vorlage")
    item = forms.ChoiceField(label="Tagesordnungspunkt", required=False)

    def __init__(
        self, data: Any = None, *, papers: list[Paper], items: list[AgendaItem], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.papers = {paper.public_id: paper for paper in papers}
        self.items = {item.public_id: item for item in items}
        choice(self, "paper").choices = [(key, str(paper)[:140]) for key, paper in self.papers.items()]
        labels = [(key, str(item)[:140]) for key, item in self.items.items()]
        choice(self, "item").choices = [("", "als neuer Punkt"), *labels]

    def chosen(self) -> tuple[Paper, AgendaItem | None]:
        """The paper and the item, None for a new one; call it when the form is valid."""
        return self.papers[self.cleaned_data["paper"]], self.items.get(self.cleaned_data["item"])
