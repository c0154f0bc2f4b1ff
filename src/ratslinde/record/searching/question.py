"""What somebody typed, as terms. Everything that is not a word is dropped: no operator and no quote gets through."""

from __future__ import annotations

import msgspec

from ratslinde.kernel.text import clean
from ratslinde.record.searching.analysis import masculine, term, words
from ratslinde.record.searching.index import Zone, zoned
from ratslinde.record.searching.special import SPECIAL

MOST_LETTERS, MOST_WORDS = 300, 12
SHORTEST_BEGINNING = 3
ZONES: tuple[Zone, ...] = ("t", "x", "q")
"""Where every word must stand, best answers first: in the title; in title or text; also inside their compounds."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Terms that must all be there; one with `*` stands for every term that begins so. `asked`: was anything typed?"""

    terms: tuple[str, ...] = ()
    asked: bool = False

    def conditions(self, zone: Zone) -> list[list[str]]:
        """That every term stands in the zone."""
        return [[zone + each] for each in self.terms]


def read(query: str) -> Question:
    """The question behind a query: 'Förderung der Bäume!' asks for `forder` and `baum`."""
    text = clean(query[:MOST_LETTERS])
    found = [(word.plain, text[word.end : word.end + 1] == "*") for word in words(text)]
    wanted = [each for each in found if each[0] not in SPECIAL.everywhere] or found
    terms = dict.fromkeys(_asked_term(plain, open_end=open_end) for plain, open_end in wanted)
    return Question(terms=tuple(terms)[:MOST_WORDS], asked=bool(query.strip()))


def filters(*, organization: str = "", kind: str = "", year: int | None = None) -> dict[str, list[str]]:
    """The filters that are set, by their name, as conditions."""
    chosen: tuple[tuple[str, Zone, str], ...] = (
        ("organization", "o", organization), ("kind", "k", kind), ("year", "y", str(year or "")),
    )  # fmt: skip
    return {name: [zoned(zone, value)] for name, zone, value in chosen if value}


def _asked_term(plain: str, *, open_end: bool) -> str:
    found = term(plain)
    # A stem can be shorter than what was typed; the beginning of a longer word must not be cut at a false ending.
    return found + "*" if open_end and len(masculine(plain)) >= SHORTEST_BEGINNING else found
