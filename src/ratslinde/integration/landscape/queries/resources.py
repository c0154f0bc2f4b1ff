"""What the administration has, for those who may see it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import Resource
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require


def resources(account: Account, body: Body) -> list[Resource]:
    """The resources by kind that the account may see: all, or those of its own office."""
    require(account, "landscape.read")
    rows = (
        Resource.objects.filter(body=body).select_related("office__organization").prefetch_related("fields")
    )
    return [row for row in rows if may(account, "resource.read", row)]


def resource(account: Account, public_id: str) -> Resource:
    """The resource of that public id. Raises Resource.DoesNotExist and Forbidden."""
    found = Resource.objects.select_related("office__organization", "body").get(public_id=public_id)
    require(account, "resource.read", found)
    return found


def sums(rows: list[Resource]) -> list[tuple[str, str, Decimal | None, int]]:
    """(kind, unit, sum, how many have no amount) over resources: what nobody has said is counted, never added as 0.

    The sum is None where nobody has said any amount.
    """
    amounts: dict[tuple[str, str], list[Decimal | None]] = defaultdict(list)
    for row in rows:
        amounts[row.get_kind_display(), row.unit].append(row.amount)
    return [
        (kind, unit, _sum([each for each in found if each is not None]), found.count(None))
        for (kind, unit), found in sorted(amounts.items())
    ]


def _sum(known: list[Decimal]) -> Decimal | None:
    return sum(known, Decimal()) if known else None
