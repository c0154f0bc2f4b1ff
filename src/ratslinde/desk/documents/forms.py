"""What is entered about a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from ratslinde.council.documents.models import Document
from ratslinde.council.documents.rules import MEDIA_TYPES
from ratslinde.desk.forms import RowForm


class UploadForm(forms.Form):
    """A file that is added; the tick is not set."""

    file = forms.FileField(
        label="Datei",
        allow_empty_file=True,
        help_text="PDF, Word, Excel, OpenDocument, Text oder Bild, höchstens 50 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(MEDIA_TYPES)}),
    )
    name = forms.CharField(
        label="Bezeichnung", max_length=200, required=False, help_text="Leer: der Dateiname ohne Endung."
    )
    public = forms.BooleanField(
        label="Darf veröffentlicht werden",
        required=False,
        help_text="Ohne Häkchen bleibt das Dokument in der Verwaltung.",
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, prefix="datei")

    def document(self) -> dict[str, Any]:
        """The keyword arguments of the verbs that add a document."""
        upload = self.cleaned_data["file"]
        return {
            "name": self.cleaned_data["name"],
            "file_name": upload.name,
            "data": upload.read(),
            "public": self.cleaned_data["public"],
        }


class DocumentForm(RowForm):
    """Name, date, and whether it may become public."""

    model = Document
    groups = (("Dokument", ("name", "date", "public", "accessible")),)
    hints: ClassVar[Mapping[str, str]] = {
        "public": "Wirkt mit der nächsten Veröffentlichung der Sitzung oder Vorlage.",
        "accessible": "Unbekannt, solange niemand es geprüft hat.",
    }
