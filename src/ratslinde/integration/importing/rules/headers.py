"""Which row of a sheet is its header, which column is which, and by what a header is remembered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from ratslinde.integration.importing.rules.columns import Column, Kind
from ratslinde.integration.importing.rules.offer_columns import CALLED, KINDS
from ratslinde.kernel.text import spelled_out

ASSIGNED = Mapping[int, str]
"""Column number to field."""
BARE = frozenset({"name", "bezeichnung", "titel"})
"""Titles that say that something is called so, but not what."""
_LOOKED_AT = 15
_ENOUGH = 3
"""So many columns that explain themselves tell what a list is about, though none says how its rows are called."""
_NO_WORD = re.compile(r"[^a-z0-9]+")
_PIECES = re.compile(r"\s?[/|\n()]\s?|\s[-–]\s")
_AND = re.compile(r"[&+]")


@lru_cache(maxsize=20_000)
def key_of(title: str) -> str:
    """A column's name or a word as it is compared: 'Träger / Verein*' → 'traeger verein', 'A & B' → 'a und b'."""
    return " ".join(_NO_WORD.sub(" ", _AND.sub(" und ", spelled_out(title))).split())


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the row with the columns' names: the one that says most words we know, else the first full one."""
    best = max(range(min(len(rows), _LOOKED_AT)), key=lambda at: (_known(rows[at]), -at), default=None)
    if best is not None and _known(rows[best]) >= 2:
        return best
    wide = [at for at, cells in enumerate(rows[:_LOOKED_AT]) if sum(map(bool, cells)) >= 2]
    return wide[0] if wide else None


def kind_of(sheet: str, header: Sequence[str]) -> str:
    """What the rows are about, by the sheet's name or the columns; '' when that cannot be told."""
    key = key_of(sheet)
    for kind in KINDS.values():
        if key == key_of(kind.title) or key in map(key_of, kind.others):
            return kind.key
    found = {
        kind.key: len(assign(kind, header))
        for kind in KINDS.values()
        if "name" in assign(kind, header).values()
    }
    offers = assign(KINDS["offer"], header).values()
    if {"name", "actor"} <= set(offers):
        return "offer"
    return max(found, key=lambda each: found[each]) if found else ""


def assign(kind: Kind, header: Sequence[str]) -> dict[int, str]:
    """Which column fills which field, by the template's names first, then by what else lists call them.

    Last come titles of several words, as of two languages: 'Sprachen / Diller', 'Verein (dernek)'.
    """
    keys = [key_of(title) for title in header]
    found = _called(keys) if kind.key == "offer" else {}
    for names in (_own_name, _other_names):
        _assign(kind, keys, names, found)
    several = [_grouped(kind, title) or _first_known(kind, title) for title in header]
    _assign(kind, several, _all_names, found)
    return found


def likely_kind(header: Sequence[str]) -> str:
    """What the rows may be about where `kind_of` cannot tell: the kind that has most of the columns; '' for none.

    Nothing is read because of this: it only saves somebody the first of their answers.
    """
    found = {kind.key: len(assign(kind, header)) for kind in KINDS.values()}
    best = max(found, key=lambda each: found[each])
    return best if found[best] >= _ENOUGH and [*found.values()].count(found[best]) == 1 else ""


def unnamed(at: int) -> str:
    """What a column without a name is called: 'Spalte 3 (ohne Namen)'. `at`: counted from 0."""
    return f"Spalte {at + 1} (ohne Namen)"


def is_column_name(title: str) -> bool:
    """Whether lists call some column so."""
    return key_of(title) in _names()


def _called(keys: Sequence[str]) -> dict[int, str]:
    """Beside 'Titel', 'Angebot' or 'Kurs' a bare 'Name' is that of whom to ask."""
    titled = next((at for at, key in enumerate(keys) if key in CALLED), None)
    return {titled: "name"} if titled is not None and "name" in keys else {}


def _assign(
    kind: Kind, keys: Sequence[str], names: Callable[[Column], set[str]], found: dict[int, str]
) -> None:
    for column in kind.columns:
        if column.field in found.values():
            continue
        at = next((at for at, key in enumerate(keys) if at not in found and key in names(column)), None)
        if at is not None:
            found[at] = column.field


def _grouped(kind: Kind, title: str) -> str:
    """What a name below a heading means: 'Anbieter: Name' is who offers it, 'Kontakt: Telefon' a number."""
    group, colon, own = title.partition(": ")
    if not colon:
        return ""
    is_named = any(key_of(group) in _all_names(column) for column in kind.of_template)
    return key_of(group if is_named and key_of(own) in BARE else own)


def _first_known(kind: Kind, title: str) -> str:
    """The first piece of a title in pieces, unless they are names of different columns: 'Zeit / Ort'."""
    pieces = [key for key in map(key_of, _PIECES.split(title)) if key]
    fields = {column.field for column in kind.columns for key in pieces if key in _all_names(column)}
    return pieces[0] if len(pieces) > 1 and len(fields) == 1 else ""


def hash_of(header: Sequence[str]) -> str:
    """By what a header is remembered: its words in their order, whatever their case."""
    return hashlib.sha256("\n".join(map(key_of, header)).encode()).hexdigest()


def _own_name(column: Column) -> set[str]:
    return {key_of(column.title)}


def _other_names(column: Column) -> set[str]:
    return set(map(key_of, column.others))


def _all_names(column: Column) -> set[str]:
    return _own_name(column) | _other_names(column)


def _known(cells: Sequence[str]) -> int:
    return len({key_of(cell) for cell in cells} & _names())


@cache
def _names() -> frozenset[str]:
    return frozenset(key for kind in KINDS.values() for column in kind.columns for key in _all_names(column))
