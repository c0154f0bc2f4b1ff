"""Where something newer stands than what a list says, somebody decides first; a day never moves back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.identifying import add_problem
from ratslinde.integration.importing.models import ImportRow, Newer
from ratslinde.integration.importing.newer import LaterWords
from ratslinde.integration.importing.wording import is_quiet, label_of

KINDS = ("actor", "offer", "place")
ONLY_FORWARD: Mapping[str, tuple[str, ...]] = {
    "confirmed_on": ("confirmed_by",), "asked_on": (), "capacity_on": ("available", "waiting"),
}  # fmt: skip
"""Days that never move back, with what is said as of that day."""
Differences = dict[str, tuple[Any, Any]]
"""Field to what stands and what would stand."""


def keep_what_is_newer(later: LaterWords, row: ImportRow, stands: Any, found: Differences) -> Differences:
    """The differences that are left: all, while somebody has to decide; none, where what is newer stays."""
    left = _forward(row, found)
    age = later.age(row) if left and row.kind in KINDS else None
    names = later.fields(stands, left, than=age) if age else []
    if age is None or not names or row.identity.get("newer") == Newer.LIST:
        return left
    if row.identity.get("newer") == Newer.KEEP:
        add_problem(row, "Hier steht Neueres als in der Liste. Es bleibt.", blocks=False)
        row.problems[-1]["keeps"] = True
        return {}
    told = ", ".join(label_of(row.kind, name) for name in names if not is_quiet(name))
    add_problem(
        row, f"Hier steht Neueres als {age.words}: {told}. Bitte entscheiden, was gilt.", blocks=False
    )
    row.problems[-1]["newer"] = True
    return left


def waits_for_newer(row: ImportRow) -> bool:
    """Whether somebody has to decide between what stands and an older list."""
    return any(each.get("newer") for each in row.problems)


def _forward(row: ImportRow, found: Differences) -> Differences:
    left = dict(found)
    for name, others in ONLY_FORWARD.items():
        before, after = left.get(name, (None, None))
        if not (before and after and after < before):
            continue
        for each in (name, *others):
            left.pop(each, None)
        day = datetime.date.fromisoformat(before)
        add_problem(
            row, f"{label_of(row.kind, name)}: Der spätere Tag bleibt, der {day:%d.%m.%Y}.", blocks=False
        )
    return left
