"""Days out of HSDS objects: what is none is said and left out, never guessed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ratslinde.integration.importing.rules.stated import Problem, Stated


def day_in(value: Any) -> str:
    """The day of an ISO day or moment, '2026-05-04'; '' for what is neither."""
    try:
        return datetime.date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        return ""


def days(stated: Stated, found: Mapping[str, Any], names: Mapping[str, str]) -> None:
    """State the days of the object, by their names there and ours; of what is none, a problem of that cell."""
    for theirs, ours in names.items():
        text = found.get(theirs)
        if text in (None, ""):
            continue
        if day := day_in(text):
            stated.values[ours] = day
        else:
            stated.problems.append(Problem(theirs, f"„{text}“ ist kein Tag."))


def moment_in(value: Any) -> str:
    """The ISO moment as it is; '' for what is none."""
    try:
        datetime.datetime.fromisoformat(str(value))
    except ValueError:
        return ""
    return str(value)
