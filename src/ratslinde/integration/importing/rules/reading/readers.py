"""How the cells of each sort of column are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ratslinde.integration.importing.rules import cells, reaching
from ratslinde.integration.importing.rules.collecting import spoken
from ratslinde.integration.importing.rules.collecting.entries import entries, known
from ratslinde.integration.importing.rules.collecting.statements import Cells
from ratslinde.integration.importing.rules.columns import Column
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.places.siting import read_address, read_place, read_street
from ratslinde.integration.importing.rules.places.towns import read_postal_code, read_town
from ratslinde.integration.importing.rules.reading import amounts
from ratslinde.integration.importing.rules.reading.asking import ask_if_two
from ratslinde.integration.importing.rules.reading.below_names import named_actor, read_name
from ratslinde.integration.importing.rules.reading.contact_cells import read_email, read_phone, read_reached
from ratslinde.integration.importing.rules.reading.cost_words import free_or_paid
from ratslinde.integration.importing.rules.reading.running import name_without_standing, read_choice
from ratslinde.integration.importing.rules.reading.withheld import read_release, without_somebody
from ratslinde.integration.importing.rules.times.days import day, edge_of
from ratslinde.integration.importing.rules.times.parts import read_edge
from ratslinde.kernel.text import collapse

EVERYBODY = frozenset(
    map(
        key_of,
        ("alle", "jeder", "jede", "alle Menschen", "offen für alle", "alle Interessierten", "Interessierte"),
    )
)
_WHOM = (
    "„{whom}“ sagt, für wen es ist, und wurde nicht übernommen. Ist „{near}“ die Zielgruppe? Bitte klären."
)
_FOR = re.compile(r"(?i)^(?:nur )?(?:für )?(?:nur )?(?=\w)")


def _text(read: Cells, column: Column, text: str) -> str:
    if column.field != "name":
        return without_somebody(read, column, text)
    if read.kind.key == "actor":
        return read_name(read, text)
    return name_without_standing(read, collapse(text)) if read.kind.key == "offer" else collapse(text)


def _terms(read: Cells, column: Column, text: str) -> list[str] | None:
    among = read.rows.words.terms.get(column.taxonomy, {})
    return _known(read, column, [read.term(column, part, among) for part in entries(text, among)])


def _term(read: Cells, column: Column, text: str) -> str | None:
    """A word of the town; 'Präsenz' or 'online' in a column of forms says how the offer takes place."""
    among = read.rows.words.terms.get(column.taxonomy, {})
    if column.field == "form" and known(text, among) is None:
        mode = next(
            (
                value
                for value, words in read.kind.column("mode").choices
                if key_of(text) in map(key_of, words)
            ),
            "",
        )
        if mode:
            read.values.setdefault("mode", mode)
            return None
    return read.term(column, text, among)


def _groups(read: Cells, column: Column, text: str) -> list[str] | None:
    meant = _FOR.sub("", text.strip())
    if key_of(text) in EVERYBODY or key_of(meant) in EVERYBODY:
        read.values["groups_known"] = "everyone"
        return None
    return _terms(read, column, meant)


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
    spaces = read.rows.words.spaces
    return _known(read, column, [read.term(column, part, spaces) for part in entries(text, spaces)])


def _known(read: Cells, column: Column, found: Sequence[str | None]) -> list[str] | None:
    """What was understood; the rest is remembered, as it may be what somebody looks for."""
    if None in found:
        read.half_read.add(column.field)
    return sorted({each for each in found if each}) or None


def _languages(read: Cells, column: Column, text: str) -> list[str] | None:
    codes, strange = spoken.language_codes(text)
    meant = [read.language(column, word) for word in strange]
    if None in meant:
        read.half_read.add(column.field)
    return [*dict.fromkeys(code for code in (*codes, *meant) if code)] or None


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
        price = amounts.price(text) or Decimal(0)
        if not price:
            return {"ja": "paid", "nein": "free"}.get(key_of(text)) or free_or_paid(text)
    if price > 0:
        read.values.setdefault("cost_amount", str(price.quantize(amounts.CENT)))
    return "paid" if price > 0 else "free"


def _ages(read: Cells, column: Column, text: str) -> str:
    whom = amounts.whom(text)
    if whom:
        groups = read.rows.words.terms.get("zielgruppe", {})
        near = read.rows.words.names.get(known(whom, groups) or "", whom)
        read.problem(column.field, _WHOM.format(whom=whom, near=near))
    word, low, high = amounts.ages(text)
    read.values.update({"age_from": low, "age_to": high} if word == "range" else {})
    return word


def _actor(read: Cells, column: Column, text: str) -> str:
    named = named_actor(read.rows, text, by=read.stated, origin=read.title_of(column.field))
    if named.origin:
        ask_if_two(named, column=read.title_of(column.field), known=read.rows.words.actors)
    return named.reference


READERS: Mapping[str, Callable[[Cells, Column, str], Any]] = {
    "text": _text,
    "url": lambda _read, _column, text: reaching.url(text),
    "email": read_email,
    "phone": read_phone,
    "reached": read_reached,
    "town": read_town,
    "postal_code": read_postal_code,
    "begin": read_edge,
    "end": read_edge,
    "day": lambda _read, column, text: day(text, edge=edge_of(column.field)).isoformat(),
    "release": read_release,
    "yes_no": lambda _read, _column, text: cells.yes_no(text),
    "count": lambda _read, _column, text: amounts.count(text),
    "amount": lambda _read, _column, text: str(amounts.amount(text).quantize(amounts.CENT)),
    "coordinate": lambda _read, _column, text: amounts.coordinate(text),
    "choice": read_choice,
    "term": _term,
    "space": lambda read, column, text: read.term(column, text, read.rows.words.spaces),
    "terms": _terms,
    "groups": _groups,
    "spaces": _spaces,
    "languages": _languages,
    "cost": _cost,
    "ages": _ages,
    "address": read_address,
    "street": read_street,
    "times": lambda _read, _column, text: text,
    "actor": _actor,
    "place": read_place,
}
