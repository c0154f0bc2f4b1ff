"""What carrying a run out teaches: by which names lists mean a row, and which rows are not the same."""

from __future__ import annotations

from collections.abc import Iterable

from ratslinde.integration.importing.models import (
    Decision,
    ImportRow,
    ImportRun,
    KnownAs,
    NotTheSame,
)
from ratslinde.integration.importing.rules.likeness.grading import CERTAIN
from ratslinde.integration.importing.rules.likeness.profiles import name_key
from ratslinde.integration.importing.rules.stated import OTHER_ROW


def learn_name(run: ImportRun, row: ImportRow, *, owner: str) -> None:
    """What somebody has decided about the row's name holds for the next list. `owner`: an offer's actor.

    A row that is new although one of its name stands is told apart from that by being called so itself.
    """
    name = name_key(row.values.get("name", ""))
    if not (name and row.result and row.decision in (Decision.SAME, Decision.NEW)):
        return
    called = {"body": run.body, "kind": row.kind, "name": name, "owner": owner}
    if row.decision == Decision.NEW:
        KnownAs.objects.filter(**called).delete()
        if not any(each["grade"] == CERTAIN for each in row.candidates):
            return
    KnownAs.objects.get_or_create(**called, subject=row.result, defaults={"run": run})


def proposed(row: ImportRow) -> list[dict[str, str]]:
    """What is kept of the candidates of a row that somebody has called new, until the run is over."""
    return [{"key": each["key"]} for each in row.candidates] if row.decision == Decision.NEW else []


def learn_apart(run: ImportRun) -> None:
    """What was called new although something was proposed is not the same as that."""
    rows = run.rows.filter(decision=Decision.NEW).exclude(result="").exclude(candidates=[])
    became = {f"{OTHER_ROW}{number}": key for number, key in run.rows.values_list("number", "result")}
    NotTheSame.objects.bulk_create(_pairs(run, rows, became), ignore_conflicts=True)
    rows.update(candidates=[])


def _pairs(run: ImportRun, rows: Iterable[ImportRow], became: dict[str, str]) -> list[NotTheSame]:
    found = []
    for row in rows:
        for each in row.candidates:
            other = became.get(each["key"], each["key"])
            if other and other != row.result:
                first, second = sorted((row.result, other))
                found.append(NotTheSame(body=run.body, kind=row.kind, first=first, second=second, run=run))
    return found


def unlearn(run: ImportRun) -> None:
    """What a run taught is forgotten with it."""
    KnownAs.objects.filter(run=run).delete()
    NotTheSame.objects.filter(run=run).delete()
