"""What earlier releases stated otherwise than it is sent today. The versions stay: they are what was public then.

Composing goes through here, so `ratslinde record rebuild` brings what is sent up to date, and so does whatever is
published around such an object.
"""

from __future__ import annotations

from typing import Any

from ratslinde.record import addresses
from ratslinde.record.values import Kind

_DEMANDED = ("address_1", "city", "state_province", "postal_code", "country")
"""Without one of these HSDS 3.1 refuses an address (schema address.json)."""


def as_sent_today(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    """The statement as it would be made now; the same object where nothing is otherwise."""
    return _with_whole_addresses(data) if kind == "place" else data


def _with_whole_addresses(data: dict[str, Any]) -> dict[str, Any]:
    """Until decision 9 forbade it, an address could lack its postal code or its Land."""
    stated = data.get("addresses") or []
    whole = [each for each in stated if all(each.get(name) for name in _DEMANDED)]
    if len(whole) == len(stated):
        return data
    kept = {key: value for key, value in data.items() if key != "addresses"}
    if whole:
        return {**kept, "addresses": whole}
    partial = {name: stated[0][name] for name in _DEMANDED if stated[0].get(name)}
    said = {**kept, "x_partial_address": partial}
    return {**said, "description": data.get("description") or addresses.of_location(said).line}
