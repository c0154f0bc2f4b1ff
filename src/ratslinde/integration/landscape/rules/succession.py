"""What became of a social space that has ended: which spaces of today stand in its place.

What was said of the whole is true of each place in it and of no other part of the town: with one successor it moves
over; with several only somebody who knows can say of which of them it is true.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FormerSpace:
    """A space that has ended, by key and name, with those of today that follow it: (key, name), by name.

    `certain`: what an offer for it serves whichever of them is meant. `possible`: what it may serve besides.
    """

    key: str
    name: str
    followers: tuple[tuple[str, str], ...] = ()
    certain: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()

    @property
    def names(self) -> str:
        """'West-Nord oder West-Süd'; '' where nothing follows."""
        return self._joined("oder")

    @property
    def names_together(self) -> str:
        """'West-Nord und West-Süd'."""
        return self._joined("und")

    def _joined(self, word: str) -> str:
        known = [name for _, name in self.followers]
        return f" {word} ".join(filter(None, (", ".join(known[:-1]), *known[-1:])))


def former_space(
    key: str,
    name: str,
    *,
    followers: Sequence[tuple[str, str]],
    reach: Callable[[str], Collection[str]],
) -> FormerSpace:
    """The space that ended, with its followers of today. `reach`: a space with those above and below it."""
    reached = [frozenset(reach(each)) for each, _ in followers]
    certain = frozenset.intersection(*reached) if reached else frozenset[str]()
    return FormerSpace(
        key=key,
        name=name,
        followers=tuple(sorted(followers, key=lambda each: (each[1], each[0]))),
        certain=certain,
        possible=frozenset[str]().union(*reached) - certain,
    )


def followers(ended: int, *, today: Collection[int], successors: Mapping[int, Collection[int]]) -> list[int]:
    """The spaces of today, by their keys, that follow one that ended, over any number of changes; each once.

    `successors`: by each space those that name it as what they follow.
    """
    found: list[int] = []
    seen, waiting = {ended}, list(successors.get(ended, ()))
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        if here in today:
            found.append(here)
        else:
            waiting.extend(successors.get(here, ()))
    return found
