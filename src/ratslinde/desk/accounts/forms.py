"""The forms of the administration of accounts."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.accounts.models import Role, User
from ratslinde.desk.accounts.conditions import Held
from ratslinde.desk.accounts.queries import department_choices
from ratslinde.desk.controls import field_of

PEOPLE = [(role.value, role.label) for role in Role if role != Role.SYSTEM]
"""The roles that a person can hold."""


class RolesForm(forms.Form):
    """What somebody does here."""

    roles = forms.MultipleChoiceField(label="Aufgaben", choices=PEOPLE, widget=forms.CheckboxSelectMultiple)
    departments = forms.MultipleChoiceField(
        label="Fachbereiche",
        help_text="Nur für die Aufgabe „Fachbereich“: Vorlagen welcher Fachbereiche?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = department_choices()
        field_of(self, "departments", forms.MultipleChoiceField).choices = choices
        if not choices:
            del self.fields["departments"]

    def held(self) -> list[Held]:
        """The roles that were ticked; the role department once for each of its departments."""
        chosen = [Held(role=role) for role in self.cleaned_data["roles"] if role != Role.DEPARTMENT]
        if Role.DEPARTMENT not in self.cleaned_data["roles"]:
            return chosen
        departments = self.cleaned_data.get("departments") or [""]
        return [*chosen, *(Held(role=Role.DEPARTMENT, organization=each) for each in departments)]

    @staticmethod
    def of(user: User) -> dict[str, list[str]]:
        """What the form shows for an account."""
        grants = list(user.grants.all())
        return {
            "roles": sorted({grant.role for grant in grants}),
            "departments": [grant.organization for grant in grants if grant.organization],
        }


class PersonForm(forms.Form):
    """Who somebody is."""

    name = forms.CharField(
        label="Name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    email = forms.EmailField(
        label="E-Mail-Adresse", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )


class InvitationForm(PersonForm, RolesForm):
    """Who somebody is and what they do here."""

    field_order = ("name", "email", "roles", "departments")


class ReasonForm(forms.Form):
    """Why a second factor is reset."""

    reason = forms.CharField(
        label="Grund",
        help_text="Zum Beispiel: Diensthandy verloren, am Telefon an der Stimme erkannt. Er wird festgehalten.",
        max_length=300,
    )
