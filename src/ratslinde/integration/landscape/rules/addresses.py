"""When two addresses are one, whatever way they are spelled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ratslinde.kernel.text import spelled_out

_NO_WORD, _STREET, _LETTER = (
    re.compile(r"[^a-z0-9]+"),
    re.compile(r"str(asse)?\b\.?"),
    re.compile(r"(\d) ([a-z])\b"),
)


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a place is; '' is unknown."""

    name: str
    street: str = ""
    postal_code: str = ""
    locality: str = ""


def street_key(street: str) -> str:
    """'Lindenstraße 3 a', 'Linden-Straße 3a' and 'Lindenstr.3a' are one."""
    words = " ".join(_NO_WORD.sub(" ", _STREET.sub("str ", spelled_out(street))).split())
    return _LETTER.sub(r"\1\2", words.replace(" str ", "str "))


def same_place(one: Address, other: Address) -> bool:
    """Whether both are the same address; of a place without a street, whether it has the same name."""
    if one.street or other.street:
        street = street_key(one.street)
        return bool(street) and street == street_key(other.street) and _same_town(one, other)
    return _folded(one.name) == _folded(other.name) and _same_town(one, other)


def same_address(one: Address, other: Address) -> bool:
    """Whether both stand at the same house; a place without a street is at no other's."""
    return bool(one.street) and bool(other.street) and same_place(one, other)


def _same_town(one: Address, other: Address) -> bool:
    """The postal codes decide; where one is unknown, the names. Unknown contradicts nothing."""
    if one.postal_code and other.postal_code:
        return _folded(one.postal_code) == _folded(other.postal_code)
    return not (one.locality and other.locality) or _folded(one.locality) == _folded(other.locality)


def _folded(text: str) -> str:
    return " ".join(spelled_out(text).split())
