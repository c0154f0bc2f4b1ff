"""Where and when an offer takes place, so that two at the same time in the same rooms are seen."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ratslinde.integration.landscape.rules.addresses import street_key

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ANYWHERE = "*"
"""The venue of an offer of which nobody says where it is."""
_LEVEL = re.compile(r"\w*\d\w*|[a-z]|[ivx]+")


class Slot(NamedTuple):
    """A weekday ('TU') at a place, from `opens` to `closes` ('16:00'), which are the same where no end is known."""

    venue: str
    day: str
    opens: str
    closes: str

    def overlaps(self, other: Slot) -> bool:
        """Whether both are in the same place at the same time on some weekday."""
        if (self.venue, self.day) != (other.venue, other.day) or self.venue == ANYWHERE:
            return False
        return self.opens == other.opens or (self.opens < other.closes and other.opens < self.closes)


def venue_of(*, street: str, key: str) -> str:
    """What a place is known by: its address, else its key, as a place without an address is only itself."""
    return street_key(street) or key


def slots_of(venue: str, *, days: str, start: object, opens: object, closes: object) -> Iterator[Slot]:
    """A slot for each weekday of a schedule; none where place, day or hour are unknown.

    `days`: as of a schedule ('TU,TH', '2TU'). `start`: the first day, as date or ISO text.
    """
    if not venue or not opens:
        return
    first = str(opens)[:5]
    for day in {each.strip()[-2:] for each in days.split(",") if each.strip()} or _weekday(start):
        yield Slot(venue, day, first, str(closes or opens)[:5])


def overlapping(ones: Iterable[Slot], others: Iterable[Slot]) -> bool:
    """Whether any of the slots overlap."""
    theirs = tuple(others)
    return any(one.overlaps(other) for one in ones for other in theirs)


def at_one_time(ones: Iterable[Slot], others: Iterable[Slot]) -> bool:
    """Whether any begin on the same weekday at the same hour, and not in different places."""
    theirs = tuple(others)
    return any(
        (one.day, one.opens) == (other.day, other.opens)
        and (one.venue == other.venue or ANYWHERE in (one.venue, other.venue))
        for one in ones
        for other in theirs
    )


def same_level(one: str, other: str) -> bool:
    """Whether no two bare names say different levels or numbers: Kurs A1 is not Kurs A2, group I is not group II."""
    mine, theirs = ({word for word in name.split() if _LEVEL.fullmatch(word)} for name in (one, other))
    return not (mine and theirs) or mine == theirs


def _weekday(start: object) -> set[str]:
    return {_DAYS[datetime.date.fromisoformat(str(start)[:10]).weekday()]} if start else set()
