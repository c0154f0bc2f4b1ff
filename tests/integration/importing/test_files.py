"""Files as programs and people write them, and those that are not read."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from ratslinde.integration.importing.opening import open_file
from ratslinde.integration.importing.rules import tables
from ratslinde.integration.importing.rules.files import separated
from ratslinde.kernel.errors import Refused
from tests.integration.importing.files import csv_file, excel_file

LINES = ("Name;Ort;Plätze", "Café „Süd“;Lindenhagen;12", "Chor;Lindenhagen;0")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_umlauts_are_read_in_every_encoding(encoding):
    table = open_file("a.csv", csv_file(*LINES, encoding=encoding)).tables[0]
    assert table.header == ("Name", "Ort", "Plätze")
    assert table.rows[0].cells[0] == "Café „Süd“"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_out_although_cells_hold_others(delimiter):
    lines = (delimiter.join(("Name", "Beschreibung")), delimiter.join(('"A, B; C"', '"eins\nzwei"')))
    table = separated.read(csv_file(*lines), sheet="a")
    assert (table.header, table.rows[0].cells) == (("Name", "Beschreibung"), ("A, B; C", "eins\nzwei"))


def test_titles_and_empty_rows_above_the_header_are_passed_over():
    data = excel_file(
        Liste=[["Angebote 2026"], [], [None, "Stand: März"], ["Angebot", "Träger"], ["Chor", "Verein"]]
    )
    table = open_file("a.xlsx", data).tables[0]
    assert (table.header, table.rows[0].line) == (("Angebot", "Träger"), 5)


def test_a_sheet_of_remarks_is_left_out_beside_others():
    notes = [["To do"], ["Liste bis Dezember ergänzen"]]
    data = excel_file(Akteure=[["Name", "Telefon"], ["Chor", "02599 10"]], Notizen=notes)
    assert [table.sheet for table in open_file("a.xlsx", data).tables] == ["Akteure"]
    with pytest.raises(Refused, match="„Notizen“ steht keine Tabelle"):
        open_file("a.xlsx", excel_file(Notizen=notes))


def styled_file() -> bytes:
    """A struck row, a struck number, a link behind 'Link' and one behind a name."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Akteure"
    for row in (
        ["Name", "Telefon", "Homepage", "Mail"],
        ["Wollverein", "02599 10-1", "", ""],
        ["Chor", "02599 10-2", "Link", "Mail"],
        ["Tanz", "02599 10-3", "tanz.example", ""],
    ):
        sheet.append(row)
    struck = openpyxl.styles.Font(strike=True)
    for cell in (sheet["A2"], sheet["B2"], sheet["B4"]):
        cell.font = struck
    sheet["C3"].hyperlink = "https://chor.example/"
    sheet["D3"].hyperlink = "mailto:chor@verein.example?subject=Frage"
    sheet["B3"].comment = openpyxl.comments.Comment("Frau Zwirbel fragen", "Amt")
    sheet["A4"].hyperlink = "https://tanz.example/neu"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_is_struck_through_is_not_read_and_told():
    table = open_file("a.xlsx", styled_file()).tables[0]
    assert [row.cells[:2] for row in table.rows] == [("Chor", "02599 10-2"), ("Tanz", "")]
    assert table.left_out == (
        "Akteure, Zeile 2 (durchgestrichen)",
        "Akteure, Zelle B4 (durchgestrichen)",
        "Akteure: Links hinter Wörtern (1)",
        "Kommentare an Zellen",
    )
    assert "Zwirbel" not in str(table)


def test_a_cell_that_only_says_that_there_is_a_link_is_where_it_leads():
    table = open_file("a.xlsx", styled_file()).tables[0]
    assert [row.cells[2:] for row in table.rows] == [
        ("https://chor.example/", "chor@verein.example"),
        ("tanz.example", ""),
    ]
    assert table.rows[1].cells[0] == "Tanz"


def rewritten(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The archive with other words in its names and parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as archive:
        for entry in source.namelist():
            name, content = entry, source.read(entry)
            for old, new in changes:
                name, content = name.replace(old, new), content.replace(old.encode(), new.encode())
            archive.writestr(name, content)
    return out.getvalue()


def test_the_workbook_may_be_called_otherwise_as_some_programs_do():
    renamed = rewritten(styled_file(), ("workbook.xml", "workbook22.xml"))
    assert open_file("a.xlsx", renamed).tables == open_file("a.xlsx", styled_file()).tables


@pytest.mark.parametrize("place", ["C:C", "3:3", "ZZZZZ99999999999"])
def test_a_link_that_lies_at_no_cell_keeps_no_file_from_being_read(place):
    odd = rewritten(styled_file(), ('ref="C3"', f'ref="{place}"'))
    assert open_file("a.xlsx", odd).tables[0].rows[0].cells[2] == "Link"


def test_the_guard_against_formulas_is_taken_off_again():
    assert [tables.cell_text(text) for text in ("'=1+1", "'+49 2599", "'s Hertogenbosch", "#NV")] == [
        "=1+1", "+49 2599", "'s Hertogenbosch", "",
    ]  # fmt: skip


def test_a_formula_counts_by_its_last_result_and_is_never_carried_out():
    book = openpyxl.Workbook()
    book.active.append(["Name", "Plätze"])
    book.active.append(["Chor", '=HYPERLINK("http://x.example";"x")'])
    out = io.BytesIO()
    book.save(out)
    assert open_file("a.xlsx", out.getvalue()).tables[0].rows[0].cells == ("Chor", "")


def test_an_endless_sheet_ends():
    book = openpyxl.Workbook()
    book.active.append(["Name", "Ort"])
    book.active.append(["Chor", "Lindenhagen"])
    book.active.cell(row=1_048_576, column=1, value="weit unten")
    out = io.BytesIO()
    book.save(out)
    assert len(open_file("a.xlsx", out.getvalue()).tables[0].rows) == 1


def test_too_many_rows_too_long_cells_and_too_many_columns_are_refused():
    for lines, sentence in (
        (["Name;Ort", *(["a;b"] * (tables.MOST_ROWS + 1))], "Zeilen"),
        (["Name;Ort", f"a;{'x' * (tables.MOST_CHARACTERS + 1)}"], "Zeichen"),
        ([";".join(["Name"] * 300)] * 2, "Spalten"),
    ):
        with pytest.raises(Refused, match=sentence):
            open_file("a.csv", csv_file(*lines))


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (90 * 1024 * 1024))
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04broken",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0old",
        b"\n\n\n",
        bomb(),
        entities(),
        excel_file(A=[["x"]]),
    ],
    ids=["empty", "broken", "pdf", "xls", "blank", "bomb", "entities", "no table"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data):
    with pytest.raises(Refused) as refusal:
        open_file("a.csv", data)
    assert refusal.value.message.endswith((".", "ZIP)."))
