"""Names over time (R003: the name of a body is a dated value; old papers keep the old name). Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

DatedName = tuple[datetime.date | None, datetime.date | None, str]
"""First day, last day (both included; None: open) and the name."""


def name_on(names: Sequence[DatedName], day: datetime.date | None) -> str:
    """The name valid on the day; without a day the newest; outside all spans the nearest; '' when there is none.

    `names` are sorted by their first day, an open one first.
    """
    if not names:
        return ""
    if day is None:
        return names[-1][2]
    started = [entry for entry in names if entry[0] is None or entry[0] <= day]
    return started[-1][2] if started else names[0][2]
