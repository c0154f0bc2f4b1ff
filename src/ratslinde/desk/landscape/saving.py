"""How a form over a row of the landscape is saved: changes with their lists, and whether it was only a typo."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.desk.forms import RowForm


class TextForm(RowForm):
    """A form with texts that have translations: it asks whether the meaning changed."""

    small = forms.BooleanField(
        label="Nur eine kleine Korrektur (zum Beispiel ein Tippfehler)",
        required=False,
        help_text="Übersetzungen bleiben dann aktuell.",
    )

    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The question stands last, and only where there is something to change."""
        asked = [("Art der Änderung", [self["small"]])] if self.row else []
        return [*super().sections(), *asked]


def changes_of(form: RowForm) -> dict[str, Any]:
    """What this person changed, lists included."""
    lists = {name: form.chosen(name) for name in form.many}
    return form.changes() | {name: rows for name, rows in lists.items() if rows is not None}
