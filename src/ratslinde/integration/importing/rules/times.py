"""Times as people write them into one cell: 'dienstags und donnerstags 16–18 Uhr', 'jeden 2. Dienstag 18 Uhr'."""

from __future__ import annotations

import re
from typing import Any

from ratslinde.kernel.text import fold

_DAYS = (("MO", "mo"), ("TU", "di"), ("WE", "mi"), ("TH", "do"), ("FR", "fr"), ("SA", "sa"), ("SU", "so"))
_NAMES = "mo(?:ntags?)?|di(?:enstags?)?|mi(?:ttwochs?)?|do(?:nnerstags?)?|fr(?:eitags?)?|sa(?:mstags?)?|so(?:nntags?)?"
_DAY = re.compile(rf"\b({_NAMES})\b\.?")
_SPAN = re.compile(rf"\b({_NAMES})\b\.?\s*(?:-|–|bis)\s*({_NAMES})\b\.?")
_HOURS = re.compile(
    r"(?:von |ab )?(\d{1,2})(?:[:.](\d{2}))?(?: ?(?:uhr|h))?"
    r"(?:\s*(?:-|–|bis)\s*(\d{1,2})(?:[:.](\d{2}))?)?(?: ?(?:uhr|h)\b)?"
)
_NUMBERED = re.compile(
    rf"(?:jede[rnsm]? |am )?(\d|ersten?|zweiten?|dritten?|vierten?|letzte[rn]?)\.? "
    rf"({_NAMES})\b(?: (?:im|des|jeden) monats?)?"
)
_NUMBERS = {"ers": 1, "zwe": 2, "dri": 3, "vie": 4, "let": -1}
_LEFT = re.compile(
    r"\b(jede[rnsm]?|immer|woechentlich|jeweils|und|uhr|im monat|monatlich|am|von|ab"
    r"|alle (2|zwei) wochen|14-taegig|vierzehntaegig)\b|[,.;:&+/]|\s"
)


def times(text: str) -> dict[str, Any] | None:
    """A schedule as plain data, its first day unknown (None), or None where the words are not understood."""
    words = " ".join(fold(text).replace("a\u0308", "a").split())
    words = (
        words.replace("taglich", "mo-so")
        .replace("werktags", "mo-fr")
        .replace("wochentlich", "woechentlich")
        .replace("tagig", "taegig")
    )
    numbered = _NUMBERED.search(words)
    days, rest = _numbered(words, numbered) if numbered else _weekly(words)
    if not days:
        return None
    every = 2 if re.search(r"alle (2|zwei) wochen|14-taegig|vierzehntaegig", rest) else 1
    rest = re.sub(r"alle (2|zwei) wochen|14-taegig|vierzehntaegig", "", rest)
    hours = _HOURS.search(rest)
    if hours:
        rest = rest.replace(hours[0], " ", 1)
    opens, closes = _hours(hours)
    if _LEFT.sub("", rest) or opens == "wrong":
        return None
    return {
        "start": None, "opens_at": opens, "closes_at": closes, "frequency": "MONTHLY" if numbered else "WEEKLY",
        "interval": every, "days": ",".join(days), "until": None, "cancelled": [], "description": "",
    }  # fmt: skip


def _weekly(words: str) -> tuple[list[str], str]:
    span = _SPAN.search(words)
    if span:
        first, last = _index(span[1]), _index(span[2])
        return [code for code, _ in _DAYS[first : last + 1]], words.replace(span[0], " ")
    found = sorted({_index(day) for day in _DAY.findall(words)})
    return [_DAYS[at][0] for at in found], _DAY.sub(" ", words)


def _numbered(words: str, found: re.Match[str]) -> tuple[list[str], str]:
    number = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1][:3]]
    return (
        [f"{number}{_DAYS[_index(found[2])][0]}"] if number in (-1, 1, 2, 3, 4, 5) else []
    ), words.replace(found[0], " ")


def _index(name: str) -> int:
    return next(at for at, (_, short) in enumerate(_DAYS) if name.startswith(short))


def _hours(found: re.Match[str] | None) -> tuple[str | None, str | None]:
    if found is None:
        return None, None
    opens = _clock(found[1], found[2])
    closes = _clock(found[3], found[4]) if found[3] else None
    if opens is None or (found[3] and closes is None) or (closes is not None and closes <= opens):
        return "wrong", None
    return opens, closes


def _clock(hour: str, minute: str | None) -> str | None:
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return f"{int(hour):02d}:{int(minute or 0):02d}:00"
