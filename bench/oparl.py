"""How fast lists of open data are sent: on SQLite, and on the PostgreSQL that DATABASE_URL names.

    python bench/oparl.py [--rounds 15] [--seconds 0.2]

One server process, as `ratslinde serve` runs it, answers to three connections of this one. All figures but the first
are ratios: the median of the ratios of many short rounds, in which both sides take turns, so that what else the machine
does falls on both. In brackets stands the middle half of these ratios. Exit code 1 beyond a limit.
"""

from __future__ import annotations

import argparse
import itertools
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from measuring.figures import calibration

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from bench.oparl_server.load import Load, pages  # noqa: E402 - the checkout must be on the path first
from bench.oparl_server.rows import BODY  # noqa: E402

ROOT = f"/oparl/v1.1/body/{BODY}"
FAR_PAGE = 400


def main() -> int:
    """Measure both databases and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=0.2)
    chosen = parser.parse_args()
    print(calibration())
    good = _measured("SQLite", {"DATABASE_URL": ""}, chosen)
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        with _scratch(given) as url:
            good = _measured("PostgreSQL", {"DATABASE_URL": url}, chosen) and good
    return 0 if good else 1


def _measured(name: str, environment: dict[str, str], chosen: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory(prefix="ratslinde-bench-") as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        url = f"http://127.0.0.1:{port}"
        environment = {
            **os.environ, **environment, "RATSLINDE_DATA": folder, "RATSLINDE_URL": url, "RATSLINDE_OPEN_DATA": "on",
            "DJANGO_SETTINGS_MODULE": "ratslinde.site.settings", "PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'src'}",
        }  # fmt: skip
        filled = subprocess.run(
            [sys.executable, "-c", _FILL], env=environment, check=True, capture_output=True, text=True
        )
        with _served(port, environment):
            return _figures(name, Load(port), late=filled.stdout.strip().splitlines()[-1], chosen=chosen)


_FILL = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from bench.oparl_server.rows import fill
late = fill()
from django.db import connection
connection.cursor().execute("ANALYZE" if connection.vendor == "postgresql" else "SELECT 1")
print(late.strftime("%Y-%m-%dT%H:%M:%SZ"))
"""


@contextmanager
def _served(port: int, environment: dict[str, str]) -> Iterator[None]:
    granian = str(Path(sys.executable).parent / "granian")
    options = (
        f"--interface wsgi --workers 1 --blocking-threads 1 --host 127.0.0.1 --port {port} --no-access-log"
    )
    command = [granian, *options.split(), "bench.oparl_server.application:application"]
    server = subprocess.Popen(command, env=environment, cwd=CHECKOUT, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/oparl/v1.1/bench/small", timeout=5).read()
                break
            except OSError:
                assert server.poll() is None, "the server did not start"
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _scratch(url: str) -> Iterator[str]:
    """A database of its own beside the given one; removed afterwards."""
    import psycopg

    name = f"ratslinde_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _figures(name: str, load: Load, *, late: str, chosen: argparse.Namespace) -> bool:
    papers, files = f"{ROOT}/paper", f"{ROOT}/file"
    size = len(load.get(papers))
    assert size > 200_000
    how = {"rounds": chosen.rounds, "seconds": chosen.seconds}
    paths = {"memory": ["/oparl/v1.1/bench/memory"], "page": [papers],
             "read": _never_kept(papers), "built": ["/oparl/v1.1/bench/built"]}  # fmt: skip
    rates = load.rates(paths, **how)
    tag = f"If-None-Match: {load.header(papers, 'ETag')}\r\n"
    known = load.rates({"known": [papers]}, headers=tag, **how)["known"]
    memory = max(rates["memory"])
    print(f"\n{name}: {memory:.0f} answers of {size // 1000} kB a second from memory")
    checks = [
        _at_least(
            "page of 100 papers, of what the same bytes reach from memory (goal 0.6)",
            Ratio.of(rates["page"], rates["memory"]),
            0.35,
        ),
        _at_least("the same, read from the database every time", Ratio.of(rates["read"], rates["memory"]), 0),
        _at_least(
            "page read from the database, times one that is built from tables",
            Ratio.of(rates["read"], rates["built"]),
            10,
        ),
        _at_least("304, times a page read from the database", Ratio.of(known, rates["read"]), 2),
    ]
    for since in ("", "modified_since=2000-01-01"):
        first = f"{files}?{since}"
        far = next(itertools.islice(pages(load, first), FAR_PAGE - 1, None))
        ends = load.rates({"first": _never_kept(first), "far": _never_kept(far)}, **how)
        what = (
            f"page {FAR_PAGE} of 48,000 files, times the first one{' (with modified_since)' if since else ''}"
        )
        checks.append(_at_most(what, Ratio.of(ends["first"], ends["far"]), 1.2))
    few = f"{files}?modified_since={late}"
    ends = load.rates({"first": _never_kept(first), "few": _never_kept(few)}, **how)
    checks.append(
        _at_most(
            "the few files that changed last, times a first page (with modified_since)",
            Ratio.of(ends["first"], ends["few"]),
            1.2,
        )
    )
    return all(checks)


class Ratio(NamedTuple):
    """The median of the ratios of single rounds, and the bounds of their middle half."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, upper: list[float], lower: list[float]) -> Ratio:
        return cls(*statistics.quantiles([a / b for a, b in zip(upper, lower, strict=True)], n=4))


def _never_kept(path: str) -> list[str]:
    """Addresses of the same page that are all different, more than a server keeps answers of."""
    return [f"{path}{'&' if '?' in path else '?'}number={number}" for number in range(2_000)]


def _at_least(what: str, figure: Ratio, limit: float) -> bool:
    good = figure.middle >= limit
    _show(figure, f"at least {limit:<5} {what}{'' if good else '  MISSED'}")
    return good


def _at_most(what: str, figure: Ratio, limit: float) -> bool:
    good = figure.middle <= limit
    _show(figure, f"at most  {limit:<5} {what}{'' if good else '  EXCEEDED'}")
    return good


def _show(figure: Ratio, beside: str) -> None:
    print(f"  {figure.middle:6.2f}  ({figure.low:.2f} to {figure.high:.2f})  {beside}")


if __name__ == "__main__":
    sys.exit(main())
