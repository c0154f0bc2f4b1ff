"""How long a three-page paper takes as PDF/UA: python bench/printing.py (exit code 1 beyond a limit)."""

from __future__ import annotations

import datetime
import resource
import statistics
import subprocess
import sys
import time

from measuring.figures import calibration

WARM_LIMIT = 100  # ms, 95th percentile
FIRST_LIMIT = 1_500  # ms, a new process: import, fonts, first document
MEMORY_LIMIT = 250  # MB, after all documents
DOCUMENTS = 120
CREATED = datetime.datetime(2026, 5, 5, tzinfo=datetime.UTC)


def three_pages(number: int) -> bytes:
    """Return a paper that no earlier one prepared in the press's memory."""
    import msgspec

    from ratslinde.kernel.blocks import parse
    from ratslinde.printing import render, samples
    from ratslinde.printing.sample_texts import EXPLANATIONS

    text = f"{EXPLANATIONS}\n\n{EXPLANATIONS}".replace("Der ", f"Der {number}. ").replace(
        "die ", f"die {number} "
    )
    paper = msgspec.structs.replace(samples.paper(), reference=f"2026/{number:03}", explanations=parse(text))
    return render(paper, created=CREATED)


def pages(pdf: bytes) -> int:
    """Return the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def first_document() -> float:
    """Return the milliseconds of a new process that prints one paper."""
    started = time.perf_counter()
    subprocess.run([sys.executable, __file__, "first"], check=True)
    return (time.perf_counter() - started) * 1000


def report(what: str, figure: float, limit: float, unit: str) -> bool:
    """Print one line and return whether the figure is within its limit."""
    verdict = "" if figure <= limit else "  EXCEEDED"
    print(f"{what:<58} {figure:>8.0f} {unit:<3} limit {limit:>6} {unit}{verdict}")
    return figure <= limit


def main() -> int:
    """Print all figures."""
    print(calibration())
    assert pages(three_pages(0)) == 3
    times = []
    for number in range(1, DOCUMENTS + 1):
        started = time.perf_counter()
        three_pages(number)
        times.append((time.perf_counter() - started) * 1000)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slow = statistics.quantiles(times, n=20)[-1]
    results = (
        report("three-page paper as PDF/UA, warm, median", statistics.median(times), WARM_LIMIT, "ms"),
        report("three-page paper as PDF/UA, warm, 95th percentile", slow, WARM_LIMIT, "ms"),
        report("new process, import and first document", first_document(), FIRST_LIMIT, "ms"),
        report(f"largest memory after {DOCUMENTS} papers", memory, MEMORY_LIMIT, "MB"),
    )
    return 0 if all(results) else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["first"]:
        three_pages(1)
        sys.exit(0)
    sys.exit(main())
