"""Which of the rows that a run added can be taken back, and why the others stay."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ratslinde.integration.importing.models import ImportRow, ImportRun
from ratslinde.integration.importing.standing import MODELS
from ratslinde.integration.importing.usage import Use, uses
from ratslinde.integration.landscape.models import Activity, ContactPerson, LandscapeRow
from ratslinde.journal.models import Entry
from ratslinde.kernel.selecting import among
from ratslinde.verbs.rows import Publication

PUBLIC = "Ist veröffentlicht oder war es."
ARCHIVED = "Wurde inzwischen abgelegt."
TOUCHED = "Wurde inzwischen bearbeitet."
NAMED = 3
"""How many users are named; of more it is said how many they are."""
Reverted = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Remaining:
    """Of some rows: those that stand and can go, in the order in which they can; and the others, with the reason."""

    going: Sequence[tuple[ImportRow, LandscapeRow]]
    staying: Mapping[int, str]


def remaining(run: ImportRun, rows: Sequence[ImportRow], *, reverted: Reverted = frozenset()) -> Remaining:
    """What can be taken back of these rows of a run, which come last first.

    `reverted`: fields (public id of the row, name) that will be put back before: what they name now does not count.
    """
    standing = _standing(rows)
    touched = _touched(run, standing)
    used = _used(standing)
    going: dict[str, tuple[ImportRow, LandscapeRow]] = {}
    staying = {}
    for row in rows:
        stands = standing.get(row.result)
        if stands is None:
            continue
        reason = _state(row, stands) or (TOUCHED if row.result in touched else "")
        users = [
            use for use in used[row.result]
            if use.by not in going and use.part not in going and not {(use.by, use.field), (use.part, "")} & reverted
        ]  # fmt: skip
        if reason or users:
            staying[row.number] = reason or _needed(users)
        else:
            going[row.result] = row, stands
    return Remaining(list(going.values()), staying)


def _standing(rows: Iterable[ImportRow]) -> dict[str, LandscapeRow]:
    """The rows of the landscape, by public id; those that are gone already are not among them."""
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row.result)
    return {
        stands.public_id: stands
        for kind, ids in by_kind.items()
        for stands in MODELS[kind]._default_manager.filter(among("public_id", ids))
    }


def _state(row: ImportRow, stands: LandscapeRow) -> str:
    if stands.publication != Publication.DRAFT:
        return PUBLIC
    if stands.archived_at is not None:
        return ARCHIVED
    return TOUCHED if stands.revision != row.target_revision else ""


def _touched(run: ImportRun, standing: Mapping[str, LandscapeRow]) -> set[str]:
    """Those of which, or of parts of which, the journal knows an act that was not the run's own."""
    whose = {public_id: public_id for public_id in standing}
    for model in (Activity, ContactPerson):
        parts: Any = model._default_manager.filter(among("actor__public_id", standing)).order_by()
        whose.update(parts.values_list("public_id", "actor__public_id"))
    kinds = {type(row).__name__ for row in standing.values()} | {Activity.__name__, ContactPerson.__name__}
    entries = Entry.objects.filter(among("subject", whose), subject_kind__in=kinds)
    windows = [tuple(map(datetime.datetime.fromisoformat, each)) for each in run.portions]
    return {
        whose[subject]
        for subject, actor, at in entries.values_list("subject", "actor_id", "at")
        if actor != run.account_id or not any(begun <= at <= ended for begun, ended in windows)
    }


def _used(standing: Mapping[str, LandscapeRow]) -> dict[str, list[Use]]:
    by_model: dict[type[LandscapeRow], list[LandscapeRow]] = {}
    for row in standing.values():
        by_model.setdefault(type(row), []).append(row)
    found: dict[str, list[Use]] = {public_id: [] for public_id in standing}
    for model, rows in by_model.items():
        users = uses(model, rows)
        for row in rows:
            found[row.public_id] = users.get(row.pk, [])
    return found


def _needed(users: Sequence[Use]) -> str:
    words = list(dict.fromkeys(use.words for use in users))
    more = f" und {len(words) - NAMED} weitere" if len(words) > NAMED else ""
    return f"Wird noch gebraucht: {', '.join(words[:NAMED])}{more}."[:300]
