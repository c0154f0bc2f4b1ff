"""XLSX in: values only, row by row, never more than a bounded number of them."""

from __future__ import annotations

import datetime
import io
import warnings
from typing import Any

import openpyxl

from ratslinde.integration.importing.rules.files import archives
from ratslinde.integration.importing.rules.files.separated import found_in, table_of
from ratslinde.integration.importing.rules.tables import MOST_COLUMNS, Table, bounded
from ratslinde.kernel.errors import Refused

MOST_SHEETS = 30
_BROKEN = "Die Excel-Datei ist beschädigt und kann nicht gelesen werden."


def read(data: bytes, *, leave_out: frozenset[str] = frozenset()) -> list[Table]:
    """The sheets that hold a table, in order, without those named in `leave_out`. Formulas count by their last result.

    Sheets of remarks without names of columns are left out beside others. Raises Refused for a file that cannot be
    read or holds no table.
    """
    archives.names_in(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # drop-downs and headers that openpyxl does not know
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _tables(book, leave_out)
    except Refused:
        raise
    except Exception as error:  # openpyxl lets the errors of zip, XML and dicts through
        raise Refused(_BROKEN) from error


def _tables(book: Any, leave_out: frozenset[str]) -> list[Table]:
    found = []
    remarks = ""
    for sheet in book.worksheets[:MOST_SHEETS]:
        if sheet.title.strip().casefold() in leave_out or sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what the file says of its size need not be true
        rows = list(
            bounded(
                tuple(_text(value) for value in cells)
                for cells in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
            )
        )
        table = table_of(sheet.title, rows) if len(rows) > 1 else None
        if table is not None:
            found.append(table)
        elif len(rows) > 1:
            remarks = remarks or sheet.title
    book.close()
    if not found and remarks:
        found_in(remarks, None)
    if not found:
        raise Refused("In der Datei steht keine ausgefüllte Tabelle.")
    return found


def _text(value: Any) -> str:
    """Numbers with the German decimal sign, days as ISO, yes and no as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="minutes")
    return str(value)
