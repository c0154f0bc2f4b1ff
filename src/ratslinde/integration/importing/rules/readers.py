"""How the cells of each sort of column are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ratslinde.integration.importing.rules import amounts, cells, reaching
from ratslinde.integration.importing.rules.collecting import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of

EVERYBODY = frozenset(map(key_of, ("alle", "jeder", "jede", "alle Menschen", "offen für alle", "für alle")))


def _terms(read: Cells, column: Column, text: str) -> list[str] | None:
    among = read.rows.words.terms.get(column.taxonomy, {})
    whole = among.get(key_of(text))
    if whole:
        return [whole]
    found = [read.term(column, part, among) for part in _entries(text, among)]
    return sorted({each for each in found if each}) or None


def _entries(text: str, among: Mapping[str, str]) -> list[str]:
    """The entries; a word of the town's that itself holds a comma or 'und' is not cut."""
    if ";" in text or "\n" in text:
        return cells.parts(text.replace("\n", ";"))
    by_comma = [part.strip() for part in text.replace("/", ",").split(",") if part.strip()]
    return by_comma if all(key_of(part) in among for part in by_comma) else cells.parts(text)


def _groups(read: Cells, column: Column, text: str) -> list[str] | None:
    if key_of(text) in EVERYBODY:
        read.values["groups_known"] = "everyone"
        return None
    found = _terms(read, column, text)
    if found:
        read.values["groups_known"] = "listed"
    return found


def _spaces(read: Cells, column: Column, text: str) -> list[str] | None:
    if key_of(text) in (
        "ganze stadt",
        "die ganze kommune",
        "stadtweit",
        "alle",
        "gesamte stadt",
        "gesamtstadt",
    ):
        read.values.setdefault("area", "town")
        return None
    found = [
        read.term(column, part, read.rows.words.spaces) for part in _entries(text, read.rows.words.spaces)
    ]
    return sorted({each for each in found if each}) or None


def _languages(read: Cells, column: Column, text: str) -> list[str] | None:
    codes, strange = cells.language_codes(text)
    for word in strange:
        read.problem(column.field, f"„{word}“ ist keine Sprache, die hier bekannt ist.")
    return list(codes) or None


def _cost(read: Cells, column: Column, text: str) -> str | None:
    """Yes, no, a word, a price or a sentence: whatever stands there is kept, as a note if nothing else."""
    try:
        return cells.choice(text, column)
    except cells.Unreadable:
        pass
    try:
        price = amounts.amount(text)
    except cells.Unreadable:
        read.values.setdefault("cost_note", text)
        return {"ja": "paid", "nein": "free"}.get(key_of(text))
    if price > 0:
        read.values.setdefault("cost_amount", str(price.quantize(amounts.CENT)))
    return "paid" if price > 0 else "free"


def _ages(read: Cells, _column: Column, text: str) -> str:
    word, low, high = amounts.ages(text)
    read.values.update({"age_from": low, "age_to": high} if word == "range" else {})
    return word


def _referring(kind: str) -> Callable[[Cells, Column, str], str]:
    def refer(read: Cells, column: Column, text: str) -> str:
        return read.rows.named(kind, text, by=read.stated, origin=column.title).reference

    return refer


READERS: Mapping[str, Callable[[Cells, Column, str], Any]] = {
    "text": lambda _read, _column, text: text,
    "url": lambda _read, _column, text: reaching.url(text),
    "email": lambda _read, _column, text: reaching.email(text),
    "phone": lambda _read, _column, text: reaching.phone(text),
    "day": lambda _read, _column, text: amounts.day(text).isoformat(),
    "yes_no": lambda _read, _column, text: cells.yes_no(text),
    "count": lambda _read, _column, text: amounts.count(text),
    "amount": lambda _read, _column, text: str(amounts.amount(text).quantize(amounts.CENT)),
    "coordinate": lambda _read, _column, text: amounts.coordinate(text),
    "choice": lambda _read, column, text: cells.choice(text, column),
    "term": lambda read, column, text: read.term(
        column, text, read.rows.words.terms.get(column.taxonomy, {})
    ),
    "space": lambda read, column, text: read.term(column, text, read.rows.words.spaces),
    "terms": _terms,
    "groups": _groups,
    "spaces": _spaces,
    "languages": _languages,
    "cost": _cost,
    "ages": _ages,
    "address": lambda _read, _column, text: reaching.address(text),
    "times": lambda _read, _column, text: text,
    "actor": _referring("actor"),
    "place": _referring("place"),
}
