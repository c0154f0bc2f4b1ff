"""Public pages at one worker: how long an answer takes and how often it asks the database.

    python bench/portal.py

On SQLite, and on the PostgreSQL that DATABASE_URL names. Each database is a scratch one that is made and removed; the
town in it is invented: a session with 20 items, each with a paper, among 400 others. A request goes through the whole
middleware.

What else runs on the machine slows down single requests, and those make a p95. So the pages take turns in several
rounds, and the p95 of the quietest round is held against the limit; the p95 of all requests and the time of the
processor stand beside it. Exit code 1 beyond a limit.
"""

from __future__ import annotations

import datetime
import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from measuring.databases import on_each_database
from measuring.figures import calibration

if TYPE_CHECKING:
    from django.test import Client

LIMIT_MS = 25  # 95th percentile
LIMIT_QUERIES = 6  # the session page
ITEMS = 20
OTHERS = 400
ROUNDS = 6
REQUESTS = 60  # of a page in a round
SHORT = "5hort000000000"


class Times(NamedTuple):
    """Milliseconds of each request, and of the processor for one."""

    times: list[float]
    busy: float


def main() -> int:
    """Print all figures; returns the exit code."""
    return on_each_database(time_pages, begin=lambda: print(calibration()))


def fill() -> None:
    """The invented town with its long session, and the others around it."""
    from django.db import connection
    from tests.portal import town
    from tests.portal.town.sessions import item

    from ratslinde.record.publishing import publish
    from ratslinde.record.search import rebuild_index

    town.publish_town()
    publish(town.session(town.HELD, further_items=ITEMS - 4))
    only = item("on1y0000000000", "1", "Einziger Punkt")
    others = [only, town.meeting(SHORT, town.HELD_DAY, "Kurze Sitzung", items=[only], state="durchgeführt")]
    for number in range(OTHERS):
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number * 3)
        others.append(
            town.meeting(f"0ther{number:09}", day, f"{number}. Sitzung", items=[], state="durchgeführt")
        )
    publish(others)
    rebuild_index()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def time_pages(vendor: str) -> int:
    """Print a line for each page; returns the exit code."""
    from django.test import Client
    from tests.portal import town

    fill()
    session = f"session with {ITEMS} items"
    pages = {
        session: f"/sitzungen/{town.HELD}/",
        "home": "/",
        "list of sessions": "/sitzungen/",
        "paper": f"/vorlagen/{town.PAPER}/",
        "body": "/gremien/integrationsrat/",
    }
    client = Client(headers={"host": "localhost"})
    asked = {name: queries(client, path) for name, path in pages.items()}
    rounds = [{name: timed(client, path) for name, path in pages.items()} for _ in range(ROUNDS)]
    within = [
        report(
            f"{vendor}: {name}",
            [each[name] for each in rounds],
            asked=asked[name],
            most=LIMIT_QUERIES if name == session else 0,
        )
        for name in pages
    ]
    print(f"{vendor}, after it: {calibration()}")
    return 0 if all([*within, same_queries(client, vendor, asked[session])]) else 1


def queries(client: Client, path: str) -> int:
    """How many queries a page takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured.captured_queries)


def timed(client: Client, path: str) -> Times:
    """Ask for a page many times."""
    times, busy = [], time.process_time()
    for _ in range(REQUESTS):
        started = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - started) * 1000)
    return Times(times=times, busy=(time.process_time() - busy) * 1000 / REQUESTS)


def report(what: str, rounds: list[Times], *, asked: int, most: int) -> bool:
    """Print what a page took beside the limits; returns whether it was within."""
    together = [time for each in rounds for time in each.times]
    slow = min(p95(each.times) for each in rounds)
    within = slow < LIMIT_MS and (not most or asked <= most)
    figures = f"median {statistics.median(together):5.1f} ms, p95 {slow:5.1f} ms (limit {LIMIT_MS})"
    beside = f"of all {p95(together):5.1f} ms, CPU {min(each.busy for each in rounds):4.1f} ms"
    limit = f" (limit {most})" if most else ""
    print(f"{what:<36} {figures}, {beside}, {asked} queries{limit}{'' if within else '  EXCEEDED'}")
    return within


def same_queries(client: Client, vendor: str, asked: int) -> bool:
    """Whether a session with 1 and with 50 items takes as many queries."""
    from tests.portal import town

    from ratslinde.record.publishing import publish

    publish(town.session(town.HELD, further_items=46))
    found = (queries(client, f"/sitzungen/{SHORT}/"), asked, queries(client, f"/sitzungen/{town.HELD}/"))
    same = len(set(found)) == 1
    print(
        f"{vendor}: queries of a session with 1, {ITEMS} and 50 items: {found}{'' if same else '  EXCEEDED'}"
    )
    return same


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
