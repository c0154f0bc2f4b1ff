"""How read values become fields of rows. Pure: nothing is guessed, what is not recognised stays as it was written."""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

from ratslinde.kernel import clock
from ratslinde.kernel.text import collapse, fold

_TOWN = re.compile(r"(?P<code>\d{5}) (?P<town>\D.*)")
_STREET = re.compile(r".*\d+ ?[a-z]?(?:[-–/] ?\d+ ?[a-z]?)?")


class Place(Struct, frozen=True, kw_only=True):
    """A place in its parts; what is not recognised belongs to the description."""

    description: str
    street_address: str = ""
    postal_code: str = ""
    locality: str = ""


def place_parts(text: str) -> Place:
    """'Kulturverein e. V., Lindenweg 2, 59999 Lindenhagen' in its parts, by commas from the right."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    town = _TOWN.fullmatch(pieces[-1]) if len(pieces) > 1 else None
    if town:
        pieces.pop()
    street = pieces.pop() if len(pieces) > 1 and _STREET.fullmatch(pieces[-1]) else ""
    return Place(
        description=", ".join(pieces)[:200],
        street_address=street,
        postal_code=town["code"] if town else "",
        locality=town["town"] if town else "",
    )


def moment(day: object, time: object) -> datetime.datetime | None:
    """The town's wall-clock time of 'yyyy-mm-dd' and 'HH:MM'; midnight without a time, None without a day."""
    if not isinstance(day, str):
        return None
    date = datetime.date.fromisoformat(day)
    hour, minute = (int(part) for part in time.split(":")) if isinstance(time, str) else (0, 0)
    return clock.at(date, hour, minute)


def day(text: object) -> datetime.date | None:
    """The date of 'yyyy-mm-dd', or None."""
    return datetime.date.fromisoformat(text) if isinstance(text, str) else None


def same_title(left: str, right: str) -> bool:
    """Whether two titles are the same but for case, quotation marks, dashes and blanks."""
    return _bare(left) == _bare(right)


def _bare(title: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(collapse(title))).strip()
