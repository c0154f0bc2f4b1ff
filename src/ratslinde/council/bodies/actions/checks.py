"""What several verbs of this matter check, and how a row is taken back."""

from __future__ import annotations

import datetime

from ratslinde.council.bodies.models import LegislativeTerm, Location, Membership, Organization, Person
from ratslinde.kernel.errors import Refused
from ratslinde.record.values import Withdrawal
from ratslinde.verbs.rows import DeskRow


def withdrawal_of(row: DeskRow) -> Withdrawal:
    """How the record is told that the row is public no longer."""
    kinds = {
        Organization: "organization",
        Person: "person",
        Membership: "membership",
        Location: "location",
        LegislativeTerm: "legislativeTerm",
    }
    body = row.organization.body if isinstance(row, Membership) else row.body  # type: ignore[attr-defined]
    return Withdrawal(kind=kinds[type(row)], id=row.public_id, body=body.public_id)  # type: ignore[arg-type]


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
