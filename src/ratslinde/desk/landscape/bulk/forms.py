"""What is to be set in all chosen rows; what is left alone stays."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.desk.landscape.bulk.activities import ended, entered
from ratslinde.integration.landscape.models import ActivityRole, Actor, Extent, TaxonomyKey, Term
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenActivity
from ratslinde.kernel import clock

UNCHANGED = [("", "– nicht ändern –")]
ADD, COMPLETE, REPLACE, END = "add", "complete", "replace", "end"
_ACTIVITIES = [
    *UNCHANGED, (ADD, "die angekreuzten eintragen"), (COMPLETE, "die angekreuzten eintragen; damit sind es alle"),
    (END, "die angekreuzten zum heutigen Tag beenden"),
]  # fmt: skip


def term_boxes(label: str) -> forms.ModelMultipleChoiceField[Term]:
    """Boxes for some terms of one of the town's lists; the form says of which."""
    return forms.ModelMultipleChoiceField(
        queryset=Term.objects.none(), label=label, required=False, widget=forms.CheckboxSelectMultiple
    )


class ManyForm(forms.Form):
    """One choice for many rows."""

    def clean(self) -> dict[str, Any]:
        """At least one thing is to change."""
        data = super().clean() or {}
        if not any(data.values()) and not self.errors:
            raise forms.ValidationError("Bitte wählen, was sich ändern soll.")
        return data

    def changes(self, row: Any) -> dict[str, Any]:
        """What is to stand in this row, by field."""
        raise NotImplementedError

    def check_boxes(self, boxes: str, how: str, *, alone: Collection[str] = ("",)) -> None:
        """Boxes need the word what to do with them, and the other way round; `alone`: words that need no boxes."""
        ticked, asked = bool(self.cleaned_data.get(boxes)), self.cleaned_data.get(how, "")
        if ticked and asked in alone:
            self.add_error(how, "Bitte wählen, was mit den angekreuzten geschehen soll.")
        if not ticked and asked not in alone:
            self.add_error(boxes, "Bitte mindestens eine ankreuzen.")


class ActorsForm(ManyForm):
    """What is to be set in all chosen actors."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    asked = forms.BooleanField(label="Heute gefragt", required=False)
    kind = forms.ModelChoiceField(
        label="Art", queryset=Term.objects.none(), required=False, empty_label="– nicht ändern –"
    )
    activities_how = forms.ChoiceField(
        label="Tätigkeiten", choices=_ACTIVITIES, required=False,
        help_text="Eintragen allein sagt nicht, dass es keine weiteren gibt. Beenden lässt stehen, was war.",
    )  # fmt: skip
    activity_fields = term_boxes("In welchen Handlungsfeldern?")
    activity_role = forms.ChoiceField(
        label="Was tun sie dort?", choices=[("", "– bitte wählen –"), *ActivityRole.choices], required=False,
        help_text="Beim Beenden: leer heißt, gleich in welcher Rolle.",
    )  # fmt: skip
    activity_source = forms.CharField(
        label="Woher wissen Sie das?", max_length=200, required=False,
        help_text="Zum Beispiel: Netzwerktreffen am 3. März.",
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "kind", terms_of(the_body(), TaxonomyKey.ACTOR_KINDS))
        offer(self, "activity_fields", terms_of(the_body(), TaxonomyKey.FIELDS).select_related("taxonomy"))

    def clean(self) -> dict[str, Any]:
        """Fields of action need the word what to do with them, and what is entered needs a role."""
        data = super().clean()
        self.check_boxes("activity_fields", "activities_how")
        how = data.get("activities_how", "")
        if how in (ADD, COMPLETE) and not data.get("activity_role"):
            self.add_error("activity_role", "Bitte wählen, was die Akteure dort tun.")
        if not how and (data.get("activity_role") or data.get("activity_source")):
            self.add_error("activities_how", "Bitte wählen, was mit den Tätigkeiten geschehen soll.")
        return data

    def changes(self, row: Actor) -> dict[str, Any]:
        """What is to stand in this actor, by field."""
        return {**self._plain_changes(), **self._activities(row)}

    def _activities(self, row: Actor) -> dict[str, Any]:
        data = self.cleaned_data
        if not data["activities_how"]:
            return {}
        stands = [GivenActivity.of(each) for each in row.activities.all()]
        fields, role, today = list(data["activity_fields"]), data["activity_role"], clock.today()
        if data["activities_how"] == END:
            return {"activities": ended(stands, fields=fields, role=role, on=today)}
        found = entered(stands, fields=fields, role=role, source=data["activity_source"], on=today)
        whole = {"fields_known": Extent.ALL} if data["activities_how"] == COMPLETE else {}
        return {"activities": found, **whole}

    def _plain_changes(self) -> dict[str, Any]:
        data, today = self.cleaned_data, clock.today()
        changes: dict[str, Any] = {"kind": data["kind"]} if data["kind"] else {}
        if data["confirm"]:
            changes |= {"confirmed_on": today, "confirmed_by": "Integrationsmanagement", "asked_on": today}
        return changes | ({"asked_on": today} if data["asked"] else {})
