"""What is entered about an offer. "Nicht bekannt" is a choice of its own in every list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.desk.landscape.offers import languages as language_boxes
from ratslinde.desk.landscape.saving import TextForm
from ratslinde.integration.landscape.models import Actor, Offer, TaxonomyKey
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenLanguage

UNKNOWN = "– nicht bekannt –"
_CHOICES = ("groups_known", "cost", "ages", "access", "mode", "area", "funding")


class OfferForm(TextForm):
    """An offer: what a resident needs first, then what planning needs."""

    model = Offer
    groups = (
        ("Worum geht es?", ("name", "description", "fields", "form")),
        ("Für wen?", ("groups_known", "groups", "ages", "age_from", "age_to", "eligibility")),
        (
            "Wie kommt man hinein?",
            ("cost", "cost_amount", "cost_note", "access", "access_note", "mode", "area"),
        ),
        ("Kontakt", ("website", "email", "phone", "contact")),
        ("Stand", ("status", "alert", "valid_from", "valid_until")),
        ("Für die Planung", ("funding", "funding_until", "volunteers_only", "barriers")),
        ("Plätze", ("capacity", "available", "waiting", "capacity_on")),
        ("Nur für den Schreibtisch", ("note",)),
    )
    many = ("fields", "groups", "barriers")
    hints: ClassVar[Mapping[str, str]] = {
        "description": "Ein bis drei Sätze, die jeder versteht. Ohne sie kann nichts öffentlich werden.",
        "groups": "Nur ausfüllen bei „bestimmte Zielgruppen“.",
        "alert": "Steht öffentlich ganz oben, zum Beispiel: Im Dezember nur dienstags.",
        "contact": "Ansprechpersonen werden beim Akteur angelegt.",
        "capacity": "Leer heißt: nicht bekannt. 0 heißt: keine.",
        "funding_until": "Steuert nur die Planung und wird nicht veröffentlicht.",
    }
    one_line = ("name", "website", "alert")

    languages = forms.MultipleChoiceField(
        label="Sprachen, in denen es stattfindet",
        choices=language_boxes.choices,
        required=False,
        widget=language_boxes.LanguageBoxes,
        help_text="Nichts angekreuzt heißt: nicht bekannt.",
    )
    interpreted = forms.MultipleChoiceField(
        label="Sprachen, in die gedolmetscht wird",
        choices=language_boxes.choices,
        required=False,
        widget=language_boxes.LanguageBoxes,
    )

    def __init__(self, data: Any = None, *, actor: Actor, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        body = actor.body
        self.choose("form", terms_of(body, TaxonomyKey.FORMS), empty=UNKNOWN)
        for name, key in (
            ("fields", TaxonomyKey.FIELDS), ("groups", TaxonomyKey.GROUPS), ("barriers", TaxonomyKey.BARRIERS),
        ):  # fmt: skip
            self.choose(name, terms_of(body, key))
        self.choose("contact", actor.contacts.all(), empty="– niemand –")
        for name in _CHOICES:
            field = self.fields[name]
            field.choices = [("", UNKNOWN), *[each for each in field.choices if each[0]]]  # type: ignore[attr-defined]
            field.required = False
        self._spoken = self._languages(interpreted=False)
        self._interpreted = self._languages(interpreted=True)
        self.initial.setdefault("languages", self._spoken)
        self.initial.setdefault("interpreted", self._interpreted)

    def _languages(self, *, interpreted: bool) -> list[str]:
        if not isinstance(self.row, Offer):
            return []
        return [each.code for each in self.row.languages.all() if each.interpreted == interpreted]

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The languages stand after the group of people."""
        first, second, *rest = super().sections()
        return [first, second, ("In welchen Sprachen?", [self["languages"], self["interpreted"]]), *rest]

    def languages_given(self) -> list[GivenLanguage] | None:
        """The languages as they were entered, or None when they are those that the row has."""
        spoken, other = self.cleaned_data["languages"], self.cleaned_data["interpreted"]
        if sorted(spoken) == sorted(self._spoken) and sorted(other) == sorted(self._interpreted):
            return None
        return [GivenLanguage(code) for code in spoken] + [
            GivenLanguage(code, interpreted=True) for code in other
        ]
