"""What the town has decided about its coverage matrix: limits over time, and cells in which nothing is intended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from ratslinde.council.bodies.models import Body
from ratslinde.integration.landscape.models import CoverageRule, NotIntended, SocialSpace, TaxonomyKey, Term
from ratslinde.integration.landscape.rules.coverage_cells import Position
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import require


class CellRows(TypedDict):
    """The rows of a position, as the verb takes them."""

    field: Term
    space: SocialSpace | None
    group: Term | None
    language: str


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The limits that hold today (None: the default ones) and all that were ever set, newest first."""

    today: CoverageRule | None
    all: Sequence[CoverageRule]


def rules(account: Account, body: Body) -> Rules:
    """The limits of the town."""
    require(account, "landscape.read")
    rows = list(body.coverage_rules.all())
    return Rules(today=next((row for row in rows if row.valid_from <= clock.today()), None), all=rows)


def mark_rows(account: Account, body: Body) -> list[NotIntended]:
    """Where no offer is intended, by field."""
    require(account, "landscape.read")
    rows = NotIntended.objects.filter(body=body).select_related("field", "space", "group")
    return list(rows.order_by("field__position", "pk"))


def mark_row(account: Account, public_id: str) -> NotIntended:
    """The mark of that public id. Raises NotIntended.DoesNotExist."""
    require(account, "landscape.read")
    return NotIntended.objects.select_related("field", "space", "group").get(public_id=public_id)


def mark_position(row: NotIntended) -> Position:
    """The cell that was marked."""
    space = row.space.public_id if row.space else ""
    group = row.group.public_id if row.group else ""
    return Position(row.field.public_id, space, group, row.language)


def rows_at(body: Body, at: Position) -> CellRows:
    """The rows of the position. Raises ObjectDoesNotExist for keys that nothing has, and for a cell of all fields."""
    terms = Term.objects.filter(body=body).select_related("taxonomy")
    return {
        "field": terms.get(public_id=at.field, taxonomy__key=TaxonomyKey.FIELDS),
        "space": SocialSpace.objects.get(body=body, public_id=at.space) if at.space else None,
        "group": terms.get(public_id=at.group, taxonomy__key=TaxonomyKey.GROUPS) if at.group else None,
        "language": at.language,
    }
