"""What the same change would do to many rows, row by row; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.public_days import CONFIRMING, PublicDays
from ratslinde.integration.landscape.actions.restating import INSIDE
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.values import (
    GivenActivity,
    GivenLanguage,
    plain,
    plain_activities,
    plain_value,
)
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may
from ratslinde.verbs.rows import Publication

Row = Actor | Offer
ChangesOf = Callable[[Any], Mapping[str, Any]]
"""What is to be set in a row, by field."""
_VERBS: Mapping[type[Row], str] = {Actor: "actor.edit", Offer: "offer.edit"}


@dataclass(frozen=True, kw_only=True)
class FieldPlan:
    """A field as it stands and as it would stand."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class RowPlan:
    """A row with the fields that would change, at least one. `changes`: all that was asked for, as a verb takes it.

    `goes_public`: it is only confirmed, and nothing else of it waits: its new day goes public with the act.
    """

    row: Row
    fields: tuple[FieldPlan, ...]
    changes: Mapping[str, Any]
    goes_public: bool = False

    @property
    def only_confirms(self) -> bool:
        """Whether nothing is said but that the row is still true."""
        return "confirmed_on" in self.changes and self.changes.keys() <= CONFIRMING

    @property
    def outdates_the_public(self) -> bool:
        """Whether the row is public and would say there something else than here."""
        published = self.row.publication == Publication.PUBLISHED and not self.goes_public
        return published and any(each.field not in INSIDE for each in self.fields)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a change to many rows would do. `refused`: rows that cannot be changed, with the sentence why."""

    rows: tuple[RowPlan, ...]
    unchanged: tuple[Row, ...]
    refused: tuple[tuple[Row, str], ...]

    @property
    def public(self) -> int:
        """How many of the rows need publishing again afterwards."""
        return sum(each.outdates_the_public for each in self.rows)

    @property
    def dated(self) -> int:
        """How many of the rows show the new day in public at once."""
        return sum(each.goes_public for each in self.rows)


def plan(
    account: Account, rows: Sequence[Row], changes_of: ChangesOf, *, days: PublicDays | None = None
) -> Plan:
    """What would change in these rows; nothing is changed. `days` looks at those that are only confirmed."""
    planned, unchanged, refused = [], [], []
    for row in rows:
        sentence = why_not(account, row, changes_of(row))
        fields = () if sentence else _fields(row, changes_of(row))
        if sentence:
            refused.append((row, sentence))
        elif fields:
            planned.append(RowPlan(row=row, fields=fields, changes=changes_of(row)))
        else:
            unchanged.append(row)
    only = [each.row for each in planned if each.only_confirms]
    public = (days or PublicDays()).look(only)
    planned = [replace(each, goes_public=each.row.public_id in public) for each in planned]
    return Plan(rows=tuple(planned), unchanged=tuple(unchanged), refused=tuple(refused))


def why_not(account: Account, row: Row, changes: Mapping[str, Any]) -> str:
    """The sentence that says why the row cannot be changed so; '' where it can."""
    if not may(account, _VERBS[type(row)], row):
        return "Dazu fehlt Ihnen das Recht."
    try:
        check = actions.check_actor_changes if isinstance(row, Actor) else actions.check_offer_changes
        check(row, changes)  # type: ignore[arg-type]
    except Refused as refusal:
        return refusal.message
    return ""


def _fields(row: Row, changes: Mapping[str, Any]) -> tuple[FieldPlan, ...]:
    return tuple(
        FieldPlan(field=name, before=_stands(row, name), after=value)
        for name, value in changes.items()
        if _sorted(plain(row, name)) != _plain(value)
    )


def _stands(row: Row, name: str) -> Any:
    value = getattr(row, name)
    return list(value.all()) if hasattr(value, "all") else value


def _plain(value: Any) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], GivenActivity):
        return _sorted(plain_activities(value))
    if isinstance(value, list) and value and isinstance(value[0], GivenLanguage):
        return _sorted([[each.code, each.interpreted] for each in value])
    return _sorted(plain_value(value))


def _sorted(found: Any) -> Any:
    return sorted(found, key=str) if isinstance(found, list) else found
