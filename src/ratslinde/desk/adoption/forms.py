"""What is taken in: a file, or text that somebody pastes."""

from __future__ import annotations

from typing import Any

from django import forms

from ratslinde.kernel import clock

READABLE = ".txt,.pdf,.html,.htm,.docx"


class ReadForm(forms.Form):
    """Either a file or a text."""

    file = forms.FileField(
        label="Datei",
        required=False,
        help_text="Text, PDF mit Textebene, HTML oder Word (.docx). Eine Datei darf mehrere Schriftstücke enthalten.",
        widget=forms.ClearableFileInput(attrs={"accept": READABLE}),
        allow_empty_file=True,
    )
    text = forms.CharField(
        label="Oder Text einfügen",
        required=False,
        strip=False,
        help_text="Zum Beispiel aus einer E-Mail oder einer Textverarbeitung kopiert.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed, and only one."""
        cleaned = super().clean() or {}
        if cleaned.get("file") and (cleaned.get("text") or "").strip():
            self.add_error("text", "Bitte entweder eine Datei oder einen Text, nicht beides.")
        if not cleaned.get("file") and not (cleaned.get("text") or "").strip() and "file" not in self.errors:
            self.add_error("file", "Bitte eine Datei wählen oder unten einen Text einfügen.")
        return cleaned

    def name(self) -> str:
        """The name under which it is kept."""
        upload = self.cleaned_data["file"]
        return (
            upload.name
            if upload
            else f"Eingefügter Text vom {clock.town_time(clock.now()):%d.%m.%Y %H.%M}.txt"
        )

    def data_in(self) -> bytes:
        """The bytes to be read."""
        upload = self.cleaned_data["file"]
        read: bytes = upload.read() if upload else self.cleaned_data["text"].encode()
        return read
