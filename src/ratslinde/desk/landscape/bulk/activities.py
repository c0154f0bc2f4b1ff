"""What becomes of an actor's activities when some are entered or ended for many actors at once."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import replace

from ratslinde.integration.landscape.models import Term
from ratslinde.integration.landscape.values import GivenActivity


def entered(
    stands: Sequence[GivenActivity], *, fields: Sequence[Term], role: str, source: str, on: datetime.date
) -> list[GivenActivity]:
    """The activities with one in this role for each of the fields; one that was over goes on."""
    again = [
        replace(each, until=None) if _is_meant(each, fields, role) and _is_over(each, on) else each
        for each in stands
    ]
    there = {each.field.pk for each in stands if each.role == role}
    new = [GivenActivity(field=field, role=role, source=source) for field in fields if field.pk not in there]
    return [*again, *new]


def ended(
    stands: Sequence[GivenActivity], *, fields: Collection[Term], role: str, on: datetime.date
) -> list[GivenActivity]:
    """The activities, those in these fields ended on the day; `role` '' is any. What begins later does not begin."""
    left = [each for each in stands if not (_is_meant(each, fields, role) and _begins_after(each, on))]
    return [
        replace(each, until=on) if _is_meant(each, fields, role) and not _is_over(each, on) else each
        for each in left
    ]


def _is_meant(each: GivenActivity, fields: Collection[Term], role: str) -> bool:
    return each.field in fields and role in ("", each.role)


def _is_over(each: GivenActivity, day: datetime.date) -> bool:
    return each.until is not None and each.until <= day


def _begins_after(each: GivenActivity, day: datetime.date) -> bool:
    return each.since is not None and each.since > day
