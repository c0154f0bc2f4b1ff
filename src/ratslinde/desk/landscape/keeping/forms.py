"""What somebody with a mailed link may change: plain words, and nothing that planning alone needs."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from ratslinde.desk.controls import check_phone_number, check_web_address, field_of
from ratslinde.desk.landscape.keeping.choices import Choices
from ratslinde.desk.landscape.keeping.topics import ALL_NAMED, DOING, Doings, TopicBoxes
from ratslinde.desk.landscape.languages import SpokenField, in_order
from ratslinde.integration.keeping.updates import BY_HAND
from ratslinde.integration.landscape.models import Actor, Offer


class EntryForm(forms.Form):
    """Base: says what differs from the row. A form that did not come with the others changes nothing."""

    remark = forms.CharField(
        label="Was ist sonst falsch?",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    order: ClassVar[tuple[str, ...]]

    def __init__(self, data: Any = None, *, row: Actor | Offer, prefix: str) -> None:
        self.row = row
        initial = {name: self.before(name) for name in self.base_fields if name not in BY_HAND}
        came = data is not None and f"{prefix}-name" in data
        super().__init__(data if came else None, initial=initial, prefix=prefix, field_order=self.order)
        for name in (name for name in self.fields if initial.get(name) == ""):
            self.fields[
                name
            ].required = False  # what was missing before must not keep anybody from confirming

    def before(self, name: str) -> Any:
        """What stands in the row."""
        return getattr(self.row, name)

    def is_good(self) -> bool:
        """Whether there is nothing to correct."""
        return not self.is_bound or self.is_valid()

    def is_typed(self) -> bool:
        """Whether somebody has entered something else than what stands there, right or wrong."""
        return self.is_bound and (not self.is_valid() or bool(self.changes()))

    def changes(self) -> dict[str, Any]:
        """The fields that differ from what stands there, and what was said in own words."""
        found = {}
        for name, value in self.cleaned_data.items() if self.is_bound else ():
            before = "" if name in BY_HAND else self.before(name)
            after = value.replace("\r\n", "\n") if isinstance(value, str) else value
            if (before if before is not None else "") != (after if after is not None else ""):
                found[name] = after
        return found


class ActorEntryForm(EntryForm):
    """The actor itself."""

    order = (
        "phone", "email", "website", "topics", "doing", "fields_known", "name", "description", "languages", "remark",
    )  # fmt: skip
    name = forms.CharField(label="Name", max_length=200)
    description = forms.CharField(
        label="Was machen Sie? Ein bis drei Sätze", max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    website = forms.URLField(
        label="Internetseite", required=False, assume_scheme="https", validators=[check_web_address]
    )
    email = forms.EmailField(label="E-Mail", required=False, help_text="Diese Adresse sehen alle.")
    phone = forms.CharField(
        label="Telefon", required=False, max_length=60, help_text="Diese Nummer sehen alle.",
        validators=[check_phone_number],
    )  # fmt: skip
    languages = SpokenField(
        label="Welche Sprachen sprechen Sie dort?", help_text="Kreuzen Sie alle an, die passen."
    )

    topics = TopicBoxes(
        "Bei welchen Themen sind Sie aktiv?",
        empty="Nehmen Sie ein Häkchen weg, wenn Sie dort nichts mehr tun.",
    )
    doing = forms.ChoiceField(
        label="Neu angekreuzt: Was tun Sie dort?", required=False,
        choices=[("", "– bitte wählen –"), *DOING.items()],
        help_text="Nur nötig, wenn Sie oben etwas Neues ankreuzen.",
    )  # fmt: skip
    fields_known = forms.ChoiceField(
        label="Sind das alle Themen, bei denen Sie aktiv sind?", choices=ALL_NAMED, required=False
    )

    def __init__(self, data: Any = None, *, row: Actor, prefix: str, choices: Choices) -> None:
        self.doings = Doings(row)
        super().__init__(data, row=row, prefix=prefix)
        self.fields["remark"].help_text = "Zum Beispiel: neue Adresse, neue Ansprechperson."
        field_of(self, "topics", TopicBoxes).offer(choices.topics, self.doings.fields)

    def before(self, name: str) -> Any:
        """What stands in the row, the languages in the order of the boxes."""
        if name in ("topics", "doing"):
            return self.doings.ids if name == "topics" else ""
        value = super().before(name)
        return " ".join(in_order((value or "").split())) or None if name == "languages" else value

    def clean(self) -> dict[str, Any]:
        """Who ticks a topic anew says what it does there."""
        cleaned = super().clean() or {}
        new = set(cleaned.get("topics", ())) - set(self.doings.ids)
        if new and not cleaned.get("doing") and "doing" not in self.errors:
            self.add_error("doing", "Bitte wählen Sie, was Sie bei den neuen Themen tun.")
        return cleaned

    def changes(self) -> dict[str, Any]:
        """As of every form; topics and what is done there are one thing, the activities."""
        found = super().changes()
        ticked, doing = found.pop("topics", None), found.pop("doing", "")
        if ticked is not None and set(ticked) != set(self.doings.ids):
            found["activities"] = self.doings.marks(ticked, doing)
        return found
