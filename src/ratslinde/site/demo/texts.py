"""The texts of the demo town, read from their files into values."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ratslinde.site.demo.moving import FOLDER, filled


class OrganizationText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body, list or department; `renamed` is its name from `renamed_on`."""

    key: str
    name: str
    type: str
    short_name: str = ""
    classification: str = ""
    description: str = ""
    parent: str = ""
    start: datetime.date | None = None
    size: int | None = None
    renamed: str = ""
    renamed_short: str = ""
    renamed_on: datetime.date | None = None


class LocationText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place to meet."""

    key: str
    description: str
    room: str
    street_address: str
    postal_code: str
    locality: str
    access: str


class AccountText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account with its role; `organization` is the key of a department."""

    label: str
    name: str
    role: str
    organization: str = ""


class TownText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The town with everything that is there before the first meeting."""

    name: str
    short_name: str
    official_key: str
    website: str
    contact_name: str
    contact_email: str
    license: str
    legal_notice: str
    print_notice: str
    papers_place: str
    organization: tuple[OrganizationText, ...]
    location: tuple[LocationText, ...]
    account: tuple[AccountText, ...]


_KEYWORDS = {"within": "in", "on_behalf_of": "for"}


class MembershipText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_KEYWORDS):
    """That somebody belongs to a body; keys name the body, the list and the person who is represented."""

    within: str
    role: str
    start: datetime.date
    end: datetime.date | None = None
    on_behalf_of: str = ""
    deputy_for: str = ""
    voting_right: bool = True


class PersonText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invented person; contact data are public from `consent`."""

    key: str
    given_name: str
    family_name: str
    memberships: tuple[MembershipText, ...]
    academic_title: str = ""
    email: str = ""
    phone: str = ""
    consent: datetime.date | None = None


class StepText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step of a paper's way: at a meeting, or at a body without a day yet."""

    role: str
    meeting: str = ""
    organization: str = ""


class ReportText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A later presentation that is only announced."""

    organization: str
    date: datetime.date
    text: str


class AttachmentText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An attachment, printed from its text."""

    name: str
    text: str


class PaperText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper; without a date it is dated on the day of building. `withdrawn` is the reason it was taken back."""

    title: str
    type: str
    lead: str
    explanation: str
    date: datetime.date | None = None
    public: bool = True
    participants: tuple[str, ...] = ()
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    contact_public: bool = False
    proposal_heading: str = ""
    proposal: str = ""
    costs: str = ""
    financing: str = ""
    step: tuple[StepText, ...] = ()
    report: tuple[ReportText, ...] = ()
    attachment: AttachmentText | None = None
    withdrawn: str = ""


class ItemText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An item of an agenda: with a title of its own, or with a paper's. `votes`: yes, no, abstentions."""

    title: str = ""
    paper: str = ""
    public: bool = True
    public_title: str = ""
    result: str = ""
    decision: str = ""
    votes: tuple[int, int, int] | None = None
    removed: str = ""
    attachment: AttachmentText | None = None


class MeetingText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A meeting on a day of the story, or some weeks after the day on which the demo town is built.

    `minutes`: who was there, a line each; with it there are minutes that list the items.
    """

    organization: str
    time: datetime.time
    location: str
    item: tuple[ItemText, ...]
    day: datetime.date | None = None
    weeks_ahead: int = 0
    end: datetime.time | None = None
    joint_with: tuple[str, ...] = ()
    number: int | None = None
    issued_on: datetime.date | None = None
    issued_weeks_before: int = 0
    issuer: str = ""
    issuer_role: str = ""
    hints: str = ""
    cancelled: str = ""
    draft: bool = False
    minutes: str = ""


Text = TypeVar("Text")


def town() -> TownText:
    """The town."""
    return _read(FOLDER / "town.toml", TownText)


def people() -> tuple[PersonText, ...]:
    """The people."""
    return msgspec.convert(_table(FOLDER / "people.toml")["person"], tuple[PersonText, ...])


def papers() -> dict[str, PaperText]:
    """The papers by the name of their file."""
    return {path.stem: _read(path, PaperText) for path in sorted((FOLDER / "papers").glob("*.toml"))}


def meetings() -> dict[str, MeetingText]:
    """The meetings by the name of their file."""
    return {path.stem: _read(path, MeetingText) for path in sorted((FOLDER / "meetings").glob("*.toml"))}


def text(name: str) -> str:
    """A text that stands in a file of its own."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()


def _read(path: Path, kind: type[Text]) -> Text:
    return msgspec.convert(_table(path), kind)


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(filled(path.read_text(encoding="utf-8")))
