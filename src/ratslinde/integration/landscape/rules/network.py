"""The network of actors: which ties there are, and how sure they are (reference: 7.7 of the integration notes).

A tie that one side has not been able to name is not missing: it is unknown.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import networkx


class TieState(StrEnum):
    """How sure a tie is."""

    CONFIRMED = "bestätigt"
    ONE_SIDED = "einseitig"
    UNKNOWN = "unbekannt"


MEANINGS = {
    TieState.CONFIRMED: "Beide Seiten nennen die Zusammenarbeit.",
    TieState.ONE_SIDED: "Eine Seite nennt sie, die andere hat geantwortet und nennt sie nicht.",
    TieState.UNKNOWN: "Die andere Seite wurde noch nicht gefragt oder hat nicht geantwortet.",
}
_SUREST = tuple(TieState)


@dataclass(frozen=True, kw_only=True)
class NetworkActor:
    """An actor, when it was asked with whom it works and when it answered; the fields that it is active in."""

    key: str
    name: str
    kind: str = ""
    asked_on: datetime.date | None = None
    answered_on: datetime.date | None = None
    fields: frozenset[str] = frozenset()

    @property
    def answered(self) -> bool:
        """Whether its silence about a tie means something."""
        return self.answered_on is not None

    @property
    def asked(self) -> bool:
        """Whether it was asked; who has answered was."""
        return self.asked_on is not None or self.answered


@dataclass(frozen=True, kw_only=True)
class KnownTie:
    """What is stored of a tie: who said so (None: nobody knows), how strong it is (1 to 3), from when to when."""

    source: str
    target: str
    kind: str = "cooperation"
    directed: bool = False
    said_by_source: bool | None = None
    said_by_target: bool | None = None
    strength: int | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None

    def on(self, day: datetime.date) -> bool:
        """Whether it holds on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or self.end >= day)


@dataclass(frozen=True)
class Tie:
    """A tie that holds, with its state."""

    known: KnownTie
    state: TieState


@dataclass(frozen=True)
class Pair:
    """Two actors (in the order of their keys), the surest state between them and all ties that make it up."""

    one: str
    other: str
    state: TieState
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Network:
    """The actors by their keys, the pairs that work together, and the day for which that holds."""

    actors: Mapping[str, NetworkActor]
    pairs: Sequence[Pair]
    day: datetime.date

    def graph(self) -> networkx.Graph[str]:
        """Every actor and one edge a pair, always built in the same order."""
        found: networkx.Graph[str] = networkx.Graph()
        found.add_nodes_from(sorted(self.actors))
        found.add_edges_from((pair.one, pair.other) for pair in self.pairs)
        return found

    def surrounding(self, key: str) -> Network:
        """The actor, those it works with, and the ties between all of these."""
        near = {
            key,
            *(end for pair in self.pairs if key in (pair.one, pair.other) for end in (pair.one, pair.other)),
        }
        pairs = [pair for pair in self.pairs if pair.one in near and pair.other in near]
        return Network({each: self.actors[each] for each in self.actors if each in near}, pairs, self.day)

    def without(self, key: str) -> Network:
        """The network as it would be if that actor were not there."""
        actors = {each: actor for each, actor in self.actors.items() if each != key}
        pairs = [pair for pair in self.pairs if key not in (pair.one, pair.other)]
        return Network(actors, pairs, self.day)

    def only(self, state: TieState) -> Network:
        """All actors, and the pairs in that state."""
        return Network(self.actors, [pair for pair in self.pairs if pair.state == state], self.day)


def network(actors: Iterable[NetworkActor], ties: Iterable[KnownTie], *, day: datetime.date) -> Network:
    """The network of a day. Ties to actors that are not given, and ties that nobody names, are left out."""
    everybody = {actor.key: actor for actor in actors}
    between: dict[tuple[str, str], list[Tie]] = {}
    for known in ties:
        if not known.on(day) or known.source not in everybody or known.target not in everybody:
            continue
        state = state_of(known, source=everybody[known.source], target=everybody[known.target])
        if state is not None:
            ends = (min(known.source, known.target), max(known.source, known.target))
            between.setdefault(ends, []).append(Tie(known, state))
    pairs = [Pair(*ends, _surest(found), tuple(found)) for ends, found in sorted(between.items())]
    return Network(everybody, pairs, day)


def state_of(tie: KnownTie, *, source: NetworkActor, target: NetworkActor) -> TieState | None:
    """The state of a tie, None where nobody names it and one side has denied it or both were heard."""
    said = (tie.said_by_source, tie.said_by_target)
    if True not in said:
        return None if False in said or (source.answered and target.answered) else TieState.UNKNOWN
    if said == (True, True):
        return TieState.CONFIRMED
    silent = target if tie.said_by_source else source
    return TieState.ONE_SIDED if False in said or silent.answered else TieState.UNKNOWN


def _surest(ties: Sequence[Tie]) -> TieState:
    return min((tie.state for tie in ties), key=_SUREST.index)
