"""Which format a file has, and what stands in it: tables, or objects of HSDS. Nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import ColumnMapping
from ratslinde.integration.importing.rules import archives, hsds_json, hsds_tables, separated, sheets
from ratslinde.integration.importing.rules.headers import assign, hash_of, kind_of
from ratslinde.integration.importing.rules.hsds_objects import Objects
from ratslinde.integration.importing.rules.offer_columns import KINDS
from ratslinde.integration.importing.rules.persons import private_columns, refuse_names, refuse_persons
from ratslinde.integration.importing.rules.tables import Table
from ratslinde.kernel.errors import Refused

REFERENCE_SHEETS = frozenset({"handlungsfelder", "hinweise"})
"""Sheets of the template that are there to be looked at."""
_FORMATS = "Gelesen werden CSV, Excel (.xlsx) und HSDS 3.1 (JSON oder ZIP)."


@dataclass(frozen=True)
class Opened:
    """What was in the file: one of the two."""

    tables: tuple[Table, ...] = ()
    objects: Objects | None = None


def open_file(name: str, data: bytes) -> Opened:
    """What stands in the file. Raises Refused for another format, a broken file, and one about individuals."""
    archives.check_size(data)
    if data.startswith(b"PK"):
        return _archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "Das ist eine alte oder verschlüsselte Excel-Datei. Bitte als .xlsx ohne Kennwort speichern."
        )
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return Opened(objects=hsds_json.read_json(data))
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<")):
        raise Refused(f"Dieses Format wird nicht eingelesen. {_FORMATS}")
    table = separated.read(data, sheet=PurePath(name).stem[:100] or "Tabelle")
    refuse_persons(table)
    return Opened(tables=(table,))


def _archive(data: bytes) -> Opened:
    names = archives.names_in(data)
    if any(name.endswith(".csv") for name in names):
        return Opened(objects=hsds_tables.read_package(data))
    if "xl/workbook.xml" not in names:
        raise Refused(f"Dieses Format wird nicht eingelesen. {_FORMATS}")
    tables = sheets.read(data, leave_out=REFERENCE_SHEETS)
    for table in tables:
        refuse_persons(table)
    return Opened(tables=tuple(tables))


def stored_table(body: Body, table: Table) -> dict[str, Any]:
    """The table as it is kept until it is carried out, without columns that name somebody; with what each column is.

    A header that was mapped before is mapped so again.
    """
    private = private_columns(table)
    kept = [at for at in range(len(table.header)) if at not in private]
    header = [table.header[at] for at in kept]
    remembered = ColumnMapping.objects.filter(body=body, header=hash_of(header)).first()
    kind = remembered.kind if remembered else kind_of(table.sheet, header)
    columns = (
        remembered.columns if remembered else {str(at): field for at, field in assigned(kind, header).items()}
    )
    return {
        "sheet": table.sheet,
        "kind": kind,
        "header": header,
        "columns": columns,
        "remembered": remembered is not None,
        "private": [table.header[at] for at in sorted(private)],
        "rows": [[row.line, [row.cells[at] for at in kept]] for row in table.rows],
    }


def refuse_people(stored: dict[str, Any]) -> None:
    """Raise Refused when people stand in a column that is to name an actor or an offer."""
    named = ("name", "actor", "parent") if stored["kind"] in ("actor", "offer") else ()
    for at, field in stored["columns"].items():
        if field in named:
            values = [cells[int(at)] for _, cells in stored["rows"] if cells[int(at)]]
            refuse_names(stored["header"][int(at)], values, where=stored["sheet"])


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
