"""How read values become fields of rows. Pure: nothing is guessed, what is not recognised stays as it was written."""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

from ratslinde.kernel import clock
from ratslinde.kernel.text import collapse, fold

_TOWN = re.compile(r"(?P<code>\d{5}) (?P<town>\D.*)")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)")
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


def same_place(left: str, right: str) -> bool:
    """Whether two places are the same, as titles are; the room may stand behind the house or behind the street."""
    return same_title(left, right) or _pieces(left) == _pieces(right)


def _pieces(place: str) -> list[str]:
    return sorted(filter(None, map(_bare, place.split(","))))


def beginning(day: object, time: object) -> datetime.datetime | None:
    """The town's wall-clock time of 'yyyy-mm-dd' and 'HH:MM'; midnight without a time of day, None without a day."""
    if not isinstance(day, str):
        return None
    hour, minute = _clock(time) or (0, 0)
    return clock.at(datetime.date.fromisoformat(day), hour, minute)


def ending(day: object, time: object) -> datetime.datetime | None:
    """As `beginning`, but '24:00' is 0 o'clock of the next day, and without a time of day there is none."""
    if not isinstance(day, str):
        return None
    if time == "24:00":
        return clock.at(datetime.date.fromisoformat(day) + datetime.timedelta(days=1), 0)
    return beginning(day, time) if states_time(time) else None


def states_time(time: object) -> bool:
    """Whether it is a time of day from 0:00 to 23:59."""
    return _clock(time) is not None


def _clock(time: object) -> tuple[int, int] | None:
    found = _TIME.fullmatch(time) if isinstance(time, str) else None
    return (int(found["hour"]), int(found["minute"])) if found else None


def day(text: object) -> datetime.date | None:
    """The date of 'yyyy-mm-dd', or None."""
    return datetime.date.fromisoformat(text) if isinstance(text, str) else None


def same_title(left: str, right: str) -> bool:
    """Whether two titles are the same but for case, quotation marks, dashes and blanks."""
    return _bare(left) == _bare(right)


def _bare(title: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(collapse(title))).strip()
