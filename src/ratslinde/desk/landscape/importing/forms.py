"""The file that comes in."""

from __future__ import annotations

from django import forms

READABLE = ".csv,.txt,.xlsx,.json,.zip"


class ImportForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label="Datei",
        help_text="Excel (.xlsx), CSV oder HSDS 3.1 (JSON, ZIP), höchstens 20 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": READABLE}),
        allow_empty_file=True,
        error_messages={"required": "Bitte eine Datei wählen."},
    )
