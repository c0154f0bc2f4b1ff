"""What somebody with a mailed link may say of an offer, and of one that nobody knew of yet."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.desk.controls import field_of
from ratslinde.desk.landscape.keeping.choices import Choices, GroupBoxes, SpokenBoxes, WrittenLanguages
from ratslinde.desk.landscape.keeping.forms import EntryForm
from ratslinde.desk.landscape.keeping.topics import TopicBoxes
from ratslinde.desk.landscape.languages import in_order
from ratslinde.integration.keeping.differences import audience, spoken, topics
from ratslinde.integration.landscape.models import Access, Area, Cost, Offer, OfferStatus

UNKNOWN = ("", "Das weiß ich nicht")
_IN_WORDS = forms.Textarea(attrs={"rows": 2})


class OfferEntryForm(EntryForm):
    """One offer."""

    order = (
        "status", "times", "languages", "more_languages", "topics", "groups", "area", "alert", "cost", "access",
        "access_note", "available", "name", "description", "remark",
    )  # fmt: skip
    name = forms.CharField(label="Name des Angebots", max_length=200)
    status = forms.ChoiceField(
        label="Gibt es das Angebot noch?",
        choices=[
            (OfferStatus.ACTIVE, "Ja"),
            (OfferStatus.PAUSED, "Ja, aber zurzeit ist Pause"),
            (OfferStatus.ENDED, "Nein, es ist zu Ende"),
        ],
    )
    description = forms.CharField(
        label="Worum geht es? Ein bis drei Sätze", max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    cost = forms.ChoiceField(
        label="Kostet es etwas?",
        choices=[UNKNOWN, (Cost.FREE, "Nein, es ist kostenlos"), (Cost.PAID, "Ja, es kostet etwas")],
        required=False,
    )
    access = forms.ChoiceField(
        label="Muss man sich anmelden?",
        choices=[
            UNKNOWN, (Access.OPEN, "Nein, man kann einfach kommen"), (Access.REGISTRATION, "Ja"),
            (Access.REFERRAL, "Nur wer geschickt wird, zum Beispiel vom Amt"),
        ],
        required=False,
    )  # fmt: skip
    access_note = forms.CharField(
        label="Wie meldet man sich an?",
        required=False,
        max_length=5_000,
        widget=_IN_WORDS,
    )
    alert = forms.CharField(
        label="Gibt es gerade etwas Besonderes?",
        required=False,
        max_length=300,
        help_text="Zum Beispiel: Ferien bis 6. Januar.",
    )
    available = forms.IntegerField(
        label="Wie viele Plätze sind frei?", required=False, min_value=0, max_value=100_000,
        help_text="Eine Zahl. Leer heißt: Das weiß ich nicht.",
    )  # fmt: skip

    times = forms.CharField(
        label="Haben sich die Zeiten oder der Ort geändert?", required=False, max_length=5_000, widget=_IN_WORDS,
        help_text="Schreiben Sie auf, wie es jetzt ist. Zum Beispiel: jetzt donnerstags 16 bis 18 Uhr.",
    )  # fmt: skip
    languages = SpokenBoxes()
    more_languages = WrittenLanguages()
    groups = GroupBoxes()
    topics = TopicBoxes("Um welche Themen geht es?")
    area = forms.ChoiceField(
        label="Woher dürfen die Menschen kommen?",
        choices=[
            UNKNOWN, (Area.TOWN, "Aus der ganzen Stadt oder Gemeinde"),
            (Area.SPACES, "Nur aus bestimmten Stadtteilen oder Orten"),
        ],
        required=False,
    )  # fmt: skip

    def __init__(self, data: Any = None, *, row: Offer, prefix: str, choices: Choices) -> None:
        super().__init__(data, row=row, prefix=prefix)
        self.offer = row
        field_of(self, "languages", SpokenBoxes).offer(choices, spoken(row))
        field_of(self, "groups", GroupBoxes).choices = choices.groups
        field_of(self, "topics", TopicBoxes).offer(choices.topics, row.fields.all())
        self.fields["remark"].label = "Ist sonst etwas falsch?"
        self.fields["remark"].help_text = "Zum Beispiel: Es wird jetzt auch ins Arabische gedolmetscht."

    def before(self, name: str) -> Any:
        """What stands in the row; languages and groups as the boxes have them."""
        if not isinstance(self.row, Offer) or name == "more_languages":
            return ""
        if name == "languages":
            return in_order(list(spoken(self.row)))
        if name == "topics":
            return list(topics(self.row))
        return list(audience(self.row)) if name == "groups" else super().before(name)

    def clean(self) -> dict[str, Any]:
        """The languages that were ticked and those that were written, together."""
        return with_written(super().clean() or {})

    def changes(self) -> dict[str, Any]:
        """As of every form; groups and topics in another order are no change."""
        found = super().changes()
        ticked = found.pop("topics", None)
        if ticked is not None and sorted(ticked) != sorted(topics(self.offer)):
            found["fields"] = ticked
        if "groups" in found and sorted(found["groups"]) == sorted(audience(self.offer)):
            del found["groups"]
        return found


class NewOfferForm(forms.Form):
    """An offer that the town does not know of yet; what stays empty is not known."""

    name = forms.CharField(label="Name des Angebots", max_length=200)
    description = forms.CharField(
        label="Worum geht es? Ein bis drei Sätze", required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    times = forms.CharField(
        label="Wann und wo ist es?", required=False, max_length=5_000, widget=_IN_WORDS,
        help_text="Zum Beispiel: jeden Dienstag 16 bis 18 Uhr im Haus am Park.",
    )  # fmt: skip
    languages = SpokenBoxes()
    more_languages = WrittenLanguages()
    topics = TopicBoxes("Um welche Themen geht es?")

    def __init__(self, data: Any = None, *, choices: Choices) -> None:
        super().__init__(data, prefix="neu")
        field_of(self, "topics", TopicBoxes).offer(choices.topics)
        field_of(self, "languages", SpokenBoxes).offer(choices, ())

    def is_typed(self) -> bool:
        """Whether somebody has entered something, right or wrong."""
        values = [field.value() for field in self] if self.is_bound else []
        return any(value.strip() if isinstance(value, str) else value for value in values)

    def told(self) -> dict[str, Any]:
        """What was told, as `updates.NewOffer` has it."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "topics"}
        return {**values, "fields": self.cleaned_data["topics"]}

    def clean(self) -> dict[str, Any]:
        """The languages that were ticked and those that were written, together."""
        return with_written(super().clean() or {})


def with_written(cleaned: dict[str, Any]) -> dict[str, Any]:
    """The values with the written languages among those that were ticked."""
    written = cleaned.pop("more_languages", [])
    if "languages" in cleaned:
        cleaned["languages"] = in_order(list(dict.fromkeys([*cleaned["languages"], *written])))
    return cleaned
