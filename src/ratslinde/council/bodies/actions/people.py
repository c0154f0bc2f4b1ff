"""People and memberships: changing, publishing, taking back, erasing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.actions.checks import refuse_backwards, withdrawal_of
from ratslinde.council.bodies.models import (
    Body,
    Membership,
    Organization,
    Person,
)
from ratslinde.kernel.errors import Refused
from ratslinde.record.erasing import erase
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Release, Seen, carry_out, current, require_reason
from ratslinde.verbs.rows import DeskRow, Publication, change

__all__ = ["rights"]


@action("person.edit")
def add_person(_actor: Actor, /, body: Body, *, family_name: str, **more: Any) -> Person:
    """A new person in an office."""
    if not family_name.strip():
        raise Refused("Bitte den Nachnamen angeben.", field="family_name")
    return Person.objects.create(body=body, family_name=family_name.strip(), **more)


@action("person.edit")
def edit_person(_actor: Actor, person: Person, *, changes: Mapping[str, Any], revision: int) -> Person:
    """Change name or contact."""
    if "family_name" in changes and not str(changes["family_name"]).strip():
        raise Refused("Bitte den Nachnamen angeben.", field="family_name")
    return change(person, changes, revision=revision)


@action("person.edit")
def add_membership(
    _actor: Actor, /, person: Person, *, organization: Organization, **more: Any
) -> Membership:
    """The person belongs to the organization."""
    refuse_backwards(more.get("start"), more.get("end"))
    return Membership.objects.create(person=person, organization=organization, **more)


@action("person.edit")
def edit_membership(
    _actor: Actor, membership: Membership, *, changes: Mapping[str, Any], revision: int
) -> Membership:
    """Change role, list or dates of a membership."""
    refuse_backwards(changes.get("start", membership.start), changes.get("end", membership.end))
    return change(membership, changes, revision=revision)


@action("person.publish")
def publish_person(_actor: Actor, person: Person, *, seen: Seen = None) -> list[str]:
    """Make the person public, with the memberships in published organizations."""
    return carry_out(people_release([current(person)]), seen=seen)


def people_release(people: list[Person]) -> Release:
    """What publishing these people makes public; memberships that may be shown no more are taken back."""
    values, rows, gone = [], [], []
    for person in people:
        shown = public.public_memberships(person)
        values += [*map(public.membership_value, shown), public.person_value(person)]
        rows += [*shown, person]
        former = person.memberships.filter(publication=Publication.PUBLISHED)
        gone += list(former.exclude(pk__in=[row.pk for row in shown]))
    return Release(
        values=tuple(values), withdrawals=tuple(map(withdrawal_of, gone)), rows=tuple(rows), gone=tuple(gone)
    )


@action("person.withdraw")
def withdraw_person(_actor: Actor, person: Person, *, reason: str, seen: Seen = None) -> list[str]:
    """Take the person back from the public, and all memberships."""
    require_reason(reason)
    return carry_out(person_withdrawal(current(person)), seen=seen)


def person_withdrawal(person: Person) -> Release:
    """What is taken back with the person."""
    memberships = list(person.memberships.filter(publication=Publication.PUBLISHED))
    rows: list[DeskRow] = [person, *memberships]
    return Release(withdrawals=(withdrawal_of(person), *map(withdrawal_of, memberships)), gone=tuple(rows))


@action("person.erase")
def erase_person(_actor: Actor, person: Person, *, reason: str) -> int:
    """Remove every published version of a withdrawn person (R311); hash, date and reason stay. Returns how many."""
    require_reason(reason)
    rows = [person.public_id, *person.memberships.values_list("public_id", flat=True)]
    return sum(erase(each, reason=reason) for each in rows)
