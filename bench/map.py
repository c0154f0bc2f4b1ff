"""How long a map of 300 places takes and how large it is: python bench/map.py (exit code 1 beyond a limit).

15 social spaces with 400 corners each; the whole town, and a window in which most places stand alone.
"""

from __future__ import annotations

import math
import random
import statistics
import sys
import time

from measuring.figures import calibration
from ratslinde.ui.maps import DrawnMap, MapArea, MapSpot, MapWindow, draw_map

LIMIT, LARGEST = 100, 150_000  # ms at the 95th percentile, bytes
PLACES, AREAS, CORNERS, RUNS = 300, 15, 400, 20
WEST, SOUTH, STEP = 8.0, 51.7, 0.03


def areas(chance: random.Random) -> list[MapArea]:
    """Return invented areas with ragged borders, five in a row."""
    found = []
    for number in range(AREAS):
        x, y = WEST + STEP * (number % 5), SOUTH + STEP * 0.7 * (number // 5)
        ring = []
        for corner in range(CORNERS):
            turn = 2 * math.pi * corner / CORNERS
            away = STEP * (0.5 + chance.uniform(-0.004, 0.004))
            ring.append((x + away * math.cos(turn), y + 0.7 * away * math.sin(turn)))
        found.append(
            MapArea(
                name=f"Sozialraum {number + 1} an der Linde", rings=[[*ring, ring[0]]], href=f"?raum={number}"
            )
        )
    return found


def spots(chance: random.Random) -> list[MapSpot]:
    """Return invented places, half of them in the middle of the town."""
    found = []
    for number in range(PLACES):
        spread = STEP * (0.6 if number % 2 else 2.4)
        found.append(
            MapSpot(
                longitude=WEST + 2 * STEP + chance.uniform(-spread, spread),
                latitude=SOUTH + 0.7 * STEP + chance.uniform(-spread, spread) * 0.45,
                label=f"Treffpunkt Lindenstraße {number}",
                href=f"/schreibtisch/integration/angebote/abcdefghij{number}/",
            )
        )
    return found


def drawn(window: MapWindow | None) -> DrawnMap:
    """Return the map of the same invented town."""
    chance = random.Random(2026)
    return draw_map(
        areas(chance), spots(chance), title="Karte", description="300 Orte", window=window, name="karte"
    )


def main() -> int:
    """Print the figures beside the limits."""
    print(calibration())
    good = True
    windows = {"whole town": None, "closer": MapWindow(WEST + 2 * STEP, SOUTH + 0.7 * STEP, 2)}
    for words, window in windows.items():
        chance = random.Random(2026)
        given_areas, given_spots, times = areas(chance), spots(chance), []
        for _ in range(RUNS):
            started = time.perf_counter()
            found = draw_map(
                given_areas, given_spots, title="Karte", description="300 Orte", window=window, name="karte"
            )
            times.append((time.perf_counter() - started) * 1000)
        worst, size = statistics.quantiles(times, n=20)[-1], len(found.svg.encode())
        good &= worst <= LIMIT and size <= LARGEST
        verdict = "" if worst <= LIMIT else "  EXCEEDED"
        print(f"{f'{words}, median of {len(found.marks)} signs':<58} {statistics.median(times):>8.0f} ms")
        print(f"{f'{words}, 95th percentile':<58} {worst:>8.0f} ms  limit {LIMIT:>6} ms{verdict}")
        verdict = "" if size <= LARGEST else "  EXCEEDED"
        print(f"{f'{words}, size':<58} {size / 1000:>8.1f} kB  limit {LARGEST / 1000:>6.0f} kB{verdict}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
