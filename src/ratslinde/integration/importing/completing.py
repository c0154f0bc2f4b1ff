"""What is added to a row that is there: activities, contacts, former ids, translations. Nothing is taken away by it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import (
    Activity,
    Actor,
    ContactPerson,
    FormerId,
    LandscapeRow,
    Offer,
    Place,
    Translation,
)
from ratslinde.integration.landscape.restoring import restored
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account

Values = Mapping[str, Any]
Added = list[list[Any]]
"""What was added, each as kind ('activity' or 'contact'), public id and revision."""


def add_to(account: Account, row: Any, values: Values, *, batch: uuid.UUID | None) -> Added:
    """Add what the values say and the row does not have yet; returns what can be taken back by itself."""
    added = _activities(account, row, values.get("activities", []), batch)
    for each in values.get("contacts", []):
        if not ContactPerson.objects.filter(standard_id=each["id"]).exists():
            added.append(_noted("contact", _add_contact(account, row, each)))
    if "contact" in values and row.contact is None:
        added += _set_contact(account, row, values["contact"])
    for each in values.get("former_ids", []):
        _add_former(row, each)
    for language, fields in values.get("translations", {}).items():
        for name, each in fields.items():
            _translate(account, row, name, language, each)
    return added


def _activities(account: Account, row: Any, given: list[list[str]], batch: uuid.UUID | None) -> Added:
    added = []
    for term, role in given:
        if not Activity.objects.filter(actor=row, field__public_id=term, role=role).exists():
            field = restored(Activity, "field", term)
            made = actions.set_activity(account, row, field=field, role=role, batch=batch)
            added.append(_noted("activity", made))
    return added


def _noted(kind: str, made: Activity | ContactPerson) -> list[Any]:
    return [kind, made.public_id, made.revision]


def _add_contact(account: Account, actor: Actor, given: Mapping[str, str]) -> ContactPerson:
    more: dict[str, Any] = {
        name: given[name] for name in ("given_name", "family_name", "email", "phone") if given.get(name)
    }
    if given.get("name_consent_on"):
        more["name_consent_on"] = restored(ContactPerson, "name_consent_on", given["name_consent_on"])
    return actions.add_contact(
        account, actor, function=given["function"], standard_id=uuid.UUID(given["id"]), **more
    )


def _set_contact(account: Account, offer: Offer, given: Mapping[str, str]) -> Added:
    """The offer's contact is one of its actor's; it is made there when the actor does not have it."""
    contacts = offer.actor.contacts.filter(Q(standard_id=given["id"]) | Q(function=given["function"]))
    there = contacts.order_by("pk").first()
    contact = there or _add_contact(account, offer.actor, given)
    Offer.objects.filter(pk=offer.pk).update(contact=contact, changed_at=clock.now())
    offer.contact = contact
    return [] if there else [_noted("contact", contact)]


def _add_former(row: Any, standard_id: str) -> None:
    taken = any(
        model._default_manager.filter(standard_id=standard_id).exists()
        for model in (Actor, Offer, Place, FormerId)
    )
    if not taken:
        FormerId.objects.create(
            **{type(row).__name__.lower(): row},
            standard_id=standard_id,
            public_id=uuid.UUID(standard_id).hex[:20],
        )


def _translate(
    account: Account, row: LandscapeRow, name: str, language: str, each: Mapping[str, str]
) -> None:
    outdated = each["state"] == "outdated"
    state = "checked" if outdated else each["state"]
    made = actions.translate(account, row, field=name, language=language, text=each["text"], state=state)
    if outdated and made is not None:
        Translation.objects.filter(pk=made.pk).update(outdated_at=clock.now())
