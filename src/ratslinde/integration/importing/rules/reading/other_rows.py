"""Rows that are none of the list's own: sums, remarks, explanations of signs, and the header once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ratslinde.integration.importing.rules.headers import key_of

_TOTAL = re.compile(
    r"(gesamt|zwischen|end)?summen?( .*)?|(gesamt|insgesamt|total)( \d+)?|(gesamt)?anzahl( .*)?"
)
_COUNTED = re.compile(r"\d+(?: [a-z]+){1,2}")
"""What is counted: '10 Akteure' beside 'Zwischensumme'; alone it may be a name: '4 Elemente'."""
_REMARK = re.compile(
    r"(?i)(?:stand|letzte (?:aktualisierung|änderung)|(?:zuletzt )?aktualisiert|erstellt)\b.*\d.*"
    r"|(?:hinweise?|anmerkung(?:en)?|quellen?|legende|erläuterung(?:en)?)\s?:.*|bitte\s.*|alle angaben\b.*"
    r"|(?:angaben )?ohne gewähr\b.*|\*.*",
    re.DOTALL,
)
"""What stands below lists; nobody is quoted with it, as it may name who keeps the list."""
_LEGEND = re.compile(
    r"(?i)(?:(?:gelb|rot|grün|blau|orange|grau|lila|rosa|violett|fett|kursiv|durchgestrichen)(?:e[rsn]?)?"
    r"(?: (?:markiert|hinterlegt|unterlegt|gedruckt|geschrieben|zeilen?|felder|schrift))?\s*[=:]|\S{1,4}\s*=)\s*\w"
)
"""'gelb = noch zu prüfen', '(K) = mit Kinderbetreuung', 'Rot markiert: läuft aus'."""


def is_total(name: str, *, first: str) -> bool:
    """Whether the row only counts the others: by its name, or by its first cell where that says nothing."""
    says_nothing = not name.strip(" .0123456789") or _COUNTED.fullmatch(key_of(name))
    return bool(_TOTAL.fullmatch(key_of(first if says_nothing else name)))


def is_remark(cells: Sequence[str]) -> bool:
    """Whether the row says something about the list: a single cell that begins as such notes do, or explains a sign."""
    filled = [*filter(None, cells)]
    return len(filled) == 1 and bool(_REMARK.fullmatch(filled[0]) or _LEGEND.match(filled[0]))


def is_header_again(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether the row repeats the names of the columns, as a second table on a sheet or a new page does."""
    same = [
        bool(key_of(title))
        for cell, title in zip(cells, header, strict=False)
        if key_of(cell) == key_of(title)
    ]
    return sum(same) > 1 and sum(same) == sum(bool(key_of(title)) for title in header)
