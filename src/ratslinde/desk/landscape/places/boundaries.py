"""Boundaries that come as a file."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ratslinde.integration.landscape.rules import geography

MOST_BYTES = 5_000_000
FORMATS = "GeoJSON mit Polygonen oder MultiPolygonen, WGS84 oder EPSG:25832. Höchstens 5 MB."


class BoundaryField(forms.FileField):
    """A GeoJSON file as data, not checked further; None without a file."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The data. Raises ValidationError for a file that is too large or no JSON."""
        file: UploadedFile[bytes] | None = super().clean(data, initial)
        if file is None:
            return None
        if file.size is None or file.size > MOST_BYTES:
            raise forms.ValidationError("Die Datei ist größer als 5 MB. Bitte die Grenze vereinfachen.")
        return parsed(file.read())


def parsed(text: bytes) -> Any:
    """The JSON in the bytes. Raises ValidationError."""
    try:
        return json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise forms.ValidationError("Das ist kein GeoJSON.") from error


def boundary_of(drawn: Any, name: str) -> Any:
    """The one area in the data, or among several the one of that name. Raises ValidationError where there is none."""
    found = geography.named(drawn, name)
    number = geography.number_of_features(found)
    if number > 1:
        raise forms.ValidationError(
            f"In der Datei stehen {number} Flächen; genau eine davon soll „{name}“ heißen."
        )
    return found
