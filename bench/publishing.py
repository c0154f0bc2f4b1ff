"""Publishing in a town that has much: python bench/publishing.py (exit code 1 beyond a limit).

On SQLite, and on the PostgreSQL that DATABASE_URL names. Each database is a scratch one that is made and removed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from measuring.databases import on_each_database
from measuring.figures import calibration, report, seconds

LIMIT_SECONDS = 2
ITEMS, NAMING, HELD = 50, 15_000, 1_000


def main() -> int:
    """Print all figures; returns the exit code."""
    return on_each_database(measure, begin=lambda: print(calibration()))


def measure(vendor: str) -> int:
    """Fill the database, publish, print each act beside the limit; returns the exit code."""
    from django.db import connection
    from tests.record import large_town
    from tests.record.objects import organization

    from ratslinde.record.publishing import publish

    within = [
        timed(
            f"{vendor}: a session with {ITEMS} items and {ITEMS} papers",
            lambda: publish(large_town.session(ITEMS)),
        ),
        timed(f"{vendor}: its items in the opposite order", lambda: publish(large_town.turned(ITEMS))),
        timed(
            f"{vendor}: withdrawing these items", lambda: publish([], withdrawals=large_town.withdrawn(ITEMS))
        ),
    ]
    large_town.organization_named_by(NAMING, public_id="named")
    large_town.place_of(HELD, public_id="usual")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    renamed = [organization("named", name="Neuer Name")]
    within += [
        timed(f"{vendor}: renaming what {NAMING:,} consultations name", lambda: publish(renamed)),
        timed(
            f"{vendor}: one more meeting at the place of {HELD:,}",
            lambda: publish(large_town.one_more(at="usual")),
        ),
    ]
    return 0 if all(within) else 1


def timed(what: str, act: Callable[[], object]) -> bool:
    """Print how long it takes beside the limit; returns whether it was within."""
    return report(what, seconds(act), limit=LIMIT_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
