"""The own attributes of OParl 1.1's twelve types (https://schema.oparl.org/1.1/), named as the standard names them.

`id`, `type`, `created`, `modified`, `web`, back references and external lists are added when the record composes
the object; see `record.shapes`. Attributes without data are left out (OParl 1.1, 2.2.3). Votes and the announcement
are vendor attributes with the prefix `ratslinde:`, always scalar, because clients drop anything nested.
"""

from __future__ import annotations

import datetime

import msgspec


class OParl(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """Base of the types: attributes that hold their default have no data and are left out."""

    keyword: tuple[str, ...] = ()


class System(OParl, frozen=True, kw_only=True):
    oparl_version: str
    name: str
    license: str | None = None
    contact_email: str | None = None
    contact_name: str | None = None
    website: str | None = None
    vendor: str | None = None
    product: str | None = None


class Body(OParl, frozen=True, kw_only=True):
    system: str
    name: str
    short_name: str | None = None
    website: str | None = None
    license: str | None = None
    license_valid_since: datetime.datetime | None = None
    ags: str | None = None
    rgs: str | None = None
    contact_email: str | None = None
    contact_name: str | None = None
    classification: str | None = None
    location: str | None = None
    legislative_term: tuple[str, ...] = ()


class LegislativeTerm(OParl, frozen=True, kw_only=True):
    name: str
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None


class Organization(OParl, frozen=True, kw_only=True):
    name: str
    short_name: str | None = None
    post: tuple[str, ...] = ()
    sub_organization_of: str | None = None
    organization_type: str | None = None
    classification: str | None = None
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    website: str | None = None
    location: str | None = None


class Person(OParl, frozen=True, kw_only=True):
    name: str
    family_name: str | None = None
    given_name: str | None = None
    form_of_address: str | None = None
    affix: str | None = None
    title: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    membership: tuple[str, ...] = ()


class Membership(OParl, frozen=True, kw_only=True):
    organization: str
    role: str | None = None
    voting_right: bool | None = None
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    on_behalf_of: str | None = None
    deputy_for: str | None = msgspec.field(name="ratslinde:deputyFor", default=None)
    organization_name: str | None = msgspec.field(name="ratslinde:organizationName", default=None)


class Meeting(OParl, frozen=True, kw_only=True):
    name: str
    meeting_state: str | None = None
    cancelled: bool | None = None
    start: datetime.datetime | None = None
    end: datetime.datetime | None = None
    location: str | None = None
    organization: tuple[str, ...] = ()
    invitation: str | None = None
    results_protocol: str | None = None
    auxiliary_file: tuple[str, ...] = ()
    agenda_item: tuple[str, ...] = ()
    organization_name: str | None = msgspec.field(name="ratslinde:organizationName", default=None)
    announced_on: str | None = msgspec.field(name="ratslinde:announcedOn", default=None)
    announced_at: str | None = msgspec.field(name="ratslinde:announcedAt", default=None)
    announced_by: str | None = msgspec.field(name="ratslinde:announcedBy", default=None)
    announced_role: str | None = msgspec.field(name="ratslinde:announcedRole", default=None)
    hints: str | None = msgspec.field(name="ratslinde:hints", default=None)


class AgendaItem(OParl, frozen=True, kw_only=True):
    number: str | None = None
    name: str
    public: bool
    result: str | None = None
    resolution_text: str | None = None
    resolution_file: str | None = None
    auxiliary_file: tuple[str, ...] = ()
    votes_yes: int | None = msgspec.field(name="ratslinde:votesYes", default=None)
    votes_no: int | None = msgspec.field(name="ratslinde:votesNo", default=None)
    votes_abstain: int | None = msgspec.field(name="ratslinde:votesAbstain", default=None)
    vote_result: str | None = msgspec.field(name="ratslinde:voteResult", default=None)
    removed: bool | None = msgspec.field(name="ratslinde:removed", default=None)


class Paper(OParl, frozen=True, kw_only=True):
    name: str
    reference: str | None = None
    date: datetime.date | None = None
    paper_type: str | None = None
    related_paper: tuple[str, ...] = ()
    main_file: str | None = None
    auxiliary_file: tuple[str, ...] = ()
    under_direction_of: tuple[str, ...] = ()
    originator_organization: tuple[str, ...] = ()
    consultation: tuple[str, ...] = ()


class Consultation(OParl, frozen=True, kw_only=True):
    agenda_item: str | None = None
    meeting: str | None = None
    organization: tuple[str, ...] = ()
    authoritative: bool | None = None
    role: str | None = None
    organization_name: str | None = msgspec.field(name="ratslinde:organizationName", default=None)
    planned_date: str | None = msgspec.field(name="ratslinde:plannedDate", default=None)
    planned_certain: bool | None = msgspec.field(name="ratslinde:plannedCertain", default=None)


class File(OParl, frozen=True, kw_only=True):
    name: str
    file_name: str
    mime_type: str
    date: datetime.date | None = None
    size: int
    sha512_checksum: str
    text: str | None = None
    access_url: str
    download_url: str


class Location(OParl, frozen=True, kw_only=True):
    description: str | None = None
    street_address: str | None = None
    room: str | None = None
    postal_code: str | None = None
    sub_locality: str | None = None
    locality: str | None = None
    access: str | None = msgspec.field(name="ratslinde:access", default=None)


TYPES: dict[str, type[OParl]] = {
    "system": System, "body": Body, "legislativeTerm": LegislativeTerm, "organization": Organization,
    "person": Person, "membership": Membership, "meeting": Meeting, "agendaItem": AgendaItem, "paper": Paper,
    "consultation": Consultation, "file": File, "location": Location,
}  # fmt: skip
