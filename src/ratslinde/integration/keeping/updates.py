"""What an actor sends in by its link: changes to its entry and to its offers, and offers that nobody knew of."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

ACTOR, OFFER, NEW_OFFER = "actor-update", "offer-update", "offer-proposal"
REMINDER = "keeper.reminder"
ASKED = "keeping.asked"
"""What the queue is asked for once a reminder was sent."""

BY_LINK = "Akteur selbst"
BY_HAND = ("times", "remark")
"""What is said in the actor's own words: somebody has to enter it, no button can."""

EVERYONE = "everyone"
"""Among the target groups: all people."""

Short = Annotated[str, Meta(max_length=300)]
Long = Annotated[str, Meta(max_length=5_000)]
Number = Annotated[int, Meta(ge=0, le=100_000)] | None
Codes = Annotated[tuple[Annotated[str, Meta(max_length=12)], ...], Meta(max_length=60)]
Marks = Annotated[tuple[Annotated[str, Meta(max_length=40)], ...], Meta(max_length=200)]
Ids = Annotated[tuple[Annotated[str, Meta(max_length=20)], ...], Meta(max_length=60)]


class Update(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what is to change is set."""

    remark: Long | UnsetType = UNSET


class ActorUpdate(Update, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an actor may change of itself. `activities`: all that it does, each as `keeping.activities.mark` has it."""

    name: Short | UnsetType = UNSET
    description: Long | UnsetType = UNSET
    website: Short | UnsetType = UNSET
    email: Short | UnsetType = UNSET
    phone: Short | UnsetType = UNSET
    languages: Short | UnsetType | None = UNSET
    activities: Marks | UnsetType = UNSET
    fields_known: Short | UnsetType = UNSET


class OfferUpdate(Update, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an actor may change of an offer. `times`: new times or another place, in its own words.

    `languages`: codes of those in which it is held; `groups`: public ids of terms, or `EVERYONE` alone; `fields`: those
    of fields of action. Empty: nobody knows.
    """

    name: Short | UnsetType = UNSET
    description: Long | UnsetType = UNSET
    status: Short | UnsetType = UNSET
    cost: Short | UnsetType = UNSET
    access: Short | UnsetType = UNSET
    access_note: Long | UnsetType = UNSET
    alert: Short | UnsetType = UNSET
    website: Short | UnsetType = UNSET
    email: Short | UnsetType = UNSET
    phone: Short | UnsetType = UNSET
    capacity: Number | UnsetType = UNSET
    available: Number | UnsetType = UNSET
    waiting: Number | UnsetType = UNSET
    languages: Codes | UnsetType = UNSET
    groups: Ids | UnsetType = UNSET
    fields: Ids | UnsetType = UNSET
    area: Short | UnsetType = UNSET
    times: Long | UnsetType = UNSET


class NewOffer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An offer that an actor tells of; what it leaves out is not known."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    description: Long = ""
    languages: Codes = ()
    fields: Ids = ()
    times: Long = ""


Updating = TypeVar("Updating", bound=Update)


def changes_of(update: Update) -> dict[str, Any]:
    """The fields that a button can change."""
    values = msgspec.structs.asdict(update).items()
    return {name: value for name, value in values if value is not UNSET and name not in BY_HAND}


def by_hand(update: Update) -> dict[str, str]:
    """What somebody has to enter, by field."""
    values = ((name, getattr(update, name, UNSET)) for name in BY_HAND)
    return {name: value for name, value in values if value is not UNSET and value}


def rest_of(update: Updating) -> Updating | None:
    """The update with only what somebody has to enter, or None when there is no such thing."""
    left = by_hand(update)
    return type(update)(**left) if left else None
