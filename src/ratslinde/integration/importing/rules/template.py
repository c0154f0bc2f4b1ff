"""The table to hand out: XLSX with drop-downs of the town's own words, or one CSV file a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ratslinde.integration.importing.rules.columns import Column, Kind
from ratslinde.integration.importing.rules.offer_columns import KINDS

_LISTS = {
    "handlungsfeld": "Handlungsfelder", "zielgruppe": "Zielgruppen", "akteurstyp": "Arten von Akteuren",
    "angebotsform": "Formen von Angeboten", "zugangsbarriere": "Zugangsbarrieren",
}  # fmt: skip
_MARK = "BEISPIEL"
_ROWS = 2_000
"""Rows that get drop-downs."""
_HEAD, _GREY = PatternFill("solid", fgColor="FFE3ECE6"), Font(italic=True, color="FF666666")
NOTES = (
    "So geht es: Die Blätter „Akteure“, „Angebote“ und „Orte“ ausfüllen, speichern und am Schreibtisch einlesen.",
    "Vor dem Übernehmen zeigt ein Probelauf jede Änderung. Nichts wird dabei öffentlich.",
    "Eine leere Zelle heißt: nicht bekannt. „nein“ heißt nein, 0 heißt 0. Leere Zellen löschen nichts.",
    "Mehrere Angaben in einer Zelle mit Semikolon trennen: Sprache; Schule und Ausbildung.",
    "Die Zeile, die mit BEISPIEL beginnt, wird beim Einlesen übersprungen. Spalten dürfen fehlen oder anders heißen.",
    "Die Kennung leer lassen, außer sie stammt aus einem Export von Ratslinde.",
    "Namen von Ansprechpersonen gehören nicht hinein; sie werden nicht übernommen.",
    "Listen über einzelne Menschen liest Ratslinde nicht ein.",
)


@dataclass(frozen=True)
class Lists:
    """The town's words in their order: terms by taxonomy, and its social spaces."""

    terms: Mapping[str, Sequence[str]]
    spaces: Sequence[str]


def workbook(lists: Lists) -> bytes:
    """The bytes of the XLSX file: Akteure, Angebote, Orte, Handlungsfelder, Hinweise."""
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    ranges = {name: (at, len(words)) for at, (name, _, words) in enumerate(_listed(lists), start=1)}
    for kind in KINDS.values():
        _sheet(book.create_sheet(kind.title), kind, ranges)
    _words(book.create_sheet("Handlungsfelder"), lists)
    _notes(book.create_sheet("Hinweise"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def separated(kind: Kind) -> bytes:
    """The bytes of the CSV file of a sheet, as German Excel opens it: semicolons, UTF-8 with mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([column.title for column in kind.of_template])
    writer.writerow(list(example(kind)))
    return out.getvalue().encode("utf-8-sig")


def example(kind: Kind) -> Iterator[str]:
    """The cells of the example row."""
    for at, column in enumerate(kind.of_template):
        chosen = column.choices[0][1][0] if column.choices else ""
        yield _MARK if at == 0 else column.example or chosen


def _sheet(sheet: Any, kind: Kind, ranges: Mapping[str, tuple[int, int]]) -> None:
    for at, column in enumerate(kind.of_template, start=1):
        cell = sheet.cell(row=1, column=at, value=column.title)
        cell.font, cell.fill, cell.alignment = (
            Font(bold=True),
            _HEAD,
            Alignment(wrap_text=True, vertical="top"),
        )
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = 34 if column.field in ("name", "description", "actor") else 20
        rule = _rule(column, ranges)
        if rule is not None:
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{_ROWS}")
    for at, text in enumerate(example(kind), start=1):
        sheet.cell(row=2, column=at, value=text or None).font = _GREY
    sheet.freeze_panes = "C2"


def _rule(column: Column, ranges: Mapping[str, tuple[int, int]]) -> DataValidation | None:
    """A drop-down that also takes what is typed: several entries cannot be chosen from a list."""
    name = column.taxonomy or ("spaces" if column.reads in ("space", "spaces") else "")
    if name and ranges.get(name, (0, 0))[1]:
        letter = get_column_letter(ranges[name][0])
        formula = f"Handlungsfelder!${letter}$2:${letter}${ranges[name][1] + 1}"
    elif column.choices:
        formula = f'"{",".join(words[0].replace(",", " –") for _, words in column.choices)}"'
    elif column.reads == "yes_no":
        formula = '"ja,nein"'
    else:
        formula = ""
    if not formula and not column.hint:
        return None
    rule = DataValidation(type="list" if formula else None, formula1=formula or None, allow_blank=True)
    rule.showErrorMessage = False
    if column.hint:
        rule.promptTitle, rule.prompt, rule.showInputMessage = column.title[:32], column.hint[:250], True
    return rule


def _listed(lists: Lists) -> list[tuple[str, str, Sequence[str]]]:
    return [
        *((key, title, lists.terms.get(key, ())) for key, title in _LISTS.items()),
        ("spaces", "Sozialräume", lists.spaces),
    ]


def _words(sheet: Any, lists: Lists) -> None:
    for at, (_, title, words) in enumerate(_listed(lists), start=1):
        sheet.cell(row=1, column=at, value=title).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = 34
        for row, word in enumerate(words, start=2):
            sheet.cell(row=row, column=at, value=word)
    sheet.freeze_panes = "A2"


def _notes(sheet: Any) -> None:
    sheet.column_dimensions["A"].width = 100
    for row, text in enumerate(NOTES, start=1):
        sheet.cell(row=row, column=1, value=text).alignment = Alignment(wrap_text=True)
