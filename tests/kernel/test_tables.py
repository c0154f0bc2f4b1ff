"""Tables out as CSV."""

from __future__ import annotations

import csv
import datetime
import decimal
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratslinde.kernel.tables import DIALECTS, EXCEL, TECHNICAL, cell_text, csv_bytes, guarded, unguarded


def test_excel_gets_a_mark_semicolons_and_a_decimal_comma():
    table = csv_bytes(["Feld", "Anteil"], [["Bildung; Schule", 0.5], ["Wohnen", None]], dialect=EXCEL)
    assert table == '\ufeffFeld;Anteil\r\n"Bildung; Schule";0,5\r\nWohnen;\r\n'.encode()


def test_machines_get_commas_and_a_decimal_point():
    table = csv_bytes(["Feld", "Anteil"], [["Bildung, Schule", 0.5]], dialect=TECHNICAL)
    assert table == b'Feld,Anteil\r\n"Bildung, Schule",0.5\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_becomes_text(start):
    assert guarded(f"{start}HYPERLINK(...)") == f"'{start}HYPERLINK(...)"


def test_a_formula_in_a_heading_becomes_text_too():
    assert csv_bytes(["=1+1"], [], dialect=TECHNICAL) == b"'=1+1\r\n"


def test_numbers_are_not_guarded():
    assert cell_text(-5, dialect=EXCEL) == "-5"
    assert cell_text(decimal.Decimal("-1.50"), dialect=EXCEL) == "-1,50"
    assert cell_text(1e-7, dialect=TECHNICAL) == "0.0000001"


def test_unknown_is_empty_and_zero_is_zero_and_no_is_no():
    assert [cell_text(value, dialect=EXCEL) for value in (None, 0, False)] == ["", "0", "nein"]


def test_days_are_the_same_in_both_dialects():
    day = datetime.date(2026, 3, 1)
    assert {cell_text(day, dialect=dialect) for dialect in DIALECTS.values()} == {"2026-03-01"}


@given(st.text(alphabet="'=+-@ab\t; \n\r\""))
def test_what_was_guarded_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text
    back = list(csv.reader(io.StringIO(csv_bytes(["x"], [[text]], dialect=TECHNICAL).decode(), newline="")))
    assert unguarded(back[1][0] if back[1] else "") == text
