"""A figure beside its limit, and what this machine takes for a fixed piece of work."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable


def calibration() -> str:
    """The line that each bench prints: milliseconds of a fixed piece of work, to compare machines, or two hours."""
    started = time.perf_counter()
    for number in range(200_000):
        hashlib.sha256(str(number).encode()).digest()
    return f"{'calibration (200,000 short SHA-256)':<72} {(time.perf_counter() - started) * 1000:8.0f} ms"


def seconds(act: Callable[[], object]) -> float:
    """The seconds that it takes by the clock: with what the database does."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def processor_seconds(act: Callable[[], object]) -> float:
    """The seconds that the processor works for it in this process: what else runs changes them less than a clock."""
    started = time.process_time()
    act()
    return time.process_time() - started


def report(what: str, seconds: float, *, limit: float) -> bool:
    """Print the seconds beside their limit; returns whether they are within."""
    within = seconds <= limit
    print(f"{what:<72} {seconds:8.2f} s  limit {limit:4g} s{'' if within else '  EXCEEDED'}")
    return within
