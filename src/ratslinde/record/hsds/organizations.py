"""Actors: who offers it."""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.record.hsds.base import Hsds, Translations
from ratslinde.record.hsds.contacts import Contact, Phone
from ratslinde.record.hsds.vocabulary import Attribute


class OrganizationIdentifier(Hsds, frozen=True, kw_only=True):
    """A number under which somebody else knows the actor."""

    identifier_type: str
    identifier: str


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
    x_complete: tuple[str, ...] = ()
    x_incomplete: tuple[str, ...] = ()
    x_languages: tuple[str, ...] | None = None
    x_self_managed: bool | None = None
    x_assured_date: datetime.date | None = None
    x_translations: Translations = msgspec.field(default_factory=dict)
