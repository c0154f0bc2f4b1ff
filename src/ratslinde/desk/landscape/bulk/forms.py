"""What is to be set in all chosen rows; what is left alone stays."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.integration.landscape.models import (
    Access,
    Actor,
    Cost,
    Mode,
    Offer,
    OfferStatus,
    TaxonomyKey,
    Term,
)
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


class OffersForm(ManyForm):
    """What is to be set in all chosen offers."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    add_field = forms.ModelChoiceField(
        label="Handlungsfeld hinzufügen",
        queryset=Term.objects.none(),
        required=False,
        empty_label="– nicht ändern –",
    )
    status = forms.ChoiceField(label="Stand", choices=UNCHANGED + OfferStatus.choices, required=False)
    cost = forms.ChoiceField(label="Kosten", choices=UNCHANGED + Cost.choices, required=False)
    access = forms.ChoiceField(label="Zugang", choices=UNCHANGED + Access.choices, required=False)
    mode = forms.ChoiceField(label="Art der Durchführung", choices=UNCHANGED + Mode.choices, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "add_field", terms_of(the_body(), TaxonomyKey.FIELDS))

    def changes(self, row: Offer) -> dict[str, Any]:
        """What is to stand in this offer, by field."""
        data = self.cleaned_data
        changes = {name: data[name] for name in ("status", "cost", "access", "mode") if data[name]}
        if data["confirm"]:
            changes |= {"confirmed_on": clock.today(), "confirmed_by": "Integrationsmanagement"}
        if data["add_field"]:
            changes["fields"] = [
                *(term for term in row.fields.all() if term != data["add_field"]),
                data["add_field"],
            ]
        return changes


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
