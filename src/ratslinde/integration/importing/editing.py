"""Changing rows that stand, each with the verb of its kind, as a part of the run's batch."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, LandscapeRow
from ratslinde.integration.landscape.restoring import restored
from ratslinde.verbs import Actor as Account

EDITED: Mapping[str, Callable[..., Any]] = {
    "place": actions.edit_place, "actor": actions.edit_actor, "offer": actions.edit_offer, "term": actions.edit_term,
    "space": actions.edit_space,
}  # fmt: skip
"""The verb that changes a row, by kind."""
_WITH_BATCH = ("actor", "offer")


def edit(
    account: Account, kind: str, row: LandscapeRow, values: Mapping[str, Any], *, batch: uuid.UUID | None
) -> Any:
    """The row with these plain values, as it is after that. Raises Refused for what cannot be."""
    changes = {
        name: [tuple(each) for each in value] if name == "mappings" else restored(type(row), name, value)
        for name, value in values.items()
    }
    if kind in _WITH_BATCH:
        return EDITED[kind](account, row, changes=changes, revision=row.revision, batch=batch)
    before = FieldChange.objects.filter(subject=row.public_id).order_by("-pk").values_list("pk", flat=True)
    last = before.first() or 0
    saved = EDITED[kind](account, row, changes=changes, revision=row.revision)
    FieldChange.objects.filter(subject=row.public_id, pk__gt=last).update(batch=batch)
    return saved
