"""CSV in: encoding, delimiter and quotes are found out, whatever program wrote it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from ratslinde.integration.importing.rules.files.header_rows import header_of
from ratslinde.integration.importing.rules.headers import find_header
from ratslinde.integration.importing.rules.tables import MOST_CHARACTERS, Row, Table, bounded
from ratslinde.kernel.errors import Refused

DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 30


def read(data: bytes, *, sheet: str) -> Table:
    """The table of a CSV file. Raises Refused when it is none."""
    text = decoded(data)
    delimiter = delimiter_of(text)
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    try:
        rows = list(bounded(tuple(cells) for cells in reader))
    except csv.Error as error:
        raise Refused(
            f"Die Datei ist keine lesbare CSV-Datei; eine Zelle hat vielleicht mehr als {MOST_CHARACTERS} Zeichen "
            "oder ein Anführungszeichen ist nicht geschlossen."
        ) from error
    return found_in(sheet, table_of(sheet, rows))


def found_in(sheet: str, table: Table | None) -> Table:
    """The table. Raises Refused where there is none."""
    if table is None:
        raise Refused(f"In „{sheet}“ steht keine Tabelle mit Spaltennamen.")
    return table


def table_of(sheet: str, rows: list[Row]) -> Table | None:
    """The rows below their header, all as wide as it; None for a sheet of remarks, which has no header."""
    at = find_header([row.cells for row in rows[:_LOOKED_AT]])
    if at is None:
        return None
    header = header_of(rows, at)
    width = len(header.titles)
    below = tuple(Row(row.line, (row.cells + ("",) * width)[:width]) for row in rows[header.last + 1 :])
    caption = " ".join(cell for row in rows[:at] for cell in row.cells if cell)
    return Table(sheet, header.titles, tuple(row for row in below if any(row.cells)), caption)


def decoded(data: bytes) -> str:
    """The text: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252, which German Excel writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """The delimiter that parts the first rows into the most columns, the same number in most of them."""
    return max(DELIMITERS, key=lambda each: (_columns(text, each), -DELIMITERS.index(each)))


def _columns(text: str, delimiter: str) -> int:
    lines = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT)
    try:
        widths = Counter(len(cells) for cells in lines if len(cells) > 1)
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, times = widths.most_common(1)[0]
    return width * times
