"""Files as people hand them in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Font


def csv_file(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def excel_file(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def struck_file() -> bytes:
    """Two actors, the first of them struck through."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Akteure"
    for row in (["Name", "Telefon"], ["Wollverein", "02599 10-1"], ["Chor", "02599 10-2"]):
        sheet.append(row)
    for cell in sheet[2]:
        cell.font = Font(strike=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
