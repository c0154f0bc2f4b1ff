"""How long the figures of a network take: python bench/network.py (exit code 1 beyond a limit).

500 actors and 3,000 ties: components, bridges, density, coordination, betweenness and constraint; the fields of each
actor beside it. How long the picture of a large town's 60 and of 300 actors takes is printed without a limit.
"""

from __future__ import annotations

import datetime
import random
import statistics
import sys
import time
from collections.abc import Callable

from measuring.figures import calibration
from ratslinde.integration.landscape.rules.network import KnownTie, Network, NetworkActor, network
from ratslinde.integration.landscape.rules.network_figures import field_ties, figures
from ratslinde.integration.landscape.rules.network_ranking import AT_ONCE, ranks
from ratslinde.ui.graphs import GraphEdge, GraphNode, Line, draw_graph

LIMIT = 2_000  # ms
ACTORS, TIES, RUNS = 500, 3_000, 5
FIELDS = [f"field{number}" for number in range(12)]
DAY = datetime.date(2026, 11, 22)


def invented(actors: int, ties: int) -> Network:
    """Return a network in which a few actors have many ties, as in life."""
    chance = random.Random(2026)
    rows = [
        NetworkActor(
            key=f"actor{number:04}",
            name=f"Verein Linde {number}",
            asked_on=DAY,
            answered_on=DAY if chance.random() < 0.8 else None,
            fields=frozenset(chance.sample(FIELDS, 3)),
        )
        for number in range(actors)
    ]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ties:
        one, other = int(actors * chance.random() ** 2), chance.randrange(actors)
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    said = (True, True, False, None)
    known = [
        KnownTie(
            source=rows[one].key,
            target=rows[other].key,
            said_by_source=True,
            said_by_target=chance.choice(said),
        )
        for one, other in sorted(pairs)
    ]
    return network(rows, known, day=DAY)


def everything(found: Network) -> None:
    """Reckon all that the page of the network says."""
    figures(found, coordination="actor0000")
    field_ties(found, fields=FIELDS)
    ranks(found)


def picture(found: Network) -> int:
    """Draw the network and return the size of the picture in bytes."""
    nodes = [
        GraphNode(key=actor.key, label=actor.name, number=number, href=f"?akteur={actor.key}#netz")
        for number, actor in enumerate(found.actors.values(), 1)
    ]
    edges = [GraphEdge(one=pair.one, other=pair.other) for pair in found.pairs]
    drawn = draw_graph(
        nodes, edges, title="Netz", description="Wer mit wem", legend={Line.SOLID: "bestätigt"}
    )
    return len(drawn.svg.encode())


def timed(work: Callable[[], object]) -> list[float]:
    """Return the milliseconds of some runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return times


def main() -> int:
    """Print the figures beside the limit."""
    print(calibration())
    found = invented(ACTORS, TIES)
    times = timed(lambda: everything(found))
    worst = max(times)
    verdict = "" if worst <= LIMIT else "  EXCEEDED"
    words = f"figures of {ACTORS} actors and {TIES:,} ties"
    print(f"{f'{words}, median':<58} {statistics.median(times):>8.0f} ms  limit {LIMIT:>6,} ms")
    print(f"{f'{words}, worst of {RUNS}':<58} {worst:>8.0f} ms  limit {LIMIT:>6,} ms{verdict}")
    print(f"{'reckoned at once up to actors × ties':<58} {AT_ONCE:>8,}")
    for actors, ties in ((60, 150), (300, 900)):
        small = invented(actors, ties)
        size = picture(small)
        median = statistics.median(timed(lambda shown=small: picture(shown)))
        print(f"{f'picture of {actors} actors and {ties} ties':<58} {median:>8.0f} ms  {size / 1000:.0f} kB")
    return 0 if worst <= LIMIT and ACTORS * TIES <= AT_ONCE else 1


if __name__ == "__main__":
    sys.exit(main())
