"""A place in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def place_lines(location: Mapping[str, Any] | None) -> list[str]:
    """Name, room, street, town and access of an OParl Location, each on its line; empty without one."""
    if not location:
        return []
    town = f"{location.get('postalCode', '')} {location.get('locality', '')}".strip()
    lines = [
        location.get("description", ""),
        location.get("room", ""),
        location.get("streetAddress", ""),
        town,
        location.get("ratslinde:access", ""),
    ]
    return [line for line in lines if line]
