"""What a run changed in rows that stood before it, and which of that can still be put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import QuerySet

from ratslinde.integration.importing.models import ImportRun, Verdict
from ratslinde.integration.importing.remaining import Reverted
from ratslinde.integration.importing.wording import label_of
from ratslinde.integration.landscape.models import FieldChange, LandscapeRow
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel.selecting import among

_KINDS = {
    "Actor": "actor", "Offer": "offer", "Place": "place", "SocialSpace": "space", "Term": "term",
    "Taxonomy": "taxonomy",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Changes:
    """How many fields stand as before when the run is taken back; those that somebody has changed since, in words.

    `reverted`: the fields that are put back, and the parts that go, as (public id, field or '').
    """

    fields: int
    kept: Sequence[str]
    reverted: Reverted


def open_changes(run: ImportRun) -> QuerySet[FieldChange]:
    """What the run changed in rows that stood before, and what was not put back yet.

    Activities are not among it: those that it added are taken back one by one.
    """
    if run.batch is None:
        return FieldChange.objects.none()
    own = run.rows.filter(verdict=Verdict.NEW).exclude(result="").values("result")
    changes = FieldChange.objects.filter(batch=run.batch, undone_at=None).exclude(field="activities")
    return changes.exclude(subject__in=own).order_by("pk")


def changes_of(run: ImportRun) -> Changes:
    """What taking the run back would do with the fields of rows that stood before."""
    changes = list(open_changes(run))
    rows = _rows(changes)
    kept, reverted = [], set()
    for change in changes:
        row = rows.get(change.subject)
        if row is not None and plain(row, change.field) == change.after:
            reverted.add((change.subject, change.field))
        elif row is not None:
            kept.append(f"{row}: {label_of(_KINDS[change.kind], change.field)}")
    parts = {(str(part[1]), "") for added in _added(run) for part in added}
    return Changes(fields=len(reverted), kept=kept, reverted=frozenset(reverted | parts))


def _added(run: ImportRun) -> list[list[list[object]]]:
    rows = run.rows.exclude(added=[]).exclude(verdict=Verdict.NEW).order_by()
    return list(rows.values_list("added", flat=True))


def _rows(changes: Sequence[FieldChange]) -> dict[str, LandscapeRow]:
    found: dict[str, LandscapeRow] = {}
    for kind in {change.kind for change in changes}:
        model: type[LandscapeRow] = apps.get_model("landscape", kind)
        ids = {change.subject for change in changes if change.kind == kind}
        found.update({row.public_id: row for row in model._default_manager.filter(among("public_id", ids))})
    return found
