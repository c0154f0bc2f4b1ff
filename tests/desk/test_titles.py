"""A page that comes back with mistakes says so before anything else: in its title."""

from __future__ import annotations

from django.urls import reverse


def test_a_form_with_mistakes_says_so_first(desk):
    address = reverse("desk:new_organization")
    assert "<title>Fehler:" not in desk.get(address).text
    assert "<title>Fehler: " in desk.post(address, {"name": ""}).text
