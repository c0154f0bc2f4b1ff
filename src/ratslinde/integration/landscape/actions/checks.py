"""What several verbs of the landscape check."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.landscape.models import (
    Actor,
    FormerId,
    LandscapeRow,
    Offer,
    Place,
    SocialSpace,
    Taxonomy,
    Term,
)
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.phone_numbers import NO_NUMBER, is_phone_number
from ratslinde.record.values import Kind, Withdrawal

KINDS: dict[type[LandscapeRow], Kind] = {
    Actor: "actor", Offer: "offer", Place: "place", SocialSpace: "socialSpace", Taxonomy: "taxonomy", Term: "term",
}  # fmt: skip


def withdrawal_of(row: LandscapeRow) -> Withdrawal:
    """How the record is told that the row is public no longer."""
    return Withdrawal(kind=KINDS[type(row)], id=row.public_id, body=row.body.public_id)


def refuse_backwards(start: datetime.date | None, end: datetime.date | None, *, field: str) -> None:
    """Raise Refused when the end lies before the beginning."""
    if start and end and end < start:
        raise Refused("Das Ende liegt vor dem Beginn.", field=field)


def refuse_no_phone(values: Mapping[str, Any]) -> None:
    """Raise Refused for a telephone number that nobody can dial."""
    if values.get("phone") and not is_phone_number(str(values["phone"])):
        raise Refused(NO_NUMBER, field="phone")


def refuse_archived(row: LandscapeRow) -> None:
    """Raise Refused for a row that was put away."""
    if row.archived_at is not None:
        raise Refused("Dieser Eintrag ist abgelegt. Bitte zuerst wieder hervorholen.")


def refuse_merged(row: LandscapeRow) -> None:
    """Raise Refused for a row that stands in another one: it only comes back when the merging is undone."""
    if FormerId.objects.filter(public_id=row.public_id).exists():
        raise Refused(
            "Dieser Eintrag ist mit einem anderen zusammengeführt. Bitte das zuerst rückgängig machen."
        )
