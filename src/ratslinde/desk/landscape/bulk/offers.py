"""What is to be set in all chosen offers: also languages and target groups, besides or instead of those there.

A language that is added says nothing of the others: only who says that the list is complete makes it so.
"""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.council.bodies.queries import the_body
from ratslinde.desk.controls import offer
from ratslinde.desk.landscape.bulk.forms import ADD, COMPLETE, REPLACE, UNCHANGED, ManyForm, term_boxes
from ratslinde.desk.landscape.languages import LanguagesField
from ratslinde.integration.landscape.models import (
    Access,
    Area,
    Cost,
    Groups,
    Mode,
    Offer,
    OfferStatus,
    TaxonomyKey,
)
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenLanguage
from ratslinde.kernel import clock

EVERYONE = "everyone"
_LISTS = [
    *UNCHANGED, (ADD, "die angekreuzten hinzufügen"),
    (COMPLETE, "die angekreuzten hinzufügen; damit sind es alle"),
    (REPLACE, "nur die angekreuzten, statt der bisherigen"),
]  # fmt: skip
_GROUPS = [*UNCHANGED, (EVERYONE, "es ist für alle"), *_LISTS[len(UNCHANGED) :]]
_PLAIN = ("status", "cost", "access", "mode", "area")


class OffersForm(ManyForm):
    """What is to be set in all chosen offers."""

    confirm = forms.BooleanField(label="Heute bestätigt", required=False)
    fields_how = forms.ChoiceField(
        label="Handlungsfelder", choices=_LISTS, required=False,
        help_text="Hinzufügen allein sagt nicht, dass es keine weiteren gibt.",
    )  # fmt: skip
    action_fields = term_boxes("Welche Handlungsfelder?")
    status = forms.ChoiceField(label="Stand", choices=UNCHANGED + OfferStatus.choices, required=False)
    cost = forms.ChoiceField(label="Kosten", choices=UNCHANGED + Cost.choices, required=False)
    access = forms.ChoiceField(label="Zugang", choices=UNCHANGED + Access.choices, required=False)
    mode = forms.ChoiceField(label="Art der Durchführung", choices=UNCHANGED + Mode.choices, required=False)
    area = forms.ChoiceField(label="Gilt für", choices=UNCHANGED + Area.choices, required=False)
    languages_how = forms.ChoiceField(
        label="Sprachen", choices=_LISTS, required=False,
        help_text="Hinzufügen allein sagt nicht, dass es keine weiteren gibt.",
    )  # fmt: skip
    languages = LanguagesField(label="Welche Sprachen?")
    groups_how = forms.ChoiceField(
        label="Für wen", choices=_GROUPS, required=False,
        help_text="Angebote, die für alle sind, bleiben es beim Hinzufügen. "
        "Hinzufügen allein sagt nicht, dass es keine weiteren gibt.",
    )  # fmt: skip
    groups = term_boxes("Welche Zielgruppen?")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        offer(self, "action_fields", terms_of(the_body(), TaxonomyKey.FIELDS))
        offer(self, "groups", terms_of(the_body(), TaxonomyKey.GROUPS))

    def clean(self) -> dict[str, Any]:
        """Boxes need the word what to do with them, and the other way round."""
        data = super().clean()
        self.check_boxes("action_fields", "fields_how")
        self.check_boxes("languages", "languages_how")
        self.check_boxes("groups", "groups_how", alone=("", EVERYONE))
        return data

    def changes(self, row: Offer) -> dict[str, Any]:
        """What is to stand in this offer, by field."""
        data = self.cleaned_data
        changes = {name: data[name] for name in _PLAIN if data[name]}
        if data["confirm"]:
            changes |= {"confirmed_on": clock.today(), "confirmed_by": "Integrationsmanagement"}
        return {**changes, **self._fields(row), **self._languages(row), **self._groups(row)}

    def _fields(self, row: Offer) -> dict[str, Any]:
        how, ticked = self.cleaned_data["fields_how"], list(self.cleaned_data["action_fields"])
        if not how:
            return {}
        kept = [term for term in row.fields.all() if how != REPLACE and term not in ticked]
        return {"fields": [*kept, *ticked], "fields_known": how in (COMPLETE, REPLACE) or row.fields_known}

    def _languages(self, row: Offer) -> dict[str, Any]:
        how, ticked = self.cleaned_data["languages_how"], self.cleaned_data["languages"]
        if not how:
            return {}
        stand = [GivenLanguage(each.code, each.interpreted) for each in row.languages.all()]
        kept = [each for each in stand if each.code not in ticked and (how != REPLACE or each.interpreted)]
        known = how in (COMPLETE, REPLACE) or row.languages_known
        return {
            "languages": [*(GivenLanguage(code) for code in ticked), *kept], "languages_known": known,
        }  # fmt: skip

    def _groups(self, row: Offer) -> dict[str, Any]:
        how, ticked = self.cleaned_data["groups_how"], list(self.cleaned_data["groups"])
        if how == EVERYONE:
            return {"groups_known": Groups.EVERYONE, "groups": []}
        if not how or (how != REPLACE and row.groups_known == Groups.EVERYONE):
            return {}
        kept = [term for term in row.groups.all() if how != REPLACE and term not in ticked]
        known = row.groups_known if how == ADD else Groups.LISTED
        return {"groups_known": known, "groups": [*ticked, *kept]}
