"""The form of the first page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratslinde.site.first_run.founding import Founding

_LINES = forms.Textarea(attrs={"rows": 4})


class FoundingForm(forms.Form):
    """The town and who administers the system."""

    name = forms.CharField(
        label=_("Name der Kommune"), max_length=200, help_text=_("zum Beispiel: Stadt Lindenhagen")
    )
    official_key = forms.RegexField(
        r"^([0-9]{5}|[0-9]{8})$",
        label=_("Amtlicher Gemeindeschlüssel"),
        required=False,
        help_text=_("8 Ziffern; bei Kreisen 5"),
        error_messages={"invalid": _("Der amtliche Gemeindeschlüssel hat 5 oder 8 Ziffern.")},
    )
    bodies = forms.CharField(
        label=_("Gremien"), required=False, widget=_LINES, help_text=_("je Zeile eines; später änderbar")
    )
    departments = forms.CharField(
        label=_("Fachbereiche oder Ämter"),
        required=False,
        widget=_LINES,
        help_text=_("je Zeile eines; später änderbar"),
    )
    administrator = forms.CharField(label=_("Ihr Name"), max_length=200)
    email = forms.EmailField(label=_("Ihre E-Mail-Adresse"), max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["administrator"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def wish(self) -> Founding:
        """What was filled in; the form must be valid."""
        data = self.cleaned_data
        return Founding(
            name=data["name"],
            official_key=data["official_key"],
            bodies=tuple(data["bodies"].splitlines()),
            departments=tuple(data["departments"].splitlines()),
            administrator=data["administrator"],
            email=data["email"],
        )
