"""What somebody with a mailed link may change: plain words, and nothing that planning alone needs."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.integration.landscape.models import Access, Actor, Cost, Offer, OfferStatus
from ratslinde.kernel.languages import is_known

UNKNOWN = [("", "weiß ich nicht")]


class _EntryForm(forms.Form):
    """Base: says what differs from the row."""

    remark = forms.CharField(
        label="Was stimmt sonst nicht mehr? Zum Beispiel Orte und Zeiten",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, row: Actor | Offer, prefix: str) -> None:
        self.row = row
        initial = {name: getattr(row, name) for name in self.base_fields if name != "remark"}
        super().__init__(data, initial=initial, prefix=prefix)

    def changes(self) -> dict[str, Any]:
        """The fields that differ from what stands there, and the remark when there is one."""
        found = {}
        for name, value in self.cleaned_data.items():
            before = "" if name == "remark" else getattr(self.row, name)
            after = value.replace("\r\n", "\n") if isinstance(value, str) else value
            if (before if before is not None else "") != (after if after is not None else ""):
                found[name] = after
        return found


class ActorEntryForm(_EntryForm):
    """The actor itself."""

    name = forms.CharField(label="Name", max_length=200)
    description = forms.CharField(
        label="Was Sie tun, in ein bis drei Sätzen",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    website = forms.URLField(label="Internetseite", required=False, assume_scheme="https")
    email = forms.EmailField(label="E-Mail der Stelle", required=False)
    phone = forms.CharField(label="Telefon", required=False, max_length=60)
    languages = forms.CharField(
        label="Sprachen, die bei Ihnen gesprochen werden",
        required=False,
        max_length=300,
        help_text="Kürzel mit Leerzeichen, zum Beispiel: de ar tr",
    )
    field_order = ("name", "description", "phone", "email", "website", "languages", "remark")

    def clean_languages(self) -> str | None:
        """The codes with single blanks; None when nothing is known."""
        codes = self.cleaned_data["languages"].replace(",", " ").lower().split()
        for code in codes:
            if not is_known(code):
                raise forms.ValidationError(f"„{code}“ ist kein Kürzel einer Sprache.")
        return " ".join(codes) or None


class OfferEntryForm(_EntryForm):
    """One offer."""

    name = forms.CharField(label="Name des Angebots", max_length=200)
    status = forms.ChoiceField(label="Gibt es das Angebot noch?", choices=OfferStatus.choices)
    description = forms.CharField(
        label="Worum es geht, in ein bis drei Sätzen",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    cost = forms.ChoiceField(label="Kosten", choices=UNKNOWN + Cost.choices, required=False)
    access = forms.ChoiceField(
        label="Wie kommt man hinein?", choices=UNKNOWN + Access.choices, required=False
    )
    access_note = forms.CharField(
        label="So meldet man sich an",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    alert = forms.CharField(label="Aktueller Hinweis, zum Beispiel Ferien", required=False, max_length=300)
    available = forms.IntegerField(
        label="Freie Plätze zurzeit", required=False, min_value=0, max_value=100_000
    )
    field_order = (
        "status",
        "name",
        "description",
        "cost",
        "access",
        "access_note",
        "available",
        "alert",
        "remark",
    )
