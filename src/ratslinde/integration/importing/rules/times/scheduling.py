"""What the cells of a row say about when: schedules, or words that nobody can be held to."""

from __future__ import annotations

import datetime
from typing import Any

from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.times.parts import composed, is_bare_weekday
from ratslinde.integration.importing.rules.times.written import Schedules, dated_by, times

_UNCLEAR = "Die Zeiten „{words}“ sind nicht eindeutig. Sie stehen als Hinweis beim Ort. Bitte prüfen."
_ONCE: dict[str, Any] = {
    "opens_at": None, "closes_at": None, "frequency": "", "interval": 1, "days": "", "until": None, "cancelled": [],
    "description": "",
}  # fmt: skip


def schedules_of(read: Cells) -> tuple[Schedules, str]:
    """The schedules, or '' and the words as they stand in the cells, about which somebody is told."""
    values = read.values
    start, until, text = values.pop("start", None), values.pop("until", None), composed(values)
    if not text and not (start and until not in (None, start)):
        if start and "opens" in read.stated.titles:
            values.setdefault(
                "valid_from", start
            )  # 'von' without hours and 'bis' is when it began, not the only day
            return [], ""
        return ([{**_ONCE, "start": start}] if start else []), ""
    schedules = times(text) if text and not is_bare_weekday(text) else None
    dated = dated_by(schedules, start=start, until=until) if schedules else None
    if dated:
        return dated, ""
    span = (f"ab {_day(start)}" if start else "", f"bis {_day(until)}" if until else "")
    words = ", ".join(part for part in (text, " ".join(filter(None, span))) if part)
    read.problem("times" if text else "start", _UNCLEAR.format(words=words), hint=words)
    return [], words


def _day(text: str) -> str:
    return f"{datetime.date.fromisoformat(text):%d.%m.%Y}"
