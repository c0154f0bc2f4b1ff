"""Tables as CSV: two dialects, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import datetime
import decimal
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = str | int | float | decimal.Decimal | bool | datetime.date | datetime.datetime | datetime.time | None
"""What may stand in a table. None is "not known" and leaves the cell empty; it is never written as 0 or as no."""

MEDIA_TYPE = "text/csv; charset=utf-8"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """How a table is written. `key` stands in addresses, `label` on buttons, `decimal` is the decimal sign."""

    key: str
    label: str
    delimiter: str
    byte_order_mark: bool
    decimal: str
    yes: str
    no: str


EXCEL = Dialect(
    key="excel",
    label="Excel (deutsch)",
    delimiter=";",
    byte_order_mark=True,
    decimal=",",
    yes="ja",
    no="nein",
)
TECHNICAL = Dialect(
    key="technisch",
    label="technisch",
    delimiter=",",
    byte_order_mark=False,
    decimal=".",
    yes="true",
    no="false",
)
DIALECTS = {dialect.key: dialect for dialect in (EXCEL, TECHNICAL)}


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, dialect: Dialect) -> bytes:
    """The table as UTF-8, lines ending with CR LF (RFC 4180); every text is guarded."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=dialect.delimiter, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in header])
    writer.writerows([cell_text(cell, dialect=dialect) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig" if dialect.byte_order_mark else "utf-8", errors="replace")


def cell_text(value: Cell, *, dialect: Dialect) -> str:
    """The cell as it is written: numbers with the dialect's sign and unguarded, days and times as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return dialect.yes if value else dialect.no
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    plain = format(decimal.Decimal(str(value)), "f") if isinstance(value, float) else str(value)
    return plain.replace(".", dialect.decimal)


def guarded(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula (also a phone number with +)."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given: for tables that come back in."""
    return text[1:] if _GUARDED.match(text) else text
