"""How long something is kept: a dated rule, so that a decision keeps the rule under which it was made."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """From `since` on, kept for so many `days`."""

    since: datetime.date
    days: int


_OPENED = datetime.date(2026, 1, 1)
SUBMISSIONS = (Kept(_OPENED, 30),)
"""What was sent in, after the decision. GDPR article 5 (1) e asks for a limit; the number is ours."""
COUNTS = (Kept(_OPENED, 730),)
"""What was only counted: two years, so that one year can be compared with the one before."""


def until(rules: Sequence[Kept], day: datetime.date) -> datetime.date:
    """The day on which what happened on `day` is erased; the oldest rule holds for the time before it too."""
    valid = [rule for rule in rules if rule.since <= day] or [min(rules, key=lambda rule: rule.since)]
    return day + datetime.timedelta(days=max(valid, key=lambda rule: rule.since).days)
