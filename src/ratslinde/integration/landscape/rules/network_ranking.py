"""Who stands between others: named figures, for the inside only, and only where they can be trusted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import networkx
import numpy

from ratslinde.integration.landscape.rules.coverage_reasons import percent
from ratslinde.integration.landscape.rules.network import Network
from ratslinde.integration.landscape.rules.network_figures import Figures

AT_ONCE = 2_500_000
"""Actors times pairs: beyond it the reckoning takes longer than somebody waits for a page."""
_BATCH = 50


@dataclass(frozen=True, kw_only=True)
class RankingLimits:
    """From how many actors and from which share of answers on actors may be ranked."""

    valid_from: datetime.date
    fewest: int
    response: float


LIMITS: tuple[RankingLimits, ...] = (
    RankingLimits(valid_from=datetime.date(2020, 1, 1), fewest=10, response=0.6),
)


def limits_on(day: datetime.date) -> RankingLimits:
    """The limits that hold on that day."""
    return max(
        (each for each in LIMITS if each.valid_from <= day),
        key=lambda each: each.valid_from,
        default=LIMITS[0],
    )


def why_not(figures: Figures, limits: RankingLimits) -> str:
    """The sentence that says why nobody is ranked; '' where ranking is sound."""
    share = percent(limits.response)
    if figures.actors < limits.fewest:
        return (
            f"Keine Rangfolge: Es sind {figures.actors} Akteure bekannt, nötig sind mindestens {limits.fewest}. "
            "Bei so wenigen entscheidet eine einzelne Antwort über den Platz."
        )
    if figures.response is None:
        return "Keine Rangfolge: Bisher wurde niemand gefragt, mit wem er zusammenarbeitet."
    if figures.response < limits.response:
        return (
            f"Keine Rangfolge: {figures.answered} von {figures.asked} Gefragten haben geantwortet, nötig sind {share}. "
            "Fehlende Antworten ließen manche unwichtig erscheinen, die es nicht sind."
        )
    if (figures.heard or 0) < limits.response:
        return (
            f"Keine Rangfolge: {figures.answered} von {figures.actors} bekannten Akteuren haben geantwortet, "
            f"nötig sind {share}. Die anderen wurden noch nicht gefragt."
        )
    return ""


@dataclass(frozen=True, kw_only=True)
class Rank:
    """An actor's place between others. `betweenness`: share of shortest ways through it. `constraint` (Burt): low
    for a broker between separate circles, high where all know one another; None for an actor without ties."""

    key: str
    degree: int
    betweenness: float
    constraint: float | None


def ranks(found: Network, *, progress: Callable[[float], None] | None = None) -> list[Rank]:
    """Every actor, those first through whom most shortest ways lead. `progress` is told shares from 0 to 1."""
    graph = found.graph()
    between, constraint = betweenness(graph, progress=progress), constraints(graph)
    rows = [
        Rank(key=key, degree=graph.degree[key], betweenness=between[key], constraint=constraint[key])
        for key in graph
    ]
    return sorted(rows, key=lambda row: (-row.betweenness, -row.degree, row.key))


def betweenness(
    graph: networkx.Graph[str], *, progress: Callable[[float], None] | None = None
) -> dict[str, float]:
    """Normalised betweenness of each node (Brandes), in batches where progress is to be told."""
    if progress is None:
        return networkx.betweenness_centrality(graph)
    nodes: Sequence[str] = list(graph)
    possible = (len(nodes) - 1) * (len(nodes) - 2) / 2
    total = dict.fromkeys(nodes, 0.0)
    for start in range(0, len(nodes), _BATCH):
        batch = nodes[start : start + _BATCH]
        part = networkx.betweenness_centrality_subset(graph, sources=batch, targets=nodes, normalized=False)
        for node, share in part.items():
            total[node] += share
        progress((start + len(batch)) / len(nodes))
    return {node: share / possible if possible > 0 else 0.0 for node, share in total.items()}


def constraints(graph: networkx.Graph[str]) -> Mapping[str, float | None]:
    """Burt's constraint of each node, None without a neighbour. networkx' own takes minutes for 500."""
    nodes = list(graph)
    ties = networkx.to_numpy_array(graph, nodelist=nodes, dtype=numpy.dtype("float64"))
    degrees = ties.sum(axis=1)
    shares = ties / numpy.where(degrees > 0, degrees, 1)[:, None]
    invested = (shares + shares @ shares) ** 2
    found = numpy.where(ties > 0, invested, 0).sum(axis=1)
    return {node: float(found[at]) if degrees[at] else None for at, node in enumerate(nodes)}
