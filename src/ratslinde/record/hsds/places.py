"""Places and social spaces."""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.record.hsds.base import Hsds, Translations


class Address(Hsds, frozen=True, kw_only=True):
    """Where letters and visitors go. The schema refuses one in which any of these is missing: see `PartialAddress`."""

    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: str


class PartialAddress(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of an address that HSDS would refuse: nothing is made up to fill it."""

    address_1: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""


class Accessibility(Hsds, frozen=True, kw_only=True):
    """How somebody gets in."""

    description: str = ""
    details: str = ""


class Location(Hsds, frozen=True, kw_only=True):
    """A place where offers take place or an actor sits.

    `x_partial_address` stands where `addresses` cannot, and `description` says it in words to those who do not know it.
    """

    location_type: str
    name: str = ""
    description: str = ""
    url: str = ""
    transportation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    addresses: tuple[Address, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    x_former_ids: tuple[str, ...] = ()
    x_partial_address: PartialAddress | None = None
    x_social_space: str = ""
    x_translations: Translations = msgspec.field(default_factory=dict)


class ServiceArea(Hsds, frozen=True, kw_only=True):
    """A social space with its boundary as GeoJSON text. `x_follows` links to the spaces that it continues."""

    name: str
    description: str = ""
    extent: str = ""
    extent_type: str = ""
    uri: str = ""
    x_valid_from: datetime.date | None = None
    x_valid_until: datetime.date | None = None
    x_follows: tuple[str, ...] = ()
