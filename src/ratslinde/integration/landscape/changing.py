"""The same change to many rows: first what it would do, row by row; then the act.

It is one transaction, so that a crash leaves all or nothing, one entry in the journal besides those of the rows, and it
is taken back as one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from ratslinde.integration import rights
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.public_days import CONFIRMING, PublicDays
from ratslinde.integration.landscape.actions.restating import INSIDE
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.integration.landscape.queries.many import with_parts
from ratslinde.integration.landscape.values import (
    GivenActivity,
    GivenLanguage,
    plain,
    plain_activities,
    plain_value,
)
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action, may
from ratslinde.verbs.rows import Publication

__all__ = ["rights"]
Row = Actor | Offer
ChangesOf = Callable[[Any], Mapping[str, Any]]
"""What is to be set in a row, by field."""
MOVED = "Hat inzwischen jemand anderes geändert und blieb deshalb, wie es ist."
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


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was changed, under which `batch` it is taken back, and what was left with the sentence why."""

    batch: uuid.UUID
    changed: tuple[RowPlan, ...]
    left: tuple[tuple[Row, str], ...]


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


@action("landscape.edit_many")
def carry_out(
    account: Account,
    _nothing: None = None,
    /,
    *,
    rows: Sequence[Row],
    changes_of: ChangesOf,
    seen: Mapping[str, int],
) -> Done:
    """Change the rows that still stand as they were seen. `seen`: revisions by public id; other rows stay.

    The right to change each row is asked for row by row. Nothing is done when anything but a refusal goes wrong.
    """
    prefetch_related_objects([account], "grants")
    batch, days, chosen = uuid.uuid4(), PublicDays(), _locked([row for row in rows if row.public_id in seen])
    still = [row for row in chosen if row.revision == seen[row.public_id]]
    found = plan(account, still, changes_of, days=days)
    moved = [(row, MOVED) for row in chosen if row.revision != seen[row.public_id]]
    changed, left = [], [*moved, *found.refused]
    for each in found.rows:
        sentence = _change(account, each, revision=seen[each.row.public_id], batch=batch, days=days)
        if sentence:
            left.append((each.row, sentence))
        else:
            changed.append(each)
    days.publish()
    return Done(batch=batch, changed=tuple(changed), left=tuple(left))


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


def _locked(rows: Sequence[Row]) -> list[Row]:
    """The rows as they stand, by name; nobody else changes them until the act is over."""
    if not rows:
        return []
    model, keys = type(rows[0]), [row.pk for row in rows]
    list(model._default_manager.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    fresh = with_parts(model._default_manager.filter(pk__in=keys))
    return list(fresh.order_by("name", "pk"))


def _change(account: Account, each: RowPlan, *, revision: int, batch: uuid.UUID, days: PublicDays) -> str:
    is_actor = isinstance(each.row, Actor)
    edit: Callable[..., Row] = actions.edit_actor if is_actor else actions.edit_offer
    confirm: Callable[..., Row] = actions.confirm_actor if is_actor else actions.confirm_offer
    try:
        with transaction.atomic():  # a row that is refused half way leaves nothing of itself
            if each.only_confirms:
                by, on = each.changes["confirmed_by"], each.changes["confirmed_on"]
                confirm(account, each.row, by=by, on=on, batch=batch, days=days)
            else:
                edit(account, each.row, changes=each.changes, revision=revision, batch=batch)
    except Forbidden:
        raise
    except Conflict:
        return MOVED
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
