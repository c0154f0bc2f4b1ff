"""Places and social spaces."""

from __future__ import annotations

import msgspec

from ratslinde.record.hsds.base import Hsds, Translations


class Address(Hsds, frozen=True, kw_only=True):
    """Where letters and visitors go. `state_province` is left out where nobody knows the Land, though HSDS wants it."""

    address_1: str
    city: str
    state_province: str = ""
    postal_code: str
    country: str
    address_type: str


class Accessibility(Hsds, frozen=True, kw_only=True):
    """How somebody gets in."""

    description: str = ""
    details: str = ""


class Location(Hsds, frozen=True, kw_only=True):
    """A place where offers take place or an actor sits."""

    location_type: str
    name: str = ""
    description: str = ""
    url: str = ""
    transportation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    addresses: tuple[Address, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    x_social_space: str = ""
    x_translations: Translations = msgspec.field(default_factory=dict)


class ServiceArea(Hsds, frozen=True, kw_only=True):
    """A social space with its boundary as GeoJSON text."""

    name: str
    description: str = ""
    extent: str = ""
    extent_type: str = ""
    uri: str = ""
