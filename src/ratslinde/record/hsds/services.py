"""Offers."""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.record.hsds.base import Hsds, Translations
from ratslinde.record.hsds.contacts import Contact, Phone
from ratslinde.record.hsds.offer_parts import (
    CostOption,
    Language,
    Schedule,
    ServiceAtLocation,
    ServiceCapacity,
)
from ratslinde.record.hsds.vocabulary import Attribute


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
    x_incomplete: tuple[str, ...] = ()
    x_whole_town: bool | None = None
    x_volunteers_only: bool | None = None
    x_valid_from: datetime.date | None = None
    x_valid_until: datetime.date | None = None
    x_former_ids: tuple[str, ...] = ()
    x_translations: Translations = msgspec.field(default_factory=dict)
