"""The attributes of HSDS 3.1's objects (Open Referral Human Services Data Specification), named as it names them.

Attributes without data are left out, never null (the schemas refuse null). Links are resolved when the record
composes the object: a part is embedded, any other link becomes the linked object's UUID. What HSDS has no word for
begins with `x_`; additional properties are legal (3.1, "Extending the specification").
"""

from __future__ import annotations

import datetime

import msgspec


class Hsds(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the objects: `id` is a UUID that never changes."""

    id: str


class Translated(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One text in another language; `state` is machine, checked or outdated (drafts are never public)."""

    text: str
    state: str


Translations = dict[str, dict[str, Translated]]
"""By language (BCP 47), then by attribute."""


class Taxonomy(Hsds, frozen=True, kw_only=True):
    """A list of words that the town keeps, e.g. its fields of action."""

    name: str
    description: str
    uri: str = ""
    version: str = ""
    x_key: str = ""


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """The same in another scheme; `relation` is exact, broad or narrow."""

    scheme: str
    code: str
    relation: str


class TaxonomyTerm(Hsds, frozen=True, kw_only=True):
    """One word of a taxonomy. `taxonomy_detail` links to it and is embedded."""

    code: str
    name: str
    description: str
    language: str = "de"
    taxonomy: str = ""
    taxonomy_detail: str = ""
    parent_id: str = ""
    x_order: int = -1
    x_mappings: tuple[Mapping, ...] = ()
    x_translations: Translations = {}


class Attribute(Hsds, frozen=True, kw_only=True):
    """That a term applies; `value` is the role in which an actor is active in a field, or how a group is meant."""

    taxonomy_term: str
    link_type: str = ""
    link_entity: str = ""
    label: str = ""
    value: str = ""


class Phone(Hsds, frozen=True, kw_only=True):
    """How to call."""

    number: str
    type: str = ""


class Contact(Hsds, frozen=True, kw_only=True):
    """Whom to ask; `name` only with a dated consent, `title` is the office.

    `x_name_consent_on`: its day, without which nobody may take the name over.
    """

    name: str = ""
    title: str = ""
    email: str = ""
    phones: tuple[Phone, ...] = ()
    x_name_consent_on: datetime.date | None = None


class OrganizationIdentifier(Hsds, frozen=True, kw_only=True):
    """A number under which somebody else knows the actor."""

    identifier_type: str
    identifier: str


class Address(Hsds, frozen=True, kw_only=True):
    """Where letters and visitors go."""

    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: str


class Accessibility(Hsds, frozen=True, kw_only=True):
    """How somebody gets in."""

    description: str = ""
    details: str = ""


class Schedule(Hsds, frozen=True, kw_only=True):
    """When it takes place. Days and hours are local; `timezone` is the offset on the first day, in hours."""

    dtstart: datetime.date | None = None
    opens_at: str = ""
    closes_at: str = ""
    freq: str = ""
    interval: int = 0
    wkst: str = ""
    byday: str = ""
    count: int = 0
    until: datetime.date | None = None
    timezone: float | None = None
    description: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    x_cancelled: tuple[datetime.date, ...] = ()


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
    x_translations: Translations = {}


class ServiceArea(Hsds, frozen=True, kw_only=True):
    """A social space with its boundary as GeoJSON text."""

    name: str
    description: str = ""
    extent: str = ""
    extent_type: str = ""
    uri: str = ""


class Organization(Hsds, frozen=True, kw_only=True):
    """An actor. `locations` links to places, `parent_organization_id` to an actor."""

    name: str
    description: str
    alternate_name: str = ""
    email: str = ""
    website: str = ""
    legal_status: str = ""
    uri: str = ""
    parent_organization_id: str = ""
    locations: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    organization_identifiers: tuple[OrganizationIdentifier, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    x_former_ids: tuple[str, ...] = ()
    x_languages: tuple[str, ...] | None = None
    x_self_managed: bool | None = None
    x_assured_date: datetime.date | None = None
    x_translations: Translations = {}


class Language(Hsds, frozen=True, kw_only=True):
    """A language in which it is offered (ISO 639-1 or 639-3)."""

    name: str
    code: str
    note: str = ""


class CostOption(Hsds, frozen=True, kw_only=True):
    """What it costs, as far as it is known."""

    option: str = ""
    currency: str = ""
    amount: float | None = None
    amount_description: str = ""


class ServiceAtLocation(Hsds, frozen=True, kw_only=True):
    """That it takes place there, when, and for which social spaces."""

    location: str
    description: str = ""
    schedules: tuple[Schedule, ...] = ()
    x_social_spaces: tuple[str, ...] = ()


class Unit(Hsds, frozen=True, kw_only=True):
    """What is counted."""

    name: str


class ServiceCapacity(Hsds, frozen=True, kw_only=True):
    """How many places are free, on which day somebody said so."""

    available: float
    maximum: float | None = None
    updated: datetime.datetime
    unit: Unit
    x_waiting: int | None = None


class Service(Hsds, frozen=True, kw_only=True):
    """An offer. `organization` links to the actor, `service_areas` to social spaces; both are embedded."""

    name: str
    status: str
    organization: str = ""
    alternate_name: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    interpretation_services: str = ""
    application_process: str = ""
    fees_description: str = ""
    eligibility_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_date: datetime.date | None = None
    last_modified: datetime.datetime | None = None
    alert: str = ""
    languages: tuple[Language, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    service_areas: tuple[str, ...] = ()
    service_at_locations: tuple[ServiceAtLocation, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    capacities: tuple[ServiceCapacity, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    x_mode: str = ""
    x_access: str = ""
    x_ages: str = ""
    x_groups: str = ""
    x_whole_town: bool | None = None
    x_volunteers_only: bool | None = None
    x_valid_from: datetime.date | None = None
    x_valid_until: datetime.date | None = None
    x_former_ids: tuple[str, ...] = ()
    x_translations: Translations = {}


TYPES: dict[str, type[Hsds]] = {
    "actor": Organization, "offer": Service, "place": Location, "socialSpace": ServiceArea,
    "taxonomy": Taxonomy, "term": TaxonomyTerm,
}  # fmt: skip
