"""What is entered about bodies, names, places and memberships."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council.bodies.models import Body, Location, Membership, Organization, OrganizationType, Person
from ratslinde.desk.controls import offer
from ratslinde.desk.forms import RowForm


class OrganizationForm(RowForm):
    """A body without its names."""

    model = Organization
    groups = (
        ("Gremium oder Stelle", ("organization_type", "classification", "parent", "statutory_size")),
        ("Bestand und Aufgaben", ("start", "end", "description")),
    )
    hints: ClassVar[Mapping[str, str]] = {
        "classification": "Zum Beispiel: Pflichtausschuss, Beirat, Arbeitsgruppe.",
        "parent": "Für eine Arbeitsgruppe: das Gremium, zu dem sie gehört.",
    }

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("parent", body.organizations.order_by("pk"), empty="– zu keinem –")


class NewOrganizationForm(OrganizationForm):
    """A new body with its first name."""

    name = forms.CharField(label="Name", max_length=200)
    short_name = forms.CharField(label="Kurzname", max_length=40, required=False)

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The name stands first."""
        return [("Name", [self["name"], self["short_name"]]), *super().sections()]

    def entered(self) -> dict[str, Any]:
        """The fields of the row and its first name."""
        named = {name: self.cleaned_data[name] for name in ("name", "short_name")}
        return {**super().entered(), **named}


class RenameForm(forms.Form):
    """A new name from a day on."""

    name = forms.CharField(label="Neuer Name", max_length=200)
    short_name = forms.CharField(label="Kurzname", max_length=40, required=False)
    start = forms.DateField(
        label="Gültig ab",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Alles davor behält den alten Namen.",
    )


class MembershipForm(RowForm):
    """Somebody's place in a body: role, list, whom they stand in for, from when to when."""

    model = Membership
    groups = (("Mitgliedschaft", ("role", "voting_right", "on_behalf_of", "deputy_for", "start", "end")),)
    hints: ClassVar[Mapping[str, str]] = {
        "role": "Mitglied, Vorsitz, stellvertretender Vorsitz, sachkundige Einwohnerin, beratendes Mitglied …",
        "on_behalf_of": "Die Liste, Fraktion oder Stelle, für die jemand im Gremium sitzt.",
        "deputy_for": "Nur für persönliche Stellvertretungen.",
    }

    def __init__(self, data: Any = None, *, organization: Organization, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        senders = (OrganizationType.FACTION, OrganizationType.EXTERNAL)
        rows = organization.body.organizations.filter(organization_type__in=senders).order_by("pk")
        self.choose("on_behalf_of", rows)
        others = organization.memberships.select_related("person").order_by("person__family_name")
        self.choose(
            "deputy_for", others.exclude(pk=self.row.pk) if self.row else others, empty="– niemanden –"
        )


class NewMembershipForm(MembershipForm):
    """A membership with the person who gets it."""

    person = forms.ModelChoiceField(
        label="Person", queryset=Person.objects.none(), empty_label="– bitte wählen –"
    )

    def __init__(self, data: Any = None, *, organization: Organization, **kwargs: Any) -> None:
        super().__init__(data, organization=organization, **kwargs)
        people = organization.body.people.order_by("family_name", "given_name")
        offer(self, "person", people)

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The person stands first."""
        return [("Wer", [self["person"]]), *super().sections()]


class LocationForm(RowForm):
    """A place."""

    model = Location
    groups = (("Ort", ("description", "room", "street_address", "postal_code", "locality", "access")),)
    hints: ClassVar[Mapping[str, str]] = {
        "access": "Zum Beispiel: stufenlos über den Hof, Aufzug, Induktionsschleife."
    }
    one_line = ("access",)
