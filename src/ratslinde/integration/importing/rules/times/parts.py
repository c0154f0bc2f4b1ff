"""Times in several cells: weekday, beginning, end and rhythm become the words that one cell would hold."""

from __future__ import annotations

import re
from typing import Any

from ratslinde.integration.importing.rules.cells import Unreadable
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.times.days import day, edge_of
from ratslinde.integration.importing.rules.times.words import days_in

PARTS = ("weekday", "opens", "closes", "rhythm")
_CLOCK = re.compile(r"(?:um |ab |bis )?(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?(?:uhr|h)\b\.?)?", re.IGNORECASE)
_BARE_DAYS = re.compile(
    r"(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|[\s.,;/&+–-]|und|u"
    r"|bis)+",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"w(?:ö|oe)(?:ch|chentl)?\.?|w(?:ö|oe)chtl\.?|jede woche", re.IGNORECASE), "wöchentlich"),
    (re.compile(r"mtl\.?|monatl\.?|jeden monat", re.IGNORECASE), "monatlich"),
    (
        re.compile(r"14-?t(?:ä|ae)?g(?:l|ig|lich)?\.?|2-?w(?:ö|oe)ch(?:entl)?\.?", re.IGNORECASE),
        "alle 2 Wochen",
    ),
)
"""How a column of rhythms shortens them; elsewhere 'wö.' may be anything."""
_MAY_BE_A_DAY = re.compile(r"\d{1,2}\.(?:0[1-9]|1[0-2])")
"""'12.11' below 'Erster Tag' is rather a day that lost its year than eleven past twelve."""
_DAY_FIELDS = {"opens": "start", "closes": "until"}


def read_edge(read: Cells, column: Column, text: str) -> str | None:
    """An hour or a day, whichever the cell holds, whatever its column is called; the other field gets what is its.

    Raises Unreadable for neither.
    """
    hours, days = ("opens", "start") if column.field in ("opens", "start") else ("closes", "until")
    clock = clock_in(text)
    if clock and not (column.field == days and _MAY_BE_A_DAY.fullmatch(text.strip())):
        read.values[hours] = clock
        return None
    try:
        read.values[days] = day(text, edge=edge_of(days)).isoformat()
    except Unreadable:
        if column.field in _DAY_FIELDS:
            return text  # kept as words: 'nach der Schule'
        raise
    return None


def clock_in(text: str) -> str:
    """'16:00' of '16', '16.00 Uhr' or '16 h'; '' for no hour of a day."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return ""
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def composed(values: dict[str, Any]) -> str:
    """The words about times out of all cells, which leave the values: 'Do 16:00–18:00 Uhr, alle 2 Wochen'."""
    weekday, opens, closes, rhythm = (str(values.pop(name, "")) for name in PARTS)
    said = str(values.pop("times", ""))
    hours, rhythm = _hours(opens, closes), _written_out(rhythm)
    if rhythm and days_in_text(rhythm) and days_in_text(rhythm) == days_in_text(weekday):
        weekday, rhythm = rhythm, ""  # 'Sa', '1. Sa im Monat'
    if said and weekday and days_in_text(said) == days_in_text(weekday):
        weekday = ""
    when = " ".join(part for part in (weekday, said, hours) if part)
    return ", ".join(part for part in (when, rhythm) if part)


def is_bare_weekday(text: str) -> bool:
    """Whether only weekdays stand there: 'Dienstag' may be each week or now and then, 'dienstags' is each week."""
    return bool(text.strip()) and bool(_BARE_DAYS.fullmatch(text.strip()))


def days_in_text(text: str) -> list[str]:
    """The weekdays that the text names."""
    return [*days_in(text.lower())]


def _written_out(rhythm: str) -> str:
    return next((long for short, long in _SHORT if short.fullmatch(rhythm.strip())), rhythm)


def _hours(opens: str, closes: str) -> str:
    if not closes:
        return f"{opens} Uhr" if clock_in(opens) else opens
    if not opens:
        return f"bis {closes} Uhr" if clock_in(closes) else closes
    return f"{opens}–{closes} Uhr" if clock_in(opens) and clock_in(closes) else f"{opens} bis {closes}"
