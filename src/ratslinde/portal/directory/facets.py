"""What entries can be filtered by: for each choice those that fit, and those of which nobody knows.

Sets of entries are bits of one number: an intersection over thousands is one step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ratslinde.portal.directory.entries import Entry, in_part
from ratslinde.record import pages

YES = "1"
OLDEST = 120


@dataclass(frozen=True, kw_only=True)
class Facet:
    """By choice: the entries that fit. `unknown`: those of which nobody has said, whatever is chosen."""

    fits: Mapping[str, int] = field(default_factory=dict)
    unknown: int = 0

    def of(self, choice: str) -> int:
        """The entries that fit the choice."""
        return self.fits.get(choice, 0)


def numbers(bits: int) -> list[int]:
    """The numbers of the entries in a set."""
    return [number for number, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]


def bits_of(found: Iterable[int]) -> int:
    """The set of these entries."""
    known = list(found)
    marked = bytearray(max(known, default=0) // 8 + 1)
    for number in known:
        marked[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(marked, "little")


def offer_facets(
    entries: Sequence[Entry], *, accessible: Mapping[str, bool | None], areas: Mapping[str, Sequence[str]]
) -> dict[str, Facet]:
    """Topic, language, area, free of charge and accessible, of offers.

    `accessible`: by the UUID of a place. `areas`: by the UUID of a social space the public ids
    under which it is found.
    """
    return {
        "topic": _facet(entries, lambda each: each.topics, part="fields"),
        "language": _facet(entries, _languages, part="languages"),
        "area": _facet(entries, lambda each: _areas(each, areas)),
        "free": _facet(entries, _free),
        "accessible": _facet(entries, lambda each: _accessible(each, accessible)),
    }


def age_facet(entries: Sequence[Entry], age: int) -> Facet:
    """The offers for somebody of that age."""
    return _facet(entries, lambda each: _for_age(each, age))


def _facet(
    entries: Sequence[Entry], choices: Callable[[Entry], Iterable[str] | None], *, part: str = ""
) -> Facet:
    """`choices` says which ones an entry fits; None where nobody knows. `part`: the list they are read from, if any."""
    fits: defaultdict[str, int] = defaultdict(int)
    unknown = 0
    for number, each in enumerate(entries):
        found = choices(each)
        if found is None:
            unknown |= 1 << number
            continue
        if part and part in in_part(each):
            unknown |= 1 << number  # it may fit what its list does not name
        for choice in found:
            fits[choice] |= 1 << number
    return Facet(fits=dict(fits), unknown=unknown)


def page_of(entry: Entry) -> pages.OfferPage:
    """The typed page of an offer. Raises TypeError for an actor, a defect of the caller."""
    page = entry.item.page
    if not isinstance(page, pages.OfferPage):
        raise TypeError(entry.item.kind)
    return page


def _languages(entry: Entry) -> Iterable[str] | None:
    return entry.languages or None


def _areas(entry: Entry, public_ids: Mapping[str, Sequence[str]]) -> Iterable[str] | None:
    area = page_of(entry).area
    if area == "town":
        return {key for keys in public_ids.values() for key in keys}
    if not entry.areas:
        return () if area else None
    return {key for each in entry.areas for key in public_ids.get(each, ())}


def _free(entry: Entry) -> Iterable[str] | None:
    cost = page_of(entry).cost
    return None if not cost else (YES,) if cost == "free" else ()


def _accessible(entry: Entry, places: Mapping[str, bool | None]) -> Iterable[str] | None:
    known = [places.get(place) for place in entry.places]
    if True in known:
        return (YES,)
    return None if not known or None in known else ()


def _for_age(entry: Entry, age: int) -> Iterable[str] | None:
    page, data = page_of(entry), entry.item.data
    if not page.ages:
        return None
    if page.ages == "all":
        return (YES,)
    return (YES,) if data.get("minimum_age", 0) <= age <= data.get("maximum_age", OLDEST) else ()
