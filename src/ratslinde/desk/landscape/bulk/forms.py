"""What is to be set in all chosen rows; what is left alone stays."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.integration.landscape.models import Actor, TaxonomyKey, Term
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.kernel import clock

UNCHANGED = [("", "– nicht ändern –")]


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


class ActorsForm(ManyForm):
    """What is to be set in all chosen actors."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    asked = forms.BooleanField(label="Heute gefragt", required=False)
    kind = forms.ModelChoiceField(
        label="Art", queryset=Term.objects.none(), required=False, empty_label="– nicht ändern –"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "kind", terms_of(the_body(), TaxonomyKey.ACTOR_KINDS))

    def changes(self, row: Actor) -> dict[str, Any]:  # noqa: ARG002 - the same for every actor
        """What is to stand in this actor, by field."""
        data, today = self.cleaned_data, clock.today()
        changes: dict[str, Any] = {"kind": data["kind"]} if data["kind"] else {}
        if data["confirm"]:
            changes |= {"confirmed_on": today, "confirmed_by": "Integrationsmanagement", "asked_on": today}
        return changes | ({"asked_on": today} if data["asked"] else {})
