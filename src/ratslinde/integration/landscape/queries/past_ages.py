"""How the ages of an offer changed: three fields that say one thing, told in one sentence.

The history keeps a field only where it changed, so the others are those of today, put back step by step.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from ratslinde.integration.landscape.models import Ages, FieldChange, LandscapeRow, Offer
from ratslinde.integration.landscape.values import plain
from ratslinde.kernel import ages

FIELDS = ("ages", "age_from", "age_to")
Moves = Mapping[uuid.UUID, tuple[str, str]]
"""By batch: the ages in words before and after it; '' is unknown."""


def moves(row: LandscapeRow, *, since: int = 0) -> Moves:
    """What each batch did to the ages of an offer. `since`: the key of the first change that matters."""
    if not isinstance(row, Offer):
        return {}
    changes = FieldChange.objects.filter(subject=row.public_id, field__in=FIELDS, pk__gte=since)
    return told(changes.order_by("-pk"), stands={name: plain(row, name) for name in FIELDS})


def told(changes: Iterable[FieldChange], *, stands: Mapping[str, Any]) -> Moves:
    """The same from the changes, newest first, and what stands now."""
    found: dict[uuid.UUID, tuple[str, str]] = {}
    now = dict(stands)
    for each in changes:
        now[each.field] = each.after
        after = found[each.batch][1] if each.batch in found else in_words(now)
        now[each.field] = each.before
        found[each.batch] = (in_words(now), after)
    return found


def in_words(values: Mapping[str, Any]) -> str:
    """'jedes Alter', 'ab 6 Jahren'; '' while nobody has said."""
    limits = ages.in_words(values["age_from"], values["age_to"]) if values["ages"] == Ages.RANGE else ""
    return limits or (str(Ages(values["ages"]).label) if values["ages"] else "")
