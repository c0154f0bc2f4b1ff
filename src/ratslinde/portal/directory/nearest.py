"""What to offer when nothing fits: the filter that stands in the way, words that look alike, neighbouring topics."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ratslinde.portal.directory.catalogue import Catalogue
from ratslinde.portal.directory.choosing import Counter
from ratslinde.portal.directory.wish import Wish

MOST_TOPICS = 4
MOST_ACTORS = 5


@dataclass(frozen=True, kw_only=True)
class Nearest:
    """`dropped`: the fewest parts of the wish without which `wish` finds something; empty when nothing is left of it.

    `words`: wishes with a word that looks alike, each with that word. `parts`: the same with a part of a word.
    `topics`: codes. `actors`: numbers.
    """

    dropped: tuple[str, ...]
    wish: Wish
    words: list[tuple[str, Wish]]
    parts: list[tuple[str, Wish]]
    topics: list[str]
    actors: list[int]


def nearest(catalogue: Catalogue, wish: Wish) -> Nearest:
    """The nearest things to a wish that nothing fits."""
    dropped = _dropped(catalogue, wish)
    alike = catalogue.offer_index.alike(wish.words) if wish.words else []
    parts = catalogue.offer_index.parts(wish.words) if wish.words else []
    return Nearest(
        dropped=dropped,
        wish=wish.without(*dropped),
        words=[(word, _with(catalogue, wish, word)) for word in alike],
        parts=[(part, _with(catalogue, wish, part)) for part in parts],
        topics=_neighbours(catalogue, wish.topic),
        actors=_actors(catalogue, wish),
    )


def _dropped(catalogue: Catalogue, wish: Wish) -> tuple[str, ...]:
    """As few parts as possible, those that give most; of two that give as much, the less important one."""
    counter = Counter(catalogue, wish)
    importance = {name: -place for place, name in enumerate(wish.set)}
    for number in range(1, len(wish.set)):
        tries = list(combinations(wish.set, number))
        best = max(
            tries, key=lambda names: (counter.without(*names), -sum(importance[name] for name in names))
        )
        if counter.without(*best):
            return best
    return ()


def _with(catalogue: Catalogue, wish: Wish, word: str) -> Wish:
    """The wish with another word; with that word alone where the filters leave nothing of it."""
    other = wish.but(words=word)
    return other if Counter(catalogue, other).without() else Wish(words=word)


def _neighbours(catalogue: Catalogue, topic: str) -> list[str]:
    """The topics that offers of this one have as well, then those with most offers."""
    fits = catalogue.facets["topic"].fits
    here = catalogue.running & fits.get(topic, 0)
    every = {code: (bits & catalogue.running).bit_count() for code, bits in fits.items() if code != topic}
    beside = {code: (fits[code] & here).bit_count() for code in every}
    found = sorted((code for code in every if every[code]), key=lambda code: (-beside[code], -every[code]))
    return found[:MOST_TOPICS]


def _actors(catalogue: Catalogue, wish: Wish) -> list[int]:
    """The actors of the topic, or those whose words fit."""
    scores = catalogue.actor_index.find(wish.words) if wish.words else {}
    fitting = [
        number for number, each in enumerate(catalogue.actors) if wish.topic and wish.topic in each.topics
    ]
    order = sorted(scores, key=lambda number: -scores[number]) + fitting
    return list(dict.fromkeys(order))[:MOST_ACTORS]
