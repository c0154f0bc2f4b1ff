"""How long the whole coverage matrix takes: python bench/coverage.py (exit code 1 beyond a limit).

300 offers × 12 fields × 15 social spaces × 6 groups × 10 languages, every cell with its state and its counts.
"""

from __future__ import annotations

import datetime
import random
import statistics
import sys
import time
from collections import Counter

from measuring.figures import calibration
from ratslinde.integration.landscape.rules.completeness import CoverageActor
from ratslinde.integration.landscape.rules.coverage import Coverage
from ratslinde.integration.landscape.rules.coverage_cells import Mark, Position
from ratslinde.integration.landscape.rules.coverage_offers import Area, CoverageOffer, Online

LIMIT = 200  # ms, 95th percentile
OFFERS, ACTORS, RUNS = 300, 60, 20
FIELDS, SPACES, GROUPS, LANGUAGES = (
    [f"{name}{number}" for number in range(many)]
    for name, many in (("field", 12), ("space", 15), ("group", 6), ("language", 10))
)
DAY = datetime.date(2026, 11, 22)


def offer(number: int, chance: random.Random) -> CoverageOffer:
    """Return an invented offer; some of what an offer can say is left unsaid."""
    known = chance.random() > 0.1
    return CoverageOffer(
        key=f"offer{number}",
        actor=f"actor{chance.randrange(ACTORS)}",
        fields=frozenset(chance.sample(FIELDS, chance.choice((1, 1, 2)))),
        everyone=chance.random() < 0.4,
        groups=frozenset(chance.sample(GROUPS, 2)) if chance.random() > 0.05 else None,
        languages_known=known,
        spoken=frozenset(chance.sample(LANGUAGES, 2)) if known else frozenset(),
        interpreted=frozenset(chance.sample(LANGUAGES, 1)) if known else frozenset(),
        spaces=frozenset(chance.sample(SPACES, chance.choice((1, 1, 3)))),
        spaces_known=chance.random() > 0.05,
        area=chance.choice((Area.SPACES, Area.SPACES, Area.TOWN, Area.UNKNOWN)),
        online=chance.choice((Online.NO, Online.NO, Online.NO, Online.ALSO, Online.ONLY)),
        confirmed_on=DAY - datetime.timedelta(days=chance.randrange(600)) if chance.random() > 0.1 else None,
        volunteers_only=chance.choice((True, False, None)),
        funding_until=chance.choice((None, DAY + datetime.timedelta(days=90))),
        available=chance.choice((None, 0, 5)),
        waiting=chance.choice((None, 0, 7)),
    )


def landscape() -> tuple[list[CoverageOffer], list[CoverageActor], list[Mark]]:
    """Return the invented offers, actors and marks."""
    chance = random.Random(2026)
    actors = [
        CoverageActor(
            key=f"actor{number}",
            fields=frozenset(chance.sample(FIELDS, 3)),
            confirmed_on=DAY - datetime.timedelta(days=chance.randrange(900)),
        )
        for number in range(ACTORS)
    ]
    marks = [Mark(Position(chance.choice(FIELDS), chance.choice(SPACES)), "anderswo") for _ in range(20)]
    return [offer(number, chance) for number in range(OFFERS)], actors, marks


def whole_matrix(offers: list[CoverageOffer], actors: list[CoverageActor], marks: list[Mark]) -> Counter[str]:
    """Return how many cells have which state; every cell is asked for its counts."""
    coverage = Coverage(offers, actors, day=DAY, marks=marks)
    states: Counter[str] = Counter()
    for cell in coverage.matrix(FIELDS, SPACES, GROUPS, LANGUAGES):
        states[cell.state] += 1
        _ = [each.bit_count() for each in (cell.site, cell.area, cell.online, cell.interpreted, cell.unclear)]
    return states


def main() -> int:
    """Print the figures beside the limit."""
    print(calibration())
    invented = landscape()
    states = whole_matrix(*invented)
    print(f"{'cells: ' + ', '.join(f'{number} {state}' for state, number in states.most_common())}")
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        whole_matrix(*invented)
        times.append((time.perf_counter() - started) * 1000)
    worst = statistics.quantiles(times, n=20)[-1]
    print(f"{'whole matrix, median':<58} {statistics.median(times):>8.0f} ms  limit {LIMIT:>6} ms")
    verdict = "" if worst <= LIMIT else "  EXCEEDED"
    print(f"{'whole matrix, 95th percentile':<58} {worst:>8.0f} ms  limit {LIMIT:>6} ms{verdict}")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
