"""Files of a survey office, as they are uploaded."""

from __future__ import annotations

import json

from django.core.files.uploadedfile import SimpleUploadedFile


def collection(*names, key="NAME"):
    """A file of a survey office: districts side by side, each with its name in a property."""
    squares = [
        [[x, 51.7], [x + 0.01, 51.7], [x + 0.01, 51.8], [x, 51.8], [x, 51.7]]
        for x in range(8, 8 + len(names))
    ]
    features = [
        {"type": "Feature", "properties": {key: name}, "geometry": {"type": "Polygon", "coordinates": [square]}}
        for name, square in zip(names, squares, strict=True)
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def uploaded(data, name="stadtteile.geojson"):
    """The file as a form sends it."""
    return SimpleUploadedFile(name, json.dumps(data).encode())
