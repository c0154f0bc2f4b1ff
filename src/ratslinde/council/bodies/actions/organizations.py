"""Council bodies and departments: changing, renaming, publishing, taking back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from ratslinde.council import rights
from ratslinde.council.bodies import public
from ratslinde.council.bodies.actions.checks import is_below, refuse_backwards, withdrawal_of
from ratslinde.council.bodies.actions.people import people_release
from ratslinde.council.bodies.models import (
    Body,
    Organization,
    OrganizationName,
    Person,
)
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.identifiers import slug
from ratslinde.verbs import Actor, action
from ratslinde.verbs.releasing import Release, Seen, carry_out, current, require_reason
from ratslinde.verbs.rows import DeskRow, Publication, change

__all__ = ["rights"]


@action("body.edit")
def add_organization(
    _actor: Actor,
    /,
    body: Body,
    *,
    name: str,
    organization_type: str,
    short_name: str = "",
    parent: Organization | None = None,
    unchecked: tuple[str, ...] = (),
    **more: Any,
) -> Organization:
    """A new council body, list or department under its first name."""
    if not name.strip():
        raise Refused("Bitte einen Namen angeben.", field="name")
    row = Organization.objects.create(
        body=body,
        slug=_free_slug(name),
        organization_type=organization_type,
        parent=parent,
        unchecked=list(unchecked),
        **more,
    )
    OrganizationName.objects.create(
        organization=row, name=name.strip(), short_name=short_name, start=row.start
    )
    return row


@action("body.edit")
def edit_organization(
    _actor: Actor, organization: Organization, *, changes: Mapping[str, Any], revision: int
) -> Organization:
    """Change what is known of a body; names change by `rename_organization`."""
    refuse_backwards(changes.get("start", organization.start), changes.get("end", organization.end))
    parent = changes.get("parent")
    if parent is not None and is_below(parent, organization):
        raise Refused("Ein Gremium kann nicht zu seiner eigenen Untergruppe gehören.", field="parent")
    return change(organization, changes, revision=revision)


@action("body.edit")
def rename_organization(
    _actor: Actor, organization: Organization, *, name: str, start: datetime.date, short_name: str = ""
) -> OrganizationName:
    """From that day on the body has a new name; everything older keeps the old one (R003)."""
    last = organization.names.last()
    if last is not None and last.start is not None and last.start >= start:
        raise Refused("Der neue Name muss später beginnen als der bisherige.", field="start")
    if last is not None:
        OrganizationName.objects.filter(pk=last.pk).update(end=start - datetime.timedelta(days=1))
    return OrganizationName.objects.create(
        organization=organization, name=name, short_name=short_name, start=start
    )


@action("body.publish")
def publish_organization(_actor: Actor, organization: Organization, *, seen: Seen = None) -> list[str]:
    """Make the body public, with the memberships of people who are public already."""
    return carry_out(organization_release(current(organization)), seen=seen)


def organization_release(organization: Organization) -> Release:
    """What publishing the body makes public. Call it inside a transaction.

    It marks the body as published first, because memberships are shown only in bodies that are.
    """
    Organization.objects.filter(pk=organization.pk).update(publication=Publication.PUBLISHED)
    organization.publication = Publication.PUBLISHED
    people = Person.objects.filter(
        publication=Publication.PUBLISHED, memberships__organization=organization
    ).distinct()
    itself = Release(values=(public.organization_value(organization),), rows=(organization,))
    return itself + people_release(list(people))


@action("body.withdraw")
def withdraw_organization(
    _actor: Actor, organization: Organization, *, reason: str, seen: Seen = None
) -> list[str]:
    """Take the body back from the public, and the memberships in it."""
    require_reason(reason)
    return carry_out(organization_withdrawal(current(organization)), seen=seen)


def organization_withdrawal(organization: Organization) -> Release:
    """What is taken back with the body."""
    memberships = list(organization.memberships.filter(publication=Publication.PUBLISHED))
    rows: list[DeskRow] = [organization, *memberships]
    return Release(
        withdrawals=(withdrawal_of(organization), *map(withdrawal_of, memberships)), gone=tuple(rows)
    )


def _free_slug(name: str) -> str:
    base = slug(name) or "gremium"
    taken = set(Organization.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = Organization.objects.aggregate(highest=Max("pk"))["highest"] or 0
    return base if base not in taken else f"{base}-{number + 1}"
