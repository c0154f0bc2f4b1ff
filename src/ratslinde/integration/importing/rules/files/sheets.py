"""XLSX in: values only, row by row, never more than a bounded number of them."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string

from ratslinde.integration.importing.rules.files import archives
from ratslinde.integration.importing.rules.files.links import Links, is_hidden, led, links_in
from ratslinde.integration.importing.rules.files.separated import found_in, table_of
from ratslinde.integration.importing.rules.files.struck import Unstruck, has_struck, unstruck
from ratslinde.integration.importing.rules.tables import MOST_COLUMNS, Table, bounded
from ratslinde.kernel.errors import Refused

MOST_SHEETS = 30
_COMMENTS = "Kommentare an Zellen"
_COMMENT_PART = re.compile(r"xl/(?:threaded)?comments", re.IGNORECASE)
_BROKEN = "Die Excel-Datei ist beschädigt und kann nicht gelesen werden."


@dataclass(frozen=True)
class _Looks:
    """What of a workbook is not in the values of its cells: struck through, their links, remarks on them."""

    is_struck: bool
    links: Links
    has_comments: bool


def read(data: bytes, *, leave_out: frozenset[str] = frozenset()) -> list[Table]:
    """The sheets that hold a table, in order, without those named in `leave_out`. Formulas count by their last result.

    Sheets of remarks without names of columns are left out beside others. Raises Refused for a file that cannot be
    read or holds no table.
    """
    names = archives.names_in(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # drop-downs and headers that openpyxl does not know
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            looks = _Looks(
                is_struck=has_struck(data, names),
                links=links_in(data, names),
                has_comments=any(map(_COMMENT_PART.match, names)),
            )
            return _tables(book, leave_out, looks)
    except Refused:
        raise
    except Exception as error:  # openpyxl lets the errors of zip, XML and dicts through
        raise Refused(_BROKEN) from error


def _tables(book: Any, leave_out: frozenset[str], looks: _Looks) -> list[Table]:
    found = []
    remarks = ""
    for sheet in book.worksheets[:MOST_SHEETS]:
        if sheet.title.strip().casefold() in leave_out or sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what the file says of its size need not be true
        left_out: list[str] = []
        rows = list(bounded(_rows_of(sheet, looks, left_out)))
        table = table_of(sheet.title, rows) if len(rows) > 1 else None
        if table is not None:
            found.append(replace(table, left_out=tuple(left_out)))
        elif len(rows) > 1:
            remarks = remarks or sheet.title
    book.close()
    if not found and remarks:
        found_in(remarks, None)
    if not found:
        raise Refused("In der Datei steht keine ausgefüllte Tabelle.")
    if looks.has_comments:
        found[0] = replace(found[0], left_out=(*found[0].left_out, _COMMENTS))
    return found


def _rows_of(sheet: Any, looks: _Looks, left_out: list[str]) -> Iterator[tuple[str, ...]]:
    """The rows as text; what is struck through goes into `left_out` and not into them."""
    links = {
        (row, column_index_from_string(letter) - 1): to
        for (row, letter), to in looks.links.get(sheet.title, {}).items()
    }
    linked = {row for row, _ in links}
    behind = 0
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=not looks.is_struck)
    for line, cells in enumerate(rows, start=1):
        standing = unstruck(sheet.title, line, cells) if looks.is_struck else Unstruck(cells)
        left_out += standing.left_out
        texts = tuple(map(_text, standing.values))
        if line in linked:
            behind += sum(is_hidden(text, links.get((line, at), "")) for at, text in enumerate(texts))
            texts = tuple(led(text, links.get((line, at), "")) for at, text in enumerate(texts))
        yield texts
    if behind:
        left_out.append(f"{sheet.title}: Links hinter Wörtern ({behind})")


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
