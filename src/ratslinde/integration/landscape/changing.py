"""The same change to many rows: first what it would do, row by row; then the act.

It is one transaction, so that a crash leaves all or nothing, one entry in the journal besides those of the rows, and it
is taken back as one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import prefetch_related_objects

from ratslinde.integration import rights
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.actions.public_days import PublicDays
from ratslinde.integration.landscape.models import Actor
from ratslinde.integration.landscape.planning import ChangesOf, Row, RowPlan, plan
from ratslinde.integration.landscape.queries.many import with_parts
from ratslinde.kernel.errors import Conflict, Forbidden, Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]
MOVED = "Hat inzwischen jemand anderes geändert und blieb deshalb, wie es ist."


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was changed, under which `batch` it is taken back, and what was left with the sentence why."""

    batch: uuid.UUID
    changed: tuple[RowPlan, ...]
    left: tuple[tuple[Row, str], ...]


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
