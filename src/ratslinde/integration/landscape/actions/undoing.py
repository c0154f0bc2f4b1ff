"""Taking back what one act changed, also over many rows; what somebody changed since then stays and is named."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.apps import apps

from ratslinde.council.bodies.models import Body
from ratslinde.integration import rights
from ratslinde.integration.landscape.actions.locating import BOUNDING, POINT, in_use, locate_places
from ratslinde.integration.landscape.actions.public_days import CONFIRMING, PublicDays
from ratslinde.integration.landscape.actions.restating import restate
from ratslinde.integration.landscape.actions.setting import SETTERS
from ratslinde.integration.landscape.models import Actor, FieldChange, LandscapeRow, Offer, SocialSpace
from ratslinde.integration.landscape.restoring import restored
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel import clock
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import action

__all__ = ["rights"]

TOGETHER: Mapping[str, frozenset[str]] = {"Place": POINT}
"""Fields that say one thing: if somebody changed one of them since, none is put back."""
LOCATING: Mapping[str, frozenset[str]] = {
    "Place": POINT | {"space", "space_by_hand"},
    "SocialSpace": BOUNDING,
}
"""Fields on which it depends in which social space a place lies."""


@dataclass(frozen=True)
class Undone:
    """How many fields stand again as before, and what did not because somebody changed it since."""

    fields: int
    kept: tuple[str, ...]


@action("landscape.undo")
def undo(
    account: Account, _nothing: None = None, /, *, batch: uuid.UUID, subject: str | None = None
) -> Undone:
    """Put back what stood in the fields before the batch; `subject`: only in the row of that public id.

    Raises Refused when there is nothing to take back.
    """
    changes = FieldChange.objects.select_for_update().filter(batch=batch, undone_at=None)
    changes = changes.filter(subject=subject) if subject is not None else changes
    by_row: dict[tuple[str, str], list[FieldChange]] = defaultdict(list)
    for change in changes.order_by("pk"):
        by_row[change.kind, change.subject].append(change)
    if not by_row:
        raise Refused("Das ist schon zurückgenommen.")
    fields, kept, days = 0, [], PublicDays()
    for (kind, subject), rows in by_row.items():
        done, left = _put_back(account, kind, subject, rows, days)
        fields += done
        kept += left
    if any(_decides_where(kind, rows) for (kind, _), rows in by_row.items()):
        for body in Body.objects.all():
            locate_places(body)
    days.publish()
    changes.update(undone_at=clock.now())
    return Undone(fields, tuple(kept))


def batch_of_undoing(batch: uuid.UUID) -> uuid.UUID:
    """The batch of the changes by which those of the other batch are put back."""
    return uuid.uuid5(batch, "undone")


def _put_back(
    account: Account, kind: str, subject: str, changes: list[FieldChange], days: PublicDays
) -> tuple[int, list[str]]:
    model: type[LandscapeRow] = apps.get_model("landscape", kind)
    row = model._default_manager.filter(public_id=subject).first()
    if row is None:
        return 0, [f"{kind} {subject}"]
    changes = _as_one(changes)
    moved = {change.field for change in changes if plain(row, change.field) != change.after}
    moved |= TOGETHER[kind] if kind in TOGETHER and moved & TOGETHER[kind] else frozenset()
    if isinstance(row, SocialSpace) and _puts_away(changes) and in_use(row):
        return 0, [f"{row}: wird inzwischen verwendet"]
    untouched = [change for change in changes if change.field not in moved]
    kept = [f"{row}: {model_words(model, change.field)}" for change in changes if change not in untouched]
    if untouched:
        values = {change.field: restored(model, change.field, change.before) for change in untouched}
        again = batch_of_undoing(untouched[0].batch)
        if isinstance(row, Actor | Offer) and values.keys() <= CONFIRMING:
            days.look([row])
        saved = restate(account, row, values, revision=row.revision, setters=SETTERS.get(kind), batch=again)
        if isinstance(saved, Actor | Offer):
            days.confirmed(saved)
    return len(untouched), kept


def _as_one(changes: Iterable[FieldChange]) -> list[FieldChange]:
    """One change of each field: what stood before the first of the act, and after the last."""
    found: dict[str, FieldChange] = {}
    for change in changes:
        first = found.setdefault(change.field, change)
        first.after = change.after
    return list(found.values())


def _puts_away(changes: Iterable[FieldChange]) -> bool:
    return any(change.field == "archived_at" and change.before is not None for change in changes)


def _decides_where(kind: str, changes: Iterable[FieldChange]) -> bool:
    """Whether it depends on one of these fields in which social space places lie."""
    return any(change.field in LOCATING.get(kind, frozenset()) for change in changes)


def model_words(model: type[LandscapeRow], field: str) -> str:
    """What a field is called at the desk."""
    words = {
        "languages": "Sprachen", "sites": "Orte und Zeiten", "activities": "Tätigkeiten", "mappings": "Entsprechungen",
    }  # fmt: skip
    return words.get(field) or str(getattr(model._meta.get_field(field), "verbose_name", field))
