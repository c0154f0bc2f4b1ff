"""The rows of the table twin, with words for what the codes mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ratslinde.integration.landscape.models import CooperationKind
from ratslinde.integration.landscape.rules.network import KnownTie, Network, NetworkActor, TieState


class Standing(StrEnum):
    """What is marked about an actor, in the picture and in its table twin."""

    COORDINATION = "Koordination"
    BRIDGE = "hält das Netz zusammen"
    ISOLATED = "noch nicht verbunden"


@dataclass(frozen=True, kw_only=True)
class ActorLine:
    """An actor with the number that stands in the picture, how many it works with, and its standings in the net."""

    number: int
    actor: NetworkActor
    partners: int
    standings: Sequence[Standing] = ()


@dataclass(frozen=True, kw_only=True)
class TieLine:
    """A tie with its ends, and in words what it is, how sure, and who names it."""

    source: NetworkActor
    target: NetworkActor
    known: KnownTie
    kind: str
    state: TieState
    named_by: str


def actor_lines(shown: Network, standings: Mapping[str, Sequence[Standing]] | None = None) -> list[ActorLine]:
    """The actors by name, numbered; `standings` by their keys."""
    marked = standings or {}
    partners = Counter(end for pair in shown.pairs for end in (pair.one, pair.other))
    ordered = sorted(shown.actors.values(), key=lambda actor: (actor.name.casefold(), actor.key))
    return [
        ActorLine(
            number=number, actor=actor, partners=partners[actor.key], standings=marked.get(actor.key, ())
        )
        for number, actor in enumerate(ordered, 1)
    ]


def tie_lines(shown: Network) -> list[TieLine]:
    """The ties by the names of their ends."""
    found = [
        TieLine(
            source=shown.actors[tie.known.source],
            target=shown.actors[tie.known.target],
            known=tie.known,
            kind=kind_words(tie.known.kind),
            state=tie.state,
            named_by=named_by(tie.known),
        )
        for pair in shown.pairs
        for tie in pair.ties
    ]
    return sorted(
        found, key=lambda line: (line.source.name.casefold(), line.target.name.casefold(), line.kind)
    )


def kind_words(kind: str) -> str:
    """'arbeitet zusammen mit'."""
    return str(CooperationKind(kind).label)


def named_by(tie: KnownTie) -> str:
    """Who says that there is such a tie."""
    words = {(True, True): "beide", (True, False): "erster", (False, True): "zweiter"}
    return words.get((tie.said_by_source is True, tie.said_by_target is True), "niemand")


def names(shown: Network, keys: Sequence[str]) -> list[tuple[str, str]]:
    """(public id, name) of the actors, by name."""
    return sorted(
        ((key, shown.actors[key].name) for key in keys), key=lambda each: (each[1].casefold(), each[0])
    )
