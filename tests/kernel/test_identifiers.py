"""Names in addresses."""

from __future__ import annotations

from ratslinde.kernel.identifiers import slug


def test_a_name_becomes_a_part_of_an_address():
    assert slug("Ausschuss für Straßen & Grün") == "ausschuss-fuer-strassen-gruen"


def test_a_long_name_is_cut_and_never_ends_with_a_hyphen():
    assert slug("a" * 59 + " Ehrenamt") == "a" * 59
