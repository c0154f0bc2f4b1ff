"""What a browser would send: the values of a form as the page shows them, with some typed over."""

from __future__ import annotations

from typing import Any

import lxml.html
from django import forms
from django.http import HttpResponse
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


def filled(page: HttpResponse, **typed: Any) -> dict[str, Any]:
    """The page's largest form as a browser would send it, with some fields typed over; None takes one out."""
    found = lxml.html.document_fromstring(page.content.decode())
    largest = max(found.forms, key=lambda form: (form.method == "POST", len(form.inputs.keys())))
    data: dict[str, Any] = {}
    for name, value in largest.form_values():
        data.setdefault(name, []).append(value)
    data |= typed
    return {name: value for name, value in data.items() if value is not None}
