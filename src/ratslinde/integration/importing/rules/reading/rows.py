"""From the rows of mapped tables to statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ratslinde.integration.importing.rules import cells
from ratslinde.integration.importing.rules.collecting.statements import Cells, Rows
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.places.towns import misspelt_towns
from ratslinde.integration.importing.rules.reading.asking import REACHED, ask_if_two, sure_text
from ratslinde.integration.importing.rules.reading.finishing import FINISHERS
from ratslinde.integration.importing.rules.reading.name_cells import name_and_more
from ratslinde.integration.importing.rules.reading.other_rows import is_header_again, is_remark, is_total
from ratslinde.integration.importing.rules.reading.readers import READERS
from ratslinde.integration.importing.rules.reading.repeating import Line, lines
from ratslinde.integration.importing.rules.reading.running import ask_if_over
from ratslinde.integration.importing.rules.reading.several_offers import parted
from ratslinde.integration.importing.rules.reading.withheld import withhold
from ratslinde.integration.importing.rules.stated import Problem, Stated, Words
from ratslinde.integration.importing.rules.tables import Row, Table
from ratslinde.kernel.text import collapse

EXAMPLE = "beispiel"
"""Rows whose first cell or name begins so are those of the template."""

_NAMES = ("name", "actor", "parent")
_WITH_TOWNS = ("address", "street_address", "place", "locality")
_TOWN = re.compile(r"\b\d{5}\s+([^\d,;()\n]+)")


@dataclass(frozen=True)
class Mapped:
    """A table with what its rows are and which column (by number) fills which field."""

    table: Table
    kind: str
    columns: Mapping[int, str]


def read_rows(mapped: Sequence[Mapped], words: Words) -> Rows:
    """The statements of all tables: places first, then actors, then offers, as they refer to each other.

    A town that one row tells for certain is one for all rows, wherever they stand: so the same file says the same when
    it is read again, after its places have taught the town's name.
    """
    misspelt = misspelt_towns(_texts_with_towns(mapped), words.codes)
    words = replace(words, towns=(words.towns | _towns_in(mapped)) - misspelt.keys(), misspelt=misspelt)
    rows = _read(mapped, words)
    told = {key_of(each.values.get("locality", "")) for each in rows.stated if each.kind == "place"} - {""}
    if told - misspelt.keys() <= words.towns:
        return rows
    return read_rows(mapped, replace(words, towns=words.towns | told))


def _towns_in(mapped: Sequence[Mapped]) -> frozenset[str]:
    """The towns that have a column, or stand behind a postal code: most need no second reading."""
    found: set[str] = set()
    for each in mapped:
        for at, field in each.columns.items():
            texts = {row.cells[at] for row in each.table.rows if at < len(row.cells)}
            if field == "locality":
                found.update(map(key_of, texts))
            if field in _WITH_TOWNS:
                found.update(key_of(town) for text in texts for town in _TOWN.findall(text))
    return frozenset(found - {""})


def _texts_with_towns(mapped: Sequence[Mapped]) -> Iterator[str]:
    """The cells that may hold a postal code before a town."""
    for each in mapped:
        for at in (at for at, field in each.columns.items() if field in (*_WITH_TOWNS, "postal_code")):
            yield from (row.cells[at] for row in each.table.rows if at < len(row.cells))


def _read(mapped: Sequence[Mapped], words: Words) -> Rows:
    rows = Rows(words)
    order = ("place", "actor", "offer")
    begun = []
    for each in sorted(mapped, key=lambda each: order.index(each.kind)):
        for line in _lines(each):
            found = _given(each, line.row)
            stated = _begin(rows, each, line.row, found)
            if stated is not None:
                stated.problems += [_repeated(each, at, sentence) for at, sentence in line.told.items()]
                begun.append((each, found, stated))
    for each, found, stated in begun:
        _fill(rows, each, found, stated)
    return rows


def _lines(mapped: Mapped) -> Iterator[Line]:
    columns = [at for at, field in mapped.columns.items() if field != "own_id"]
    houses = [at for at, field in mapped.columns.items() if field in _WITH_TOWNS]
    reads = {at: KINDS[mapped.kind].column(field).reads for at, field in mapped.columns.items()}
    unquoted = [at for at, each in reads.items() if each in REACHED]
    read = lines(mapped.table.rows, columns=columns, houses=houses, unquoted=unquoted)
    if mapped.kind != "offer":
        return read
    name = next((at for at, field in mapped.columns.items() if field == "name"), None)
    return (part for line in read for part in parted(line, name=name, fields=mapped.columns))


def _repeated(mapped: Mapped, at: int, sentence: str) -> Problem:
    return Problem(mapped.table.header[at], sentence, unsure=mapped.columns[at])


def _begin(rows: Rows, mapped: Mapped, row: Row, given: Mapping[str, str]) -> Stated | None:
    name = _name_in(mapped.kind, given)
    own_id = given.get("own_id", "")
    if (
        key_of(row.cells[0]).startswith(EXAMPLE)
        or key_of(name).startswith(f"{EXAMPLE} ")
        or key_of(own_id) == EXAMPLE
    ):
        rows.skipped += 1
        return None
    if is_total(name, first=row.cells[0]):
        rows.totals.append(f"{mapped.table.sheet}, Zeile {row.line} „{name or row.cells[0]}“ (Summenzeile)")
        return None
    if is_remark(row.cells):
        rows.totals.append(f"{mapped.table.sheet}, Zeile {row.line} (Bemerkung)")
        return None
    if is_header_again(row.cells, mapped.table.header):
        rows.totals.append(f"{mapped.table.sheet}, Zeile {row.line} (Spaltennamen)")
        return None
    stated = rows.begin(
        mapped.kind, sheet=mapped.table.sheet, line=row.line, label=name or "(ohne Namen)", own_id=own_id
    )
    if not name:
        stated.problems.append(Problem("Name", "Es fehlt der Name.", blocks=True))
    return stated


def _name_in(kind: str, given: Mapping[str, str]) -> str:
    name = given.get("name", "")
    return name_and_more(name)[0] if kind == "actor" else collapse(name)


def _given(mapped: Mapped, row: Row) -> dict[str, str]:
    return {
        field: row.cells[at]
        for at, field in mapped.columns.items()
        if at < len(row.cells) and not _says_nothing(field, row.cells[at])
    }


def _says_nothing(field: str, text: str) -> bool:
    return cells.names_nobody(text) if field in _NAMES else cells.is_unknown(text)


def _fill(rows: Rows, mapped: Mapped, given: Mapping[str, str], stated: Stated) -> None:
    kind = KINDS[mapped.kind]
    stated.titles = {field: mapped.table.header[at] for at, field in mapped.columns.items()}
    read = Cells(rows, kind, stated, stated.titles)
    for field, text in given.items():
        column = kind.column(field)
        reader = READERS.get(column.reads)
        if reader is None or field == "own_id":
            continue
        sure = sure_text(read, column, text)
        if sure:
            read.attempt(column, sure, reader)
    withhold(read, given)
    if mapped.kind == "actor":
        ask_if_over(stated, column=read.title_of("note"))
        ask_if_two(stated, column=read.title_of("name"), known=rows.words.actors)
    FINISHERS[mapped.kind](read)
