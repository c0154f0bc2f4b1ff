"""Whom to ask: offices before names, names with a day on which they are forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.checks import refuse_archived, refuse_no_phone
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.models import Actor, ContactPerson
from ratslinde.integration.landscape.public.parts import contact_id
from ratslinde.journal.retention import Period, Rule, declare
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.record.redacting import holders, redact
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action
from ratslinde.verbs.releasing import require_reason

__all__ = ["rights"]
CONTACTS = declare(Rule(
    setting="RATSLINDE_KEEP_CONTACTS",
    what="Ansprechperson eines Akteurs, mit der Einwilligung, sie zu zeigen",
    why="Nach zwei Jahren stimmt vieles nicht mehr; wer bleibt, wird neu eingetragen. Der Tag steht bei jeder Person "
    "und lässt sich dort ändern.",
    periods=(Period(days=730),),
))  # fmt: skip


@action("contact.edit")
def add_contact(_account: Account, actor: Actor, /, *, function: str, **more: Any) -> ContactPerson:
    """A new contact; without a day it is kept as long as `CONTACTS` says, then it is forgotten."""
    refuse_archived(actor)
    if not function.strip():
        raise Refused("Bitte die Funktion angeben, zum Beispiel „Vorstand“.", field="function")
    refuse_no_phone(more)
    more.setdefault("keep_until", CONTACTS.until(clock.today()))
    _refuse_past(more["keep_until"])
    return ContactPerson.objects.create(body=actor.body, actor=actor, function=function.strip(), **more)


@action("contact.edit")
def edit_contact(
    account: Account, contact: ContactPerson, *, changes: Mapping[str, Any], revision: int
) -> ContactPerson:
    """Change a contact; what stood there before is not kept. A consent that is taken back counts at once: the contact
    leaves what is public and older versions; the next publication brings it back as an office.
    """
    if "function" in changes and not str(changes["function"]).strip():
        raise Refused("Bitte die Funktion angeben, zum Beispiel „Vorstand“.", field="function")
    refuse_no_phone(changes)
    if "keep_until" in changes:
        _refuse_past(changes["keep_until"])
    had_consent = contact.name_consent_on is not None
    saved = restate(account, contact, changes, revision=revision)
    if had_consent and saved.name_consent_on is None:
        _take_back(saved, reason="Einwilligung zurückgenommen")
    return saved


@action("contact.erase")
def erase_contact(_account: Account, contact: ContactPerson, *, reason: str) -> list[str]:
    """Remove the contact for good, also from what is public and from older versions, wherever it once stood.

    Returns the names of the offers that lose it.
    """
    require_reason(reason)
    offers = list(contact.offers.all())
    _take_back(contact, reason=reason)
    contact.delete()
    return [offer.name for offer in offers]


def _take_back(contact: ContactPerson, *, reason: str) -> None:
    part = contact_id(contact.actor, contact)
    for object_id in holders(part):
        redact(object_id, part=part, reason=reason)


def _refuse_past(day: datetime.date | None) -> None:
    if day is None or day < clock.today():
        raise Refused("Bitte einen Tag angeben, der noch nicht vorbei ist.", field="keep_until")
