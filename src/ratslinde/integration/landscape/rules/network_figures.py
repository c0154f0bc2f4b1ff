"""What the network is like: how dense, what falls apart without whom, who is not tied in. No names are ranked here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx

from ratslinde.integration.landscape.rules.network import Network, TieState

Edge = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The figures of a network. Shares go from 0 to 1; None is "cannot be said", never 0.

    `density`: ties among those who answered, of all that could be. `reciprocity`: where both sides answered and at
    least one names the tie, the share that both name. `articulation`, `bridges`: without these actors or ties more
    parts fall apart. `without`: the parts when the coordination is taken out, None where nobody coordinates.
    """

    actors: int
    asked: int
    answered: int
    pairs: Mapping[TieState, int]
    density: float | None
    reciprocity: float | None
    components: Sequence[Sequence[str]]
    isolates: Sequence[str]
    articulation: Sequence[str]
    bridges: Sequence[Edge]
    without: Sequence[Sequence[str]] | None

    @property
    def response(self) -> float | None:
        """The share of those asked who have answered; None before anybody was asked."""
        return self.answered / self.asked if self.asked else None

    @property
    def heard(self) -> float | None:
        """The share of all known actors who have answered."""
        return self.answered / self.actors if self.actors else None


def figures(found: Network, *, coordination: str = "") -> Figures:
    """The figures of the network; `coordination` is the key of the actor that coordinates it."""
    graph = found.graph()
    everybody = found.actors.values()
    return Figures(
        actors=len(found.actors),
        asked=sum(actor.asked for actor in everybody),
        answered=sum(actor.answered for actor in everybody),
        pairs=Counter(pair.state for pair in found.pairs),
        density=_density(found),
        reciprocity=_reciprocity(found),
        components=_parts(graph),
        isolates=unconnected(found),
        articulation=breaking_points(found),
        bridges=sorted((min(edge), max(edge)) for edge in networkx.bridges(graph)),
        without=_without(graph, coordination) if coordination in found.actors else None,
    )


def unconnected(found: Network) -> list[str]:
    """The keys of actors without any tie."""
    return sorted(networkx.isolates(found.graph()))


def breaking_points(found: Network) -> list[str]:
    """The keys of actors without whom their part of the net falls apart."""
    return sorted(networkx.articulation_points(found.graph()))


@dataclass(frozen=True, kw_only=True)
class FieldTies:
    """Fields and actors: `single` fields hang on one actor; in `strangers` no actor is active in both fields."""

    single: Sequence[tuple[str, str]]
    empty: Sequence[str]
    strangers: Sequence[Edge]


def field_ties(found: Network, *, fields: Sequence[str]) -> FieldTies:
    """What the actors have in common by their fields; fields in the order given. Fields of nobody stand apart."""
    active = {
        field: {key for key, actor in found.actors.items() if field in actor.fields} for field in fields
    }
    used = [field for field in fields if active[field]]
    return FieldTies(
        single=[(field, *active[field]) for field in used if len(active[field]) == 1],  # type: ignore[misc]
        empty=[field for field in fields if not active[field]],
        strangers=[(one, other) for one, other in combinations(used, 2) if not active[one] & active[other]],
    )


def _density(found: Network) -> float | None:
    respondents = {key for key, actor in found.actors.items() if actor.answered}
    possible = len(respondents) * (len(respondents) - 1) / 2
    ties = sum(pair.one in respondents and pair.other in respondents for pair in found.pairs)
    return ties / possible if possible else None


def _reciprocity(found: Network) -> float | None:
    heard = [
        pair.state
        for pair in found.pairs
        if found.actors[pair.one].answered and found.actors[pair.other].answered
    ]
    return heard.count(TieState.CONFIRMED) / len(heard) if heard else None


def _parts(graph: networkx.Graph[str]) -> list[list[str]]:
    parts = [sorted(part) for part in networkx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), part))


def _without(graph: networkx.Graph[str], key: str) -> list[list[str]]:
    rest = graph.copy()
    rest.remove_node(key)
    return _parts(rest)
