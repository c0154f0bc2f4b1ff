"""Which format a file has, and what stands in it: tables, or objects of HSDS. Nothing is stored here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.columns_known import known
from ratslinde.integration.importing.rules.files import archives, separated, sheets
from ratslinde.integration.importing.rules.headers import assign
from ratslinde.integration.importing.rules.hsds import nested
from ratslinde.integration.importing.rules.hsds import tables as hsds_tables
from ratslinde.integration.importing.rules.hsds.objects import Objects
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons.cases import CASE, is_called_as_case
from ratslinde.integration.importing.rules.persons.dropping import (
    private_columns,
    vocabulary_columns,
    without_names,
)
from ratslinde.integration.importing.rules.persons.names import are_people
from ratslinde.integration.importing.rules.persons.refusals import called_as_people, telling_of_people
from ratslinde.integration.importing.rules.persons.refusing import NOBODY, refuse_names, refuse_persons
from ratslinde.integration.importing.rules.persons.subjects import names_organizations_somewhere
from ratslinde.integration.importing.rules.persons.texts import personal_text
from ratslinde.integration.importing.rules.tables import Row, Table
from ratslinde.kernel.errors import Refused

REFERENCE_SHEETS = frozenset({"handlungsfelder", "hinweise"})
"""Sheets of the template that are there to be looked at."""
_WORKBOOK = re.compile(r"xl/workbook\d*\.xml")
"""The part that every Excel file has; some programs number it."""
_FORMATS = "Gelesen werden CSV, Excel (.xlsx) und HSDS 3.1 (JSON oder ZIP)."


@dataclass(frozen=True)
class Opened:
    """What was in the file: one of the two."""

    tables: tuple[Table, ...] = ()
    objects: Objects | None = None


def open_file(name: str, data: bytes, *, familiar: frozenset[str] = NOBODY) -> Opened:
    """What stands in the file. Raises Refused for another format, a broken file, and one about individuals.

    `familiar`: words and names that are known in the town and no person's.
    """
    archives.check_size(data)
    if data.startswith(b"PK"):
        return _archive(data, familiar)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "Das ist eine alte oder verschlüsselte Excel-Datei. Bitte als .xlsx ohne Kennwort speichern."
        )
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return Opened(objects=_of_organizations(nested.read_json(data)))
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<")):
        raise Refused(f"Dieses Format wird nicht eingelesen. {_FORMATS}")
    table = separated.read(data, sheet=PurePath(name).stem[:100] or "Tabelle")
    refuse_persons(table, familiar)
    return Opened(tables=(table,))


def _archive(data: bytes, familiar: frozenset[str]) -> Opened:
    names = archives.names_in(data)
    if any(name.endswith(".csv") for name in names):
        return Opened(objects=_of_organizations(hsds_tables.read_package(data)))
    if not any(map(_WORKBOOK.fullmatch, names)):
        raise Refused(f"Dieses Format wird nicht eingelesen. {_FORMATS}")
    tables = sheets.read(data, leave_out=REFERENCE_SHEETS)
    for table in tables:
        refuse_persons(table, familiar)
    return Opened(tables=tuple(tables))


def _of_organizations(objects: Objects) -> Objects:
    """The objects. Raises Refused when their organisations or services are people, or tell of some."""
    for kind in ("organization", "service"):
        names = [str(found.get("name", "")) for found in objects.by_kind[kind].values()]
        if are_people(names):
            raise called_as_people(kind)
        called = [(at, CASE) for at, name in enumerate(names, 1) if is_called_as_case(name)]
        for attribute in ("name", "description"):
            texts = [str(found.get(attribute, "")) for found in objects.by_kind[kind].values()]
            told = [(at, what) for at, text in enumerate(texts, 1) if (what := personal_text(text))]
            told += called if attribute == "name" else []
            if told:
                raise telling_of_people(kind, attribute, told)
    return objects


def stored_tables(body: Body, tables: Sequence[Table], *, familiar: frozenset[str]) -> list[dict[str, Any]]:
    """The tables as they are kept until they are carried out; of those that are not read no row is kept.

    Raises Refused where nothing tells what any of them is: only organisations that say so themselves wait for somebody
    to say what the columns are.
    """
    stored = [stored_table(body, table, familiar=familiar) for table in tables]
    if any(each["kind"] for each in stored):
        return [each if each["kind"] else {**each, "rows": []} for each in stored]
    if not any(names_organizations_somewhere(table, familiar) for table in tables):
        raise Refused(
            "Aus den Spaltennamen geht nicht hervor, ob darin Akteure, Angebote oder Orte stehen; von der Datei wurde "
            "nichts gespeichert. Bitte nennen Sie die Spalte mit den Namen „Akteur“, „Angebot“ oder „Gebäude“ und "
            "lesen Sie die Liste noch einmal ein."
        )
    return stored


def stored_table(body: Body, table: Table, *, familiar: frozenset[str] = NOBODY) -> dict[str, Any]:
    """The table as it is kept until it is carried out, with what each column is.

    Columns that name somebody, and such names in cells of a vocabulary's words, are left out. What was said of a header
    or a column before holds again.
    """
    before = known(body, sheet=table.sheet, header=table.header)
    fields = {int(at): field for at, field in before.columns.items()}
    private = private_columns(table, fields, familiar)
    kept = [at for at in range(len(table.header)) if at not in private]
    header = [table.header[at] for at in kept]
    found = known(body, sheet=table.sheet, header=header)
    words = vocabulary_columns(found.kind, {kept[int(at)]: field for at, field in found.columns.items()})
    rows, taken_out = _without_names(table, kept, words, familiar)
    return {
        "sheet": table.sheet,
        "kind": found.kind,
        "header": header,
        "columns": found.columns,
        "remembered": found.remembered,
        "private": [*(table.header[at] for at in sorted(private)), *taken_out],
        "left_out": [*table.left_out],
        "rows": rows,
    }


def _without_names(
    table: Table, kept: Sequence[int], vocabulary: frozenset[int], familiar: frozenset[str]
) -> tuple[list[list[Any]], list[str]]:
    """The rows of the columns that are kept, and where a name was taken out of a cell."""
    rows: list[list[Any]] = []
    taken_out = []
    for row in table.rows:
        cells = [_kept(row, at, vocabulary, familiar) for at in kept]
        taken_out += [
            f"{table.header[at]}, Zeile {row.line}"
            for at, cell in zip(kept, cells, strict=True)
            if cell != row.cells[at]
        ]
        rows.append([row.line, cells])
    return rows, taken_out


def _kept(row: Row, at: int, vocabulary: frozenset[int], familiar: frozenset[str]) -> str:
    return without_names(row.cells[at], familiar) if at in vocabulary else row.cells[at]


def refuse_people(stored: dict[str, Any], *, familiar: frozenset[str] = NOBODY) -> None:
    """Raise Refused when people stand in a column that is to name an actor or an offer."""
    named = ("name", "actor", "parent") if stored["kind"] in ("actor", "offer") else ()
    rows = tuple(Row(line, tuple(cells)) for line, cells in stored["rows"])
    table = Table(stored["sheet"], tuple(stored["header"]), rows)
    for at, field in stored["columns"].items():
        if field in named:
            refuse_names(table, int(at), familiar)


def assigned(kind: str, header: list[str]) -> dict[int, str]:
    """The columns that explain themselves."""
    return assign(KINDS[kind], header) if kind else {}


def is_clear(stored: dict[str, Any]) -> bool:
    """Whether nobody needs to look at the columns: all are known, or were mapped before."""
    fields = set(stored["columns"].values())
    needed = {"name", "actor"} if stored["kind"] == "offer" else {"name"}
    titled = sum(bool(title) for title in stored["header"])
    return (
        bool(stored["kind"])
        and needed <= fields
        and (stored["remembered"] or len(stored["columns"]) >= titled)
    )
