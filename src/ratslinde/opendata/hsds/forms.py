"""In which form HSDS is sent: JSON. Another one that is asked for is refused, never answered with JSON in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from ratslinde.opendata.answers import View, open_data
from ratslinde.opendata.refusals import BadQuery

FORM = "json"


def hsds(view: View) -> Callable[..., HttpResponse]:
    """Make a view of a function that returns HSDS as JSON (API reference 3.1: `format` may ask for other forms)."""

    @wraps(view)
    def checked(request: HttpRequest, **named: Any) -> bytes:
        asked = str(request.GET.get("format", FORM))
        if asked.strip().lower() not in (FORM, ""):
            message = "Gesendet wird nur JSON (format=json). Tabellen und Karten: /hsds/beschreibung/"
            raise BadQuery(message, debug=f"format={asked}")
        return view(request, **named)

    return open_data(error_type="")(checked)
