"""Public pages at one worker: how long an answer takes and how often it asks the database.

    python bench/portal.py

On SQLite, and on the PostgreSQL that DATABASE_URL names. Each database is a scratch one that is made and removed; the
town in it is invented: a session with 20 items, each with a paper, among 400 others. A request goes through the whole
middleware. Where much else runs on the machine, the time of the CPU is the one to trust. Exit code 1 beyond a limit.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT_MS = 25  # 95th percentile
LIMIT_QUERIES = 6  # the session page
ITEMS = 20
OTHERS = 400
REQUESTS = 200


def main() -> int:
    """Print all figures; returns the exit code."""
    if os.environ.get("BENCH_ONE_DATABASE"):
        return measure()
    print(f"calibration (sha256 of 256 MB): {calibration():.0f} ms")
    url = os.environ.get("DATABASE_URL", "")
    codes = []
    for each in ("", url) if url else ("",):
        with tempfile.TemporaryDirectory() as folder:
            surroundings = {"DATABASE_URL": each, "RATSLINDE_DATA": folder, "BENCH_ONE_DATABASE": "1"}
            codes.append(
                subprocess.run(
                    [sys.executable, __file__], env={**os.environ, **surroundings}, check=False
                ).returncode
            )
    return max(codes)


def calibration() -> float:
    """The milliseconds of a fixed piece of work, to compare machines."""
    started = time.perf_counter()
    hashlib.sha256(bytes(256_000_000)).digest()
    return (time.perf_counter() - started) * 1000


def measure() -> int:
    """Fill a scratch database and time its pages."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ["DJANGO_SETTINGS_MODULE"] = "ratslinde.site.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return time_pages(connection.vendor)
    finally:
        connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)


def fill() -> None:
    """The invented town with its long session, and the others around it."""
    from tests.portal import town

    from ratslinde.record.publishing import publish
    from ratslinde.record.search import rebuild_index

    town.publish_town()
    publish(town.session(town.HELD, further_items=ITEMS - 4))
    others = []
    for number in range(OTHERS):
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number * 3)
        others.append(
            town.meeting(f"0ther{number:09}", day, f"{number}. Sitzung", items=[], state="durchgeführt")
        )
    publish(others)
    rebuild_index()


def time_pages(vendor: str) -> int:
    """Print a line for each page; returns the exit code."""
    from tests.portal import town

    fill()
    pages = {
        f"session with {ITEMS} items": f"/sitzungen/{town.HELD}/",
        "home": "/",
        "list of sessions": "/sitzungen/",
        "paper": f"/vorlagen/{town.PAPER}/",
        "body": "/gremien/integrationsrat/",
    }
    within = [report(f"{vendor}: {name}", path) for name, path in pages.items()]
    return 0 if all(within) else 1


def report(what: str, path: str) -> bool:
    """Ask for a page many times and print what it took beside the limit; returns whether it was within."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    asked = len(queries.captured_queries)
    times, busy = [], time.process_time()
    for _ in range(REQUESTS):
        started = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - started) * 1000)
    busy = (time.process_time() - busy) * 1000 / REQUESTS
    slow = statistics.quantiles(times, n=20)[-1]
    within = slow < LIMIT_MS and (asked <= LIMIT_QUERIES or "session with" not in what)
    figures = f"median {statistics.median(times):5.1f} ms, p95 {slow:5.1f} ms (limit {LIMIT_MS}), CPU {busy:4.1f} ms"
    print(f"{what:<36} {figures}, {asked:>2} queries{'' if within else '  EXCEEDED'}")
    return within


if __name__ == "__main__":
    sys.exit(main())
