"""Forms over the fields of one row. They never touch the row: what was changed goes to a verb.

Each form carries the row's revision and a mark of every value that the page showed, so that what somebody else
changed meanwhile is told from what this person typed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.forms.models import fields_for_model
from django.http import QueryDict

from ratslinde.desk import words
from ratslinde.desk.controls import as_texts, choice, control, field_of, mark, readable, shown
from ratslinde.kernel.errors import Conflict
from ratslinde.verbs.rows import DeskRow


class RowForm(forms.Form):
    """Base: subclasses say the model, which fields are shown and in which groups (legend, names).

    `folded`: groups that stay closed until they hold something, by their legend, and what is inside in a few words.
    `below`: templates of what stands directly below a field, by its name.
    """

    model: ClassVar[type[DeskRow]]
    groups: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]]
    hints: ClassVar[Mapping[str, str]] = {}
    required: ClassVar[tuple[str, ...]] = ()
    many: ClassVar[tuple[str, ...]] = ()
    one_line: ClassVar[tuple[str, ...]] = ()
    folded: ClassVar[Mapping[str, str]] = {}
    below: ClassVar[Mapping[str, str]] = {}

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(label="Formular", widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, row: DeskRow | None = None, **kwargs: Any) -> None:
        initial = {**(self.values_of(row) if row else {}), **(kwargs.pop("initial", None) or {})}
        super().__init__(data, initial=initial, **kwargs)
        self.row = row
        names = [name for _, names in self.groups for name in names]
        made = fields_for_model(self.model, fields=names, formfield_callback=control)
        self.fields.update({name: made[name] for name in names})
        for name in names:
            self._dress(name)
        self.initial["revision"] = row.revision if row else None
        self.initial["seen"] = json.dumps({name: mark(self.initial.get(name)) for name in names if row})

    def _dress(self, name: str) -> None:
        field = self.fields[name]
        field.label = words.field(self.model.__name__, name)
        field.help_text = self.hints.get(name, "")
        field.required = field.required if name not in self.required else True
        if name in self.many:
            field.widget = forms.CheckboxSelectMultiple(choices=choice(self, name).widget.choices)

    @classmethod
    def values_of(cls, row: DeskRow) -> dict[str, Any]:
        """The row's values as the form shows them."""
        names = [name for _, names in cls.groups for name in names]
        return {name: shown(row, name) for name in names}

    def choose(self, name: str, rows: models.QuerySet[Any], *, empty: str = "– nichts –") -> None:
        """Offer only these rows, and the one that is chosen already."""
        chosen = self.initial.get(name)
        field = field_of(self, name, forms.ModelChoiceField)
        kept = [each.pk for each in (chosen if isinstance(chosen, list) else [chosen]) if each is not None]
        field.queryset = rows.model._default_manager.filter(
            models.Q(pk__in=rows.values("pk")) | models.Q(pk__in=kept)
        )
        if "names" in {each.name for each in rows.model._meta.related_objects}:
            field.queryset = field.queryset.prefetch_related("names")
        field.widget.choices = field.choices
        if not isinstance(field, forms.ModelMultipleChoiceField):
            wanted = None if chosen is not None else "– bitte wählen –"
            field.empty_label = wanted if field.required else empty

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """(legend, bound fields) of each group."""
        return [(legend, [self[name] for name in names]) for legend, names in self.groups]

    def is_open(self, fields: Sequence[forms.BoundField]) -> bool:
        """Whether a folded group must not hide these fields: one was refused, or says more than the row's default."""
        return any(field.errors or not self._is_usual(field) for field in fields)

    def _is_usual(self, field: forms.BoundField) -> bool:
        value = field.value()
        value = value.strip() if isinstance(value, str) else value
        if value in (None, "", [], False):
            return True
        columns = {each.name: each for each in self.model._meta.concrete_fields}
        return field.name in columns and str(columns[field.name].get_default()) == str(value)

    def entered(self) -> dict[str, Any]:
        """Every value of the form, for a new row."""
        return {name: self.cleaned_data[name] for _, names in self.groups for name in names}

    def changes(self) -> dict[str, Any]:
        """What this person changed against what the page showed; chosen lists (`many`) are left out."""
        seen = self.cleaned_data["seen"]
        entered = {name: value for name, value in self.entered().items() if name not in self.many}
        return {name: value for name, value in entered.items() if seen.get(name) != mark(value)}

    def chosen(self, name: str) -> list[Any] | None:
        """What is ticked in a list of `many`, or None when the page showed it so."""
        value = list(self.cleaned_data[name])
        return None if self.cleaned_data["seen"].get(name) == mark(value) else value

    def clean_seen(self) -> dict[str, str]:
        """The marks of what the page showed; a new row has none."""
        try:
            found = json.loads(self.cleaned_data["seen"] or "{}")
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise forms.ValidationError("Bitte die Seite neu laden und noch einmal speichern.")
        return found

    def show_conflict(self, conflict: Conflict) -> None:
        """Say it at each field with what is saved now; the next save knowingly replaces that."""
        self.add_error(None, conflict.message)
        if self.row is None:
            return
        mine, now = self.changes(), self.values_of(self.row)
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, value in now.items():
            if name not in mine and name not in self.many:
                data.setlist(self.add_prefix(name), as_texts(self.fields[name], value))
            elif name in mine and mark(mine[name]) != mark(value):
                self.add_error(
                    name, f"Inzwischen gespeichert: „{readable(value)}“. Im Feld steht Ihre Eingabe."
                )
        data[self.add_prefix("revision")] = str(self.row.revision)
        data[self.add_prefix("seen")] = json.dumps({name: mark(value) for name, value in now.items()})
        self.data = data

    def clean(self) -> dict[str, Any]:
        """Texts of one line lose the line breaks that somebody pasted."""
        cleaned = super().clean() or {}
        for name in self.one_line:
            if isinstance(cleaned.get(name), str):
                cleaned[name] = " ".join(cleaned[name].split())
        return cleaned
