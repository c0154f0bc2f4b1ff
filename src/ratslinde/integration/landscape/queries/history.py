"""The history of every field of a row, with what can be taken back."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps

from ratslinde.integration.landscape.models import FieldChange, LandscapeRow, Offer
from ratslinde.integration.landscape.queries import past_ages
from ratslinde.integration.landscape.queries.past_words import UNKNOWN, in_words
from ratslinde.verbs import Actor as Account
from ratslinde.verbs import may, require

MOST = 200
RIGHTS = {
    "Actor": "actor.edit", "Offer": "offer.edit", "Place": "place.edit", "SocialSpace": "space.edit",
    "Term": "vocabulary.edit", "Resource": "resource.edit", "Activity": "activity.edit",
    "Cooperation": "cooperation.edit",
}  # fmt: skip
"""Who reads the history of a row: the right to change it, by kind."""


@dataclass(frozen=True, kw_only=True)
class Past:
    """One field that changed. `by`: the account's name, or the way by which somebody without one came."""

    at: datetime.datetime
    by: str
    field: str
    before: str
    after: str
    batch: uuid.UUID
    undone: bool


def history(account: Account, row: LandscapeRow) -> list[Past]:
    """What changed in the row, newest first, at most `MOST` fields: for those who may change it, notes included."""
    if not may(account, RIGHTS[type(row).__name__], row):
        return []
    changes = list(
        FieldChange.objects.filter(subject=row.public_id).select_related("by").order_by("-pk")[:MOST]
    )
    return _told(row, changes, _names(changes))


def of_batch(account: Account, batch: uuid.UUID) -> list[tuple[LandscapeRow, list[Past]]]:
    """What one act changed that was not taken back yet, row by row."""
    require(account, "landscape.undo")
    changes = list(
        FieldChange.objects.filter(batch=batch, undone_at=None).select_related("by").order_by("pk")
    )
    names = _names(changes)
    found: dict[LandscapeRow, list[FieldChange]] = {}
    for each in changes:
        row = apps.get_model("landscape", each.kind)._default_manager.filter(public_id=each.subject).first()
        if row is not None:
            found.setdefault(row, []).append(each)
    return [(row, _told(row, some, names)) for row, some in found.items()]


def _told(row: LandscapeRow, changes: Sequence[FieldChange], names: Mapping[str, str]) -> list[Past]:
    """Each change in words; those of an offer's ages by one act together."""
    of_ages = [each for each in changes if isinstance(row, Offer) and each.field in past_ages.FIELDS]
    moves = past_ages.moves(row, since=min(each.pk for each in of_ages)) if of_ages else {}
    told: list[Past] = []
    seen: set[uuid.UUID] = set()
    for each in changes:
        if each not in of_ages:
            told.append(_past(each, names, row))
        elif each.batch not in seen:
            seen.add(each.batch)
            before, after = (said or UNKNOWN for said in moves[each.batch])
            told.append(replace(_past(each, names, row), field="ages", before=before, after=after))
    return told


def _past(each: FieldChange, names: Mapping[str, str], row: LandscapeRow) -> Past:
    return Past(
        at=each.at,
        by=each.through or (each.by.name if each.by else ""),
        field=each.field,
        before=in_words(type(row), each.field, each.before, names),
        after=in_words(type(row), each.field, each.after, names),
        batch=each.batch,
        undone=each.undone_at is not None,
    )


def _names(changes: Sequence[FieldChange]) -> dict[str, str]:
    """The names of rows that values mention by public id."""
    ids = {text for change in changes for value in (change.before, change.after) for text in _texts(value)}
    models = [
        model for model in apps.get_app_config("landscape").get_models() if issubclass(model, LandscapeRow)
    ]
    return {
        row.public_id: str(row)
        for model in models
        for row in model._default_manager.filter(public_id__in=ids)
    }


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _texts(each)]
