"""That somebody has said what stands there is still true, and when somebody was asked.

A confirmation shows in public at once where nothing else waits to be published: see `public_days`.
"""

from __future__ import annotations

import datetime
import uuid
from typing import Any, TypeVar

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived
from ratslinde.integration.landscape.actions.public_days import PublicDays
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
Row = TypeVar("Row", Actor, Offer)


@action("actor.confirm")
def confirm_actor(
    account: Account,
    actor: Actor,
    *,
    by: str,
    on: datetime.date | None = None,
    batch: uuid.UUID | None = None,
    days: PublicDays | None = None,
    through: str = "",
) -> Actor:
    """What stands there about the actor and its activities is true as of that day; `by`: an office, not a name.

    `days`: who confirms several has looked at them all before and publishes their days together afterwards.
    `through`: how somebody without an account said so, for the history.
    """
    changes = {"confirmed_on": _day(on), "confirmed_by": by.strip(), "asked_on": _day(on)}
    return _confirm(account, actor, changes, batch=batch, days=days, through=through)


@action("offer.confirm")
def confirm_offer(
    account: Account,
    offer: Offer,
    *,
    by: str,
    on: datetime.date | None = None,
    batch: uuid.UUID | None = None,
    days: PublicDays | None = None,
    through: str = "",
) -> Offer:
    """What stands there about the offer is true as of that day; `days` and `through` as in `confirm_actor`."""
    changes = {"confirmed_on": _day(on), "confirmed_by": by.strip()}
    return _confirm(account, offer, changes, batch=batch, days=days, through=through)


@action("actor.edit")
def mark_asked(
    account: Account, actor: Actor, *, on: datetime.date | None = None, network: bool = False
) -> Actor:
    """The actor was asked what it does, or with `network` whom it works with; it has not answered by that."""
    name = "network_asked_on" if network else "asked_on"
    return restate(account, actor, {name: _day(on)}, revision=actor.revision)


@action("actor.edit")
def mark_network_answered(account: Account, actor: Actor, *, on: datetime.date | None = None) -> Actor:
    """The actor has said whom it works with: a tie that it did not name is denied, no longer unknown."""
    return restate(account, actor, {"network_answered_on": _day(on)}, revision=actor.revision)


def _confirm(
    account: Account,
    row: Row,
    changes: dict[str, Any],
    *,
    batch: uuid.UUID | None,
    days: PublicDays | None,
    through: str,
) -> Row:
    refuse_archived(row)
    together = days or PublicDays()
    if days is None:
        together.look([row])
    saved = restate(account, row, changes, revision=row.revision, batch=batch, through=through)
    together.confirmed(saved)
    if days is None:
        together.publish()
    return saved


def _day(on: datetime.date | None) -> datetime.date:
    if on is not None and on > clock.today():
        raise Refused("Dieser Tag liegt in der Zukunft.", field="on")
    return on or clock.today()
