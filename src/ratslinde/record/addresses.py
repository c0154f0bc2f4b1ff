"""Where a published location is: its address, or as much of one as is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class PublishedAddress:
    """Street with number, postal code, town; each '' where nobody knows it."""

    street: str = ""
    postal_code: str = ""
    locality: str = ""

    @property
    def town(self) -> str:
        """'59999 Lindenhagen', or what is known of it."""
        return f"{self.postal_code} {self.locality}".strip()

    @property
    def line(self) -> str:
        """'Lindenweg 3, 59999 Lindenhagen', or what is known of it."""
        return ", ".join(filter(None, (self.street, self.town)))


def of_location(location: Mapping[str, Any]) -> PublishedAddress:
    """The first address of a location of HSDS; one that is not whole stands in an attribute of our own."""
    whole: Mapping[str, Any] = next(iter(location.get("addresses", ())), {})
    found = whole or location.get("x_partial_address", {})
    return PublishedAddress(
        street=found.get("address_1", ""),
        postal_code=found.get("postal_code", ""),
        locality=found.get("city", ""),
    )
