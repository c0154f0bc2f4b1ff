"""What somebody typed, as terms. Everything that is not a word is dropped: no operator and no quote gets through."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ratslinde.kernel.text import clean
from ratslinde.record.searching.analysis import masculine, term, words
from ratslinde.record.searching.index import Zone, zoned

MOST_LETTERS, MOST_WORDS = 300, 12
SHORTEST_BEGINNING = 3
ZONES: tuple[tuple[Zone, ...], ...] = (("t",), ("t", "x"), ("t", "x", "p"), ("t", "x", "p", "q"))
"""Where every word must stand, best answers first: in the title; in title or text; also inside their compounds."""

# Hardly a text is without these; asked for together with others, they only cost time.
_EVERYWHERE = frozenset(
    "der die das des dem den ein eine einer eines einem einen und oder in im an am auf aus bei mit nach von vom zu zum "
    "zur für fuer über ueber ist sind wird werden als auch nicht sich and or not near".split()
)


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Terms that must all be there; one with `*` stands for every term that begins so. `asked`: was anything typed?"""

    terms: tuple[str, ...] = ()
    asked: bool = False

    def conditions(self, zones: Sequence[Zone]) -> list[list[str]]:
        """For each term, where it may stand."""
        return [[zone + each for zone in zones] for each in self.terms]


def read(query: str) -> Question:
    """The question behind a query: 'Förderung der Bäume!' asks for `forder` and `baum`."""
    text = clean(query[:MOST_LETTERS])
    found = [(word.plain, text[word.end : word.end + 1] == "*") for word in words(text)]
    wanted = [each for each in found if each[0] not in _EVERYWHERE] or found
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
