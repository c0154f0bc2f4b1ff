from __future__ import annotations

import pytest

from ratslinde.reading.text.joining import clean

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
HEART = "\u2764\ufe0f\u200d\U0001f525"
PERSIAN = "می\u200cخواهم"
HINDI = "क\u094d\u200dष"


@pytest.mark.parametrize("text", [FAMILY, HEART, PERSIAN, HINDI])
def test_a_joiner_stays_where_a_script_spells_with_it(text):
    assert clean(f"Fest {text}") == f"Fest {text}"


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_a_joiner_that_a_print_put_into_a_word_goes(joiner):
    assert clean(f"Baum{joiner}pflanzung{joiner}") == "Baumpflanzung"


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"])
def test_other_invisible_signs_go(sign):
    assert clean(f"Baum{sign}pflanzung{sign} {FAMILY}") == f"Baumpflanzung {FAMILY}"
