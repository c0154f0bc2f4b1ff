"""Filling in the forms of the landscape as a person does."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.desk.filling import filled


def url(name: str, *args: object) -> str:
    """The address of that page of the landscape."""
    return reverse(f"desk_landscape:{name}", args=args)


def sent(client: Client, address: str, **changes: Any) -> HttpResponse:
    """The form of the page, sent with these changes; None takes a field out."""
    return client.post(address, filled(client.get(address), **changes))
