"""What a browser would send: the values of a form as the page shows them, with some typed over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.test import Client


def form_data(form: forms.Form) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for bound in form:
        value = (
            bound.field.widget.format_value(bound.value())
            if not isinstance(bound.value(), bool)
            else bound.value()
        )
        if isinstance(value, bool):
            data |= {bound.html_name: "on"} if value else {}
        elif isinstance(value, list | tuple):
            data[bound.html_name] = [each for each in value if each]
        elif value is not None:
            data[bound.html_name] = value
    return data


def fill(client: Client, address: str, *, form: str = "form", **typed: Any):
    """Open the page, type into its form, send it; returns the answer."""
    shown = client.get(address).context[form]
    data = {**form_data(shown), **typed}
    return client.post(address, {key: value for key, value in data.items() if value is not None})
