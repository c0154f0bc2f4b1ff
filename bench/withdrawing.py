"""Withdrawing and publishing again a body that thousands of consultations name, on SQLite and on the PostgreSQL that
DATABASE_URL names.

    python bench/withdrawing.py [--papers 2000]

Each database is a scratch one that is made and removed. Measured are the look at what would change, which the page
before the button shows, and the act. Exit code 1 beyond a limit.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from measuring.databases import on_each_database
from measuring.figures import calibration, report, seconds

if TYPE_CHECKING:
    from ratslinde.record.values import Value

LIMIT_SECONDS = 20
ITEMS = 20
"""Items of a meeting; each has a paper with a consultation there."""


def main() -> int:
    """Print all figures; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--papers", type=int, default=2_000)
    chosen = options.parse_args()
    return on_each_database(
        lambda vendor: measure(vendor, chosen.papers),
        begin=lambda: print(calibration()),
        arguments=("--papers", str(chosen.papers)),
    )


def measure(vendor: str, papers: int) -> int:
    """Fill the database, withdraw the body and publish it again; returns the exit code."""
    fill(papers)
    return 0 if all(within_limit(vendor, papers)) else 1


def fill(papers: int) -> None:
    """The council and its meetings, published as the desk does it: a meeting with its papers at a time."""
    from django.db import connection

    from ratslinde.record.publishing import publish

    begun = time.perf_counter()
    publish([council()])
    for number in range(papers // ITEMS):
        publish(list(meeting(number)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}: {papers} papers published in {time.perf_counter() - begun:.0f} s")


def council() -> Value:
    from ratslinde.record import oparl, pages
    from ratslinde.record.values import Value

    return Value(
        kind="organization", id="council", body="bench", title="Rat", oparl=oparl.Organization(name="Rat"),
        page=pages.OrganizationPage(slug="rat"), path="gremien/rat/",
    )  # fmt: skip


def meeting(number: int) -> Iterator[Value]:
    """A meeting, its items, their papers and consultations."""
    from ratslinde.record import oparl, pages
    from ratslinde.record.values import Value, link

    items = [f"i{number}-{place}" for place in range(ITEMS)]
    at = (link("organization", "council"),)
    yield Value(
        kind="meeting", id=f"m{number}", body="bench", title=f"Sitzung {number}", path=f"sitzungen/m{number}/",
        page=pages.MeetingPage(),
        oparl=oparl.Meeting(name=f"Sitzung {number}", organization=at,
                            agenda_item=tuple(link("agendaItem", each) for each in items)),
    )  # fmt: skip
    for item in items:
        yield Value(
            kind="agendaItem", id=item, body="bench", title="Bericht", page=pages.AgendaItemPage(),
            path=f"sitzungen/m{number}/#top-{item}", oparl=oparl.AgendaItem(name="Bericht", public=True),
        )  # fmt: skip
        yield Value(
            kind="consultation", id=f"c{item}", body="bench", title="", page=pages.Page(),
            oparl=oparl.Consultation(agenda_item=link("agendaItem", item), meeting=link("meeting", f"m{number}"),
                                     organization=at),
        )  # fmt: skip
        yield Value(
            kind="paper", id=f"p{item}", body="bench", title="Vorlage", path=f"vorlagen/p{item}/",
            text="Eine Begründung. " * 100, page=pages.PaperPage(decision_paper=True),
            oparl=oparl.Paper(name="Vorlage", consultation=(link("consultation", f"c{item}"),)),
        )  # fmt: skip


def within_limit(vendor: str, papers: int) -> list[bool]:
    """Look, withdraw, publish again; print each beside the limit."""
    from django.db import transaction

    from ratslinde.record.preview import differences
    from ratslinde.record.publishing import publish
    from ratslinde.record.values import Withdrawal

    gone = [Withdrawal(kind="organization", id="council", body="bench")]
    acts: dict[str, Callable[[], object]] = {
        "looking what withdrawing would change": lambda: differences([], withdrawals=gone),
        "withdrawing": lambda: publish([], withdrawals=gone),
        "publishing again": lambda: publish([council()]),
    }
    print(f"{vendor}: a body that {papers} consultations name")
    return [
        report(f"{vendor}: {name}", seconds(transaction.atomic()(act)), limit=LIMIT_SECONDS)
        for name, act in acts.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
