"""What is entered about an offer. "Nicht bekannt" is a choice of its own in every list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.desk.controls import choice
from ratslinde.desk.landscape.languages import LanguagesField
from ratslinde.desk.landscape.saving import TextForm
from ratslinde.integration.landscape.models import Actor, Ages, Cost, Funding, Groups, Offer, TaxonomyKey
from ratslinde.integration.landscape.queries.vocabulary import terms_of
from ratslinde.integration.landscape.values import GivenLanguage

UNKNOWN = "– nicht bekannt –"
CONTACT, STANDING = "Eigener Kontakt", "Pause, Ende oder aktueller Hinweis"
PLACES, PLANNING, NOTE = "Plätze", "Für die Planung", "Nur für den Schreibtisch"
INTERPRETED, AGES = "Wird gedolmetscht?", "Alter und Voraussetzungen"
_CHOICES = ("groups_known", "cost", "ages", "access", "mode", "area", "funding")
_SHORT = ("access_note", "eligibility")
_IMPLIED = (
    ("groups", "groups_known", Groups.LISTED), ("age_from", "ages", Ages.RANGE), ("age_to", "ages", Ages.RANGE),
    ("cost_amount", "cost", Cost.PAID), ("funding_until", "funding", Funding.LIMITED),
)  # fmt: skip
"""Who enters the first has answered the second as well: (field, question, answer)."""
LISTS: Mapping[str, str] = {"fields": "Handlungsfelder", "languages": "Sprachen", "groups": "Zielgruppen"}
"""Lists that somebody may have begun only: each has a tick of its own that says it is whole."""


class OfferForm(TextForm):
    """An offer: what a resident needs first, then what planning needs."""

    model = Offer
    groups = (
        ("Worum geht es?", ("name", "description", "fields", "form")),
        ("Vor Ort oder online?", ("mode", "area")),
        ("Für wen?", ("groups_known", "groups")),
        (AGES, ("ages", "age_from", "age_to", "eligibility")),
        ("Kosten und Anmeldung", ("cost", "cost_amount", "cost_note", "access", "access_note")),
        (CONTACT, ("phone", "email", "website", "contact")),
        (STANDING, ("status", "alert", "valid_from", "valid_until")),
        (PLACES, ("capacity", "available", "waiting", "capacity_on")),
        (PLANNING, ("funding", "funding_until", "volunteers_only", "barriers")),
        (NOTE, ("note",)),
    )
    folded: ClassVar[Mapping[str, str]] = {
        INTERPRETED: "Nur wenn jemand übersetzt",
        AGES: "Nur wenn es nicht für jedes Alter offen ist",
        CONTACT: "Nur wenn er anders ist als beim Anbieter",
        STANDING: "Läuft zurzeit, ohne Enddatum und ohne Hinweis",
        PLACES: "Wie viele es gibt, wie viele frei sind",
        PLANNING: "Finanzierung, Ehrenamt, Hürden",
        NOTE: "Wird nie veröffentlicht",
    }
    many = ("fields", "groups", "barriers")
    hints: ClassVar[Mapping[str, str]] = {
        "name": "So, wie es auf dem Aushang steht. Zum Beispiel: Sprachcafé am Dienstag.",
        "description": "Ein bis drei Sätze, die jeder versteht. Ohne sie kann nichts öffentlich werden.",
        "fields": "Meist genügt eines.",
        "form": "Zum Beispiel Kurs, Beratung oder Treff.",
        "mode": "„Aufsuchend“ heißt: Sie kommen zu den Menschen, zum Beispiel nach Hause.",
        "area": "Aus welchem Teil der Kommune darf man kommen?",
        "groups": "Wenn es nicht für alle ist.",
        "age_from": "Zum Beispiel 6. Nur wenn es nicht für jedes Alter ist.",
        "eligibility": "Was man mitbringen oder nachweisen muss, zum Beispiel: Wohnsitz in der Stadt.",
        "cost_amount": "Zum Beispiel 12,50. Nur wenn es etwas kostet.",
        "cost_note": "Zum Beispiel: im Monat, mit Ermäßigung.",
        "access_note": "Zum Beispiel: Anruf genügt, Name und Telefonnummer angeben.",
        "alert": "Steht öffentlich ganz oben, zum Beispiel: Im Dezember nur dienstags.",
        "contact": "Ansprechpersonen werden beim Akteur angelegt.",
        "capacity": "Leer heißt: nicht bekannt. 0 heißt: keine.",
        "funding_until": "Steuert nur die Planung und wird nicht veröffentlicht.",
        "barriers": "Was Menschen abhalten kann zu kommen.",
    }
    one_line = ("name", "website", "alert")

    languages = LanguagesField(
        label="Sprachen, in denen es stattfindet", help_text="Nichts angekreuzt heißt: nicht bekannt."
    )
    interpreted = LanguagesField(label="Sprachen, in die gedolmetscht wird")

    def __init__(self, data: Any = None, *, actor: Actor, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        body = actor.body
        self.choose("form", terms_of(body, TaxonomyKey.FORMS), empty=UNKNOWN)
        for name, key in (
            ("fields", TaxonomyKey.FIELDS), ("groups", TaxonomyKey.GROUPS), ("barriers", TaxonomyKey.BARRIERS),
        ):  # fmt: skip
            self.choose(name, terms_of(body, key))
        self.choose("contact", actor.contacts.all(), empty="– niemand –")
        self.fields["cost_amount"] = forms.DecimalField(
            label=self.fields["cost_amount"].label, help_text=self.fields["cost_amount"].help_text, required=False,
            min_value=0, max_digits=8, decimal_places=2, localize=True,
            widget=forms.TextInput({"inputmode": "decimal"}),
        )  # fmt: skip
        for name in _SHORT:
            self.fields[name].widget.attrs["rows"] = 2
        for name in _CHOICES:
            field = choice(self, name)
            field.choices = [("", UNKNOWN), *[each for each in field.widget.choices if each[0]]]
            field.required = False
        self._spoken = self._languages(interpreted=False)
        self._interpreted = self._languages(interpreted=True)
        self.initial.setdefault("languages", self._spoken)
        self.initial.setdefault("interpreted", self._interpreted)
        self._ask_whether_whole()

    def _ask_whether_whole(self) -> None:
        """A tick for each list; of one that is empty it says nothing, and stands there for what is entered next."""
        for name, words in LISTS.items():
            self.fields[f"{name}_all"] = forms.BooleanField(
                label=f"Das sind alle {words}", required=False,
                help_text="Nicht sicher? Dann den Haken wegnehmen: Was fehlt, gilt als nicht bekannt, nie als „nein“.",
            )  # fmt: skip
            self.initial.setdefault(f"{name}_all", self._stands_whole(name))
        if self.initial.get("groups") and not self.initial.get("groups_known"):
            self.initial["groups_known"] = (
                Groups.LISTED
            )  # some are named: the tick says that there may be more

    def _stands_whole(self, name: str) -> bool:
        if not isinstance(self.row, Offer) or not getattr(self.row, name).exists():
            return True
        return bool(getattr(self.row, f"{name}_known"))

    def _languages(self, *, interpreted: bool) -> list[str]:
        if not isinstance(self.row, Offer):
            return []
        return [each.code for each in self.row.languages.all() if each.interpreted == interpreted]

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What it is and where stand first, then the languages."""
        first, second, *rest = [(legend, self._with_tick(fields)) for legend, fields in super().sections()]
        spoken = ("In welchen Sprachen?", self._with_tick([self["languages"]]))
        return [first, second, spoken, (INTERPRETED, [self["interpreted"]]), *rest]

    def _with_tick(self, fields: list[forms.BoundField]) -> list[forms.BoundField]:
        """Below each list whether it is whole."""
        with_ticks = [[each, self[f"{each.name}_all"]] if each.name in LISTS else [each] for each in fields]
        return [each for some in with_ticks for each in some]

    def clean(self) -> dict[str, Any]:
        """A question that was left open is answered by what was entered below it."""
        cleaned = super().clean()
        for name, question, answer in _IMPLIED:
            if name in self.changed_data and cleaned.get(name) and cleaned.get(question) == "":
                cleaned[question] = answer
        if cleaned.get("groups") and cleaned.get("groups_known") == Groups.LISTED:
            cleaned["groups_known"] = Groups.LISTED if cleaned.get("groups_all") else ""
        return cleaned

    def whole(self) -> dict[str, bool]:
        """Whether the lists of fields and languages that were entered are whole; an empty one is not."""
        listed = {
            "fields": bool(self.cleaned_data["fields"]),
            "languages": bool(self.cleaned_data["languages"] or self.cleaned_data["interpreted"]),
        }
        return {f"{name}_known": there and self.cleaned_data[f"{name}_all"] for name, there in listed.items()}

    def languages_given(self) -> list[GivenLanguage] | None:
        """The languages as they were entered, or None when they are those that the row has."""
        spoken, other = self.cleaned_data["languages"], self.cleaned_data["interpreted"]
        if sorted(spoken) == sorted(self._spoken) and sorted(other) == sorted(self._interpreted):
            return None
        return [GivenLanguage(code) for code in spoken] + [
            GivenLanguage(code, interpreted=True) for code in other
        ]
