"""Whom to ask: offices before names, names with a day on which they are forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Actor, ContactPerson
from ratslinde.integration.landscape.public.parts import contact_id
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.redacting import holders, redact
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import require_reason

__all__ = ["rights"]
KEEP_YEARS = 2


@action("contact.edit")
def add_contact(_account: Account, actor: Actor, /, *, function: str, **more: Any) -> ContactPerson:
    """A new contact; without a day it is kept for two years (`KEEP_YEARS`), then it is forgotten."""
    refuse_archived(actor)
    if not function.strip():
        raise Refused("Bitte die Funktion angeben, zum Beispiel „Vorstand“.", field="function")
    more.setdefault("keep_until", clock.today() + datetime.timedelta(days=365 * KEEP_YEARS))
    _refuse_past(more["keep_until"])
    return ContactPerson.objects.create(body=actor.body, actor=actor, function=function.strip(), **more)


@action("contact.edit")
def edit_contact(
    account: Account, contact: ContactPerson, *, changes: Mapping[str, Any], revision: int
) -> ContactPerson:
    """Change a contact; what stood there before is not kept."""
    if "function" in changes and not str(changes["function"]).strip():
        raise Refused("Bitte die Funktion angeben, zum Beispiel „Vorstand“.", field="function")
    if "keep_until" in changes:
        _refuse_past(changes["keep_until"])
    return restate(account, contact, changes, revision=revision)


@action("contact.erase")
def erase_contact(_account: Account, contact: ContactPerson, *, reason: str) -> list[str]:
    """Remove the contact for good, also from what is public and from older versions, wherever it once stood.

    Returns the names of the offers that lose it.
    """
    require_reason(reason)
    offers = list(contact.offers.all())
    part = contact_id(contact.actor, contact)
    for object_id in holders(part):
        redact(object_id, part=part, reason=reason)
    contact.delete()
    return [offer.name for offer in offers]


def _refuse_past(day: datetime.date | None) -> None:
    if day is None or day < clock.today():
        raise Refused("Bitte einen Tag angeben, der noch nicht vorbei ist.", field="keep_until")
