from __future__ import annotations

import pytest

from ratslinde.kernel.phone_numbers import is_phone_number


@pytest.mark.parametrize(
    "text",
    [
        "02599 10-300", "+49 2599 10-300", "+49 (0) 2599 / 10-0", "(02599) 10.300", "115", "02599/10–3",
        "02599 10-0, Durchwahl 12", "02599 10-0 App. 7", "02599 100 DW 3",
        "02599 10", "089 115", "116117", "+49 30 1234",
    ],
)  # fmt: skip
def test_a_number_is_taken_as_people_write_it(text):
    assert is_phone_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>", "<b>02599 10-3</b>", "nicht bekannt", "", "12", "02599 10-3 oder 10-4", "Amal Beispiel 02599 10-3",
        "02599 10-3, 02599 10-4", "02599+10", "02599\u202e10", "٠٢٥٩٩", "02599 10\n300", "App.", "1" * 61,
        "02599", "(02599)", "02599 /", "+49 2599", "0049 2599", "0170",
    ],
)  # fmt: skip
def test_anything_else_is_no_number(text):
    assert not is_phone_number(text)
