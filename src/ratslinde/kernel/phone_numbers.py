"""What may stand where a telephone number is expected."""

from __future__ import annotations

import re

MOST = 60
"""Characters: as many as the fields for them hold."""
_FEWEST_DIGITS = 3  # 115, the number of all authorities
_HINT = r"(?:Durchwahl|Apparat|App\.|DW)"
_NUMBER = re.compile(rf"\+?[\d ()/.\-–]*(?:,? ?{_HINT} ?[\d ()/.\-–]+)?", re.ASCII | re.IGNORECASE)
_AREA_ONLY = re.compile(r"(?:0\d{1,5}|(?:\+|00)49[\d ()/.–-]{0,2}(?:\(0\))?\D?\d{2,5})\D*", re.ASCII)
"""The code of a town or a service, with nothing behind it: those of Germany have up to five digits after the zero."""

NO_NUMBER = (
    "Das ist keine Telefonnummer. Erwartet wird zum Beispiel 02599 10-300 oder +49 2599 10-300. "
    "Erlaubt sind Ziffern, Leerzeichen, + ( ) / - . und der Zusatz „Durchwahl“ oder „App.“."
)


def is_phone_number(text: str) -> bool:
    """Whether it is one telephone number as people write it here, at most with the hint at an extension.

    Digits, blanks and the signs of DIN 5008 and ITU-T E.123; no names, no second number behind a comma, no markup, and
    no area code without a number.
    """
    digits = sum(letter.isdigit() for letter in text)
    if len(text) > MOST or digits < _FEWEST_DIGITS or is_area_code(text):
        return False
    return _NUMBER.fullmatch(text.strip()) is not None


def is_area_code(text: str) -> bool:
    """Whether only an area code stands there: '02599', '(02599)', '+49 2599', '02599 / '."""
    return _AREA_ONLY.fullmatch(text.strip().removeprefix("(")) is not None
