"""Text as it is compared, cleaned and shortened."""

from __future__ import annotations

import pytest

from ratslinde.kernel.text import clean, collapse, fold, shortened


@pytest.mark.parametrize(
    ("left", "right"), [("Straße", "STRASSE"), ("Förderung", "forderung"), ("Bau\u00adamt", "bauamt")]
)
def test_folded_texts_are_equal(left, right):
    assert fold(left) == fold(right)


def test_control_characters_and_foreign_line_ends_go():
    assert clean("a\x1fb\x00c\r\nd\re") == "abc\nd\ne"


def test_characters_that_turn_the_writing_around_go_and_arabic_stays():
    assert clean("Fest\u202egpj.\u202c \u2066x\u2069") == "Festgpj. x"
    assert clean("مرحبا \u200fA\u200e") == "مرحبا \u200fA\u200e"


def test_blanks_become_single():
    assert collapse("  a \n\t b ") == "a b"


def test_a_long_text_ends_with_a_whole_word():
    assert shortened("Planung einer Baumpflanzaktion", most=20) == "Planung einer …"
    assert shortened("kurz") == "kurz"
