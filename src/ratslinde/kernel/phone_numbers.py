"""What may stand where a telephone number is expected."""

from __future__ import annotations

import re

MOST = 60
"""Characters: as many as the fields for them hold."""
_FEWEST_DIGITS = 3  # 115, the number of all authorities
_HINT = r"(?:Durchwahl|Apparat|App\.|DW)"
_NUMBER = re.compile(rf"\+?[\d ()/.\-–]*(?:,? ?{_HINT} ?[\d ()/.\-–]+)?", re.ASCII | re.IGNORECASE)

NO_NUMBER = (
    "Das ist keine Telefonnummer. Erwartet wird zum Beispiel 02599 10-300 oder +49 2599 10-300. "
    "Erlaubt sind Ziffern, Leerzeichen, + ( ) / - . und der Zusatz „Durchwahl“ oder „App.“."
)


def is_phone_number(text: str) -> bool:
    """Whether it is one telephone number as people write it here, at most with the hint at an extension.

    Digits, blanks and the signs of DIN 5008 and ITU-T E.123; no names, no second number behind a comma, no markup.
    """
    digits = sum(letter.isdigit() for letter in text)
    return len(text) <= MOST and digits >= _FEWEST_DIGITS and _NUMBER.fullmatch(text.strip()) is not None
