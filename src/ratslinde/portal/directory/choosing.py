"""Which offers fit a wish, in which order, and how many each further choice would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.facets import YES, Facet, bits_of, numbers
from ratslinde.portal.directory.wish import Wish

COUNTED = ("topic", "language", "area", "free", "today", "accessible")


@dataclass(frozen=True, kw_only=True)
class Found:
    """`sure`: the numbers of the offers that fit, best first. `unsure`: those where something asked is not known.

    `counts`: by filter and choice, how many would fit for sure, the other filters as they are.
    """

    sure: list[int]
    unsure: list[int]
    counts: Mapping[str, Mapping[str, int]]

    @property
    def together(self) -> list[int]:
        """All, those that fit for sure first."""
        return self.sure + self.unsure


def choose(catalogue: Catalogue, wish: Wish, *, language: str) -> Found:
    """What fits the wish. `language`: of the page; offers held in it come before others that fit as well."""
    scores = catalogue.offer_index.find(wish.words) if wish.words else {}
    base = catalogue.running & (bits_of(scores) if wish.words else -1)
    known = _facets(catalogue, wish)
    fits = {name: known[name].of(_choice(wish, name)) for name in wish.set if name != "words"}
    maybe = {name: bits | known[name].unknown for name, bits in fits.items()}
    sure, possible = _all(base, fits), _all(base, maybe)
    own = catalogue.facets["language"].of(language) if language != "de" else 0
    order = _Order(catalogue=catalogue, scores=scores, own=own)
    return Found(
        sure=order.sorted(sure), unsure=order.sorted(possible & ~sure), counts=_counts(base, fits, known)
    )


class Counter:
    """How many offers fit for sure, for a wish and for what is left of it when parts are dropped."""

    def __init__(self, catalogue: Catalogue, wish: Wish) -> None:
        known = _facets(catalogue, wish)
        self._running = catalogue.running
        self._fits = {name: known[name].of(_choice(wish, name)) for name in wish.set if name != "words"}
        if wish.words:
            self._fits["words"] = bits_of(catalogue.offer_index.find(wish.words))

    def without(self, *dropped: str) -> int:
        """How many fit when these parts are not asked for."""
        left = {name: bits for name, bits in self._fits.items() if name not in dropped}
        return _all(self._running, left).bit_count()


@dataclass(frozen=True, kw_only=True)
class _Order:
    catalogue: Catalogue
    scores: Mapping[int, float]
    own: int

    def sorted(self, bits: int) -> list[int]:
        """Paused ones last, then what fits best, then what is held in the language; else as in the catalogue."""
        found, own = set(numbers(bits)), set(numbers(bits & self.own))
        paused, scores = set(numbers(bits & self.catalogue.paused)), self.scores
        return sorted(
            (number for number in self.catalogue.order if number in found),
            key=lambda number: (number in paused, -round(scores.get(number, 0)), number not in own),
        )


def _choice(wish: Wish, name: str) -> str:
    value: str = getattr(wish, name)
    return YES if name == "age" else value


def _facets(catalogue: Catalogue, wish: Wish) -> dict[str, Facet]:
    known = {**catalogue.facets, "today": catalogue.today()}
    if wish.age:
        known["age"] = catalogue.age(int(wish.age))
    return known


def _all(base: int, sets: Mapping[str, int]) -> int:
    for bits in sets.values():
        base &= bits
    return base


def _counts(base: int, fits: Mapping[str, int], known: Mapping[str, Facet]) -> dict[str, dict[str, int]]:
    counts = {}
    for name in COUNTED:
        others = _all(base, {each: bits for each, bits in fits.items() if each != name})
        found = {choice: (others & bits).bit_count() for choice, bits in known[name].fits.items()}
        counts[name] = {choice: number for choice, number in found.items() if number}
    return counts
