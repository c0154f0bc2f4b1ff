"""What only the portal shows of an object, as typed values. Names of other objects are never copied in: the portal
fetches them by link, so that a withdrawn name disappears everywhere at once. (A body's name on a past day is a fact
of that day and is copied.)
"""

from __future__ import annotations

import datetime

import msgspec

from ratslinde.kernel.blocks import Block


class Page(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the page values; an object with nothing of its own to show uses it as it is."""


class LegalTexts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The texts that a town must show, from its settings."""

    imprint: tuple[Block, ...] = ()
    privacy: tuple[Block, ...] = ()
    accessibility: tuple[Block, ...] = ()


class BodyPage(Page, frozen=True, kw_only=True):
    """The town itself."""

    legal: LegalTexts
    notice: str = ""


class DatedName(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name that an organization had, with its first and last day."""

    name: str
    short_name: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None


class OrganizationPage(Page, frozen=True, kw_only=True):
    """A council body, a group or a department."""

    slug: str
    names: tuple[DatedName, ...] = ()
    description: tuple[Block, ...] = ()
    council_body: bool = False


class MeetingPage(Page, frozen=True, kw_only=True):
    """A session. `nonpublic_part`: that one is held, whether its items are shown or not."""

    organization_names: tuple[str, ...] = ()
    hints: tuple[Block, ...] = ()
    issuer: str = ""
    issuer_role: str = ""
    issued_at: str = ""
    issued_on: datetime.date | None = None
    cancelled_reason: str = ""
    nonpublic_part: bool = False


class AgendaItemPage(Page, frozen=True, kw_only=True):
    """An item; `decision` as blocks, because the OParl text has no paragraphs."""

    decision: tuple[Block, ...] = ()
    removed_reason: str = ""


class Contact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who answers questions, as far as it was released for the public."""

    name: str = ""
    phone: str = ""
    email: str = ""


class PlannedReport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A later presentation that is only announced."""

    organization: str
    organization_name: str
    date: datetime.date | None = None
    certain: bool = False
    text: str = ""


class PaperPage(Page, frozen=True, kw_only=True):
    """A paper's blocks in the order of the printed form; None: the paper has no such block.

    `attachments_missing`: it names attachments that are not here, so that nobody may say it has none.
    """

    decision_paper: bool
    lead: str = ""
    participants: tuple[str, ...] = ()
    contact: Contact | None = None
    proposal_heading: str = ""
    proposal: tuple[Block, ...] | None = None
    costs: tuple[Block, ...] | None = None
    financing: tuple[Block, ...] | None = None
    explanation: tuple[Block, ...] | None = None
    planned_reports: tuple[PlannedReport, ...] = ()
    attachments_missing: bool = False


class ConsultationPage(Page, frozen=True, kw_only=True):
    """One step of a paper's way; the name is the body's name on that day."""

    organization_name: str
    position: int
    date: datetime.date | None = None
    certain: bool = True


class PersonPage(Page, frozen=True, kw_only=True):
    """A person in an office."""


class FilePage(Page, frozen=True, kw_only=True):
    """A document; `accessible` is None when nobody has said."""

    accessible: bool | None = None


class ActorPage(Page, frozen=True, kw_only=True):
    """An actor. `description` as blocks."""

    description: tuple[Block, ...] = ()
    self_managed: bool = False


class OfferPage(Page, frozen=True, kw_only=True):
    """An offer. Each "known" word says which of three it is: '' is unknown, which is never no.

    `cost`: free, paid. `ages`: all, range. `groups`: everyone, listed. `access`: open, registration, referral.
    `area`: town, spaces. `languages`: listed.
    """

    description: tuple[Block, ...] = ()
    cost: str = ""
    ages: str = ""
    groups: str = ""
    access: str = ""
    area: str = ""
    languages: str = ""


class PlacePage(Page, frozen=True, kw_only=True):
    """A place; `accessible` is None when nobody has said."""

    accessible: bool | None = None


class SocialSpacePage(Page, frozen=True, kw_only=True):
    """A social space with the days its boundary holds. `follows`: the ids of the public ones that it continues."""

    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    follows: tuple[str, ...] = ()


TYPES: dict[str, type[Page]] = {
    "system": Page, "body": BodyPage, "legislativeTerm": Page, "organization": OrganizationPage,
    "person": PersonPage, "membership": Page, "meeting": MeetingPage, "agendaItem": AgendaItemPage,
    "paper": PaperPage, "consultation": ConsultationPage, "file": FilePage, "location": Page,
    "actor": ActorPage, "offer": OfferPage, "place": PlacePage, "socialSpace": SocialSpacePage, "taxonomy": Page,
    "term": Page,
}  # fmt: skip
