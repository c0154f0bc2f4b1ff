"""The settings about how long something is kept: one a line of the table in `docs/betrieb/aufbewahrung.md`."""

from __future__ import annotations

import re

from ratslinde.site.environment import NAMES, BadSetting, text

PERIODS = tuple(name for name in NAMES if re.match(r"RATSLINDE_KEEP_\w", name))
LONGEST = 36_500


def kept_days() -> dict[str, int]:
    """Setting → days, of those that the operator made. Raises BadSetting for what is no number of days."""
    given = {name: text(name) for name in PERIODS}
    return {name: _days(name, value) for name, value in given.items() if value}


def _days(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and 1 <= int(value[:9]) <= LONGEST):
        raise BadSetting(
            f"{name}: erwartet wird eine Zahl von Tagen zwischen 1 und {LONGEST}, nicht „{value}“."
        )
    return int(value)
