"""How a row of the landscape is changed: what stood there is kept, and translations of what says something else age."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

from ratslinde.integration.landscape.models import LandscapeRow, Translation
from ratslinde.integration.landscape.models.changes import FieldChange
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel import clock
from ratslinde.verbs import Actor as Account
from ratslinde.verbs.rows import change

Row = TypeVar("Row", bound=LandscapeRow)
Setter = Callable[[Any, Any], None]

TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "Actor": ("name", "description"),
    "Offer": ("name", "description", "cost_note", "access_note", "eligibility", "alert"),
    "Place": ("name", "transportation", "accessibility"),
    "Term": ("name", "description"),
}
"""The texts that have translations, by kind of row."""

INSIDE = frozenset({"asked_on", "network_asked_on", "network_answered_on", "confirmed_by", "note"})
"""Fields that the public never sees: a change of nothing else leaves what the row says, and when it said so."""

NOT_KEPT = ("ContactPerson",)
"""Kinds whose former values are forgotten: personal data would stay on in the history."""


def restate(
    by: Account,
    row: Row,
    changes: Mapping[str, Any],
    *,
    revision: int,
    small: bool = False,
    batch: uuid.UUID | None = None,
    setters: Mapping[str, Setter] | None = None,
    through: str = "",
) -> Row:
    """Save the changes if nobody saved the row since `revision`, and keep what stood there.

    `setters`: for fields that are not columns, how they are set. `small`: a correction that does not age translations.
    `through`: as `FieldChange` has it.
    Raises Conflict and Refused as `verbs.rows.change`.
    """
    setters = setters or {}
    before = {name: plain(row, name) for name in changes}
    columns = {name: value for name, value in changes.items() if name not in _related(row, setters)}
    stated = {} if changes.keys() <= INSIDE else {"stated_at": clock.now()}
    saved = change(row, {**columns, **stated}, revision=revision)
    for name in changes.keys() - columns.keys():
        setters.get(name, lambda each, value, name=name: getattr(each, name).set(value))(saved, changes[name])
    after = {name: plain(saved, name) for name in changes}
    differing = [name for name in changes if before[name] != after[name]]
    keep(by, saved, differing, before, after, batch=batch or uuid.uuid4(), through=through)
    if not small:
        age_translations(saved, differing)
    return saved


def keep_added(by: Account, row: LandscapeRow, *, batch: uuid.UUID) -> None:
    """Remember that the batch added the row: taking it back puts the row away."""
    keep(
        by, row, ["archived_at"], {"archived_at": clock.now().isoformat()}, {"archived_at": None}, batch=batch
    )


def age_translations(row: LandscapeRow, fields: Sequence[str]) -> None:
    """Translations of these texts are outdated, unless the German text is again the one they were made from."""
    for name in set(fields) & set(TRANSLATED.get(type(row).__name__, ())):
        rows = Translation.objects.filter(subject=row.public_id, field=name)
        rows.filter(source=getattr(row, name)).update(outdated_at=None)
        rows.exclude(source=getattr(row, name)).filter(outdated_at=None).update(outdated_at=clock.now())


def _related(row: models.Model, setters: Mapping[str, Setter]) -> set[str]:
    return {field.name for field in row._meta.many_to_many} | set(setters)


def keep(
    by: Account,
    row: LandscapeRow,
    names: Sequence[str],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    batch: uuid.UUID,
    through: str = "",
) -> None:
    """Keep what stood in these fields of the row and what stands there now, both as `values.plain` has it."""
    kind = type(row).__name__
    if kind in NOT_KEPT:
        return
    now = clock.now()
    FieldChange.objects.bulk_create(
        FieldChange(
            batch=batch, at=now, by=by, kind=kind, subject=row.public_id, field=name, before=before[name],
            after=after[name], through=through,
        )
        for name in names
    )  # fmt: skip
