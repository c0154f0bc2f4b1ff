"""What several verbs of this matter check, and how a row is taken back."""

from __future__ import annotations

import datetime

from ratslinde.council.bodies.models import LegislativeTerm, Location, Membership, Organization, Person
from ratslinde.kernel.errors import Refused
from ratslinde.record.values import Kind, Withdrawal

Withdrawn = Organization | Person | Membership | Location | LegislativeTerm
KINDS: dict[type[Withdrawn], Kind] = {
    Organization: "organization", Person: "person", Membership: "membership", Location: "location",
    LegislativeTerm: "legislativeTerm",
}  # fmt: skip


def withdrawal_of(row: Withdrawn) -> Withdrawal:
    """How the record is told that the row is public no longer."""
    body = row.organization.body if isinstance(row, Membership) else row.body
    return Withdrawal(kind=KINDS[type(row)], id=row.public_id, body=body.public_id)


def refuse_backwards(start: datetime.date | None, end: datetime.date | None) -> None:
    """Raise Refused when the end lies before the beginning."""
    if start and end and end < start:
        raise Refused("Das Ende liegt vor dem Beginn.", field="end")


def is_below(organization: Organization, above: Organization) -> bool:
    """Whether `organization` is `above` or one of its sub-groups."""
    seen: Organization | None = organization
    while seen is not None and seen != above:
        seen = seen.parent
    return seen is not None
