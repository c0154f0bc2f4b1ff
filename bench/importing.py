"""The dry run of a long list beside many entries that are there, on SQLite and the PostgreSQL that DATABASE_URL names.

    python bench/importing.py [--rows 5000] [--there 2000]

Each database is a scratch one that is made and removed. Measured are reading the file and comparing it, with the search
for duplicates: in the file, and among what is there. A tenth of the rows is there already in another spelling. Then it
is carried out, and taken back.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import time
from typing import TYPE_CHECKING, Self

from measuring.databases import on_each_database
from measuring.figures import calibration

if TYPE_CHECKING:
    from ratslinde.accounts.models import User
    from ratslinde.integration.importing.models import ImportRun

LIMIT_SECONDS = 10
FIRST = [
    "Brücke",
    "Linde",
    "Haus",
    "Kreis",
    "Werk",
    "Treff",
    "Bund",
    "Freunde",
    "Nachbarn",
    "Hilfe",
    "Chor",
    "Garten",
    "Musik",
    "Tanz",
    "Theater",
    "Atelier",
]
SECOND = [
    "Kulturen",
    "Sprachen",
    "Familien",
    "Frauen",
    "Jugend",
    "Senioren",
    "Bildung",
    "Sport",
    "Beratung",
    "Begegnung",
    "Teilhabe",
    "Vielfalt",
]
THIRD = [
    "Nord",
    "Süd",
    "West",
    "Ost",
    "Mitte",
    "Altstadt",
    "Bahnhof",
    "Markt",
    "Hafen",
    "Park",
    "Wiese",
    "Mühle",
    "Schloss",
    "Brunnen",
    "Tor",
    "Ufer",
]


def main() -> int:
    """Print all figures; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=5_000)
    options.add_argument("--there", type=int, default=2_000)
    chosen = options.parse_args()
    return on_each_database(
        lambda vendor: report(vendor, chosen.rows, chosen.there),
        begin=lambda: print(calibration()),
        arguments=("--rows", str(chosen.rows), "--there", str(chosen.there)),
    )


def actor_name(number: int) -> str:
    chosen = random.Random(number)
    words = (
        chosen.choice(FIRST),
        chosen.choice(SECOND),
        chosen.choice(THIRD),
        chosen.choice(FIRST),
        chosen.choice(SECOND),
    )
    return f"{' '.join(words)} e. V."


def listed(rows: int, there: int) -> bytes:
    """A CSV list; every tenth row is one that is there, spelled otherwise but with its page on the web."""
    lines = [
        "Name;Art;Internetseite;E-Mail;Telefon;Straße und Hausnummer;PLZ;Sprachen;Handlungsfelder: bietet an"
    ]
    for row in range(rows):
        known = row % 10 == 0 and row // 10 < there
        name = actor_name(row // 10).replace(" e. V.", "").upper() if known else actor_name(100_000 + row)
        page = f"www.akteur-{row // 10}.example" if known else f"www.neu-{row}.example"
        lines.append(
            f"{name};Verein;{page};post{row}@liste.example;02599 {row:06d};Lindenweg {row};59999;"
            "Deutsch, Arabisch;Sprache"
        )
    return "\r\n".join(lines).encode()


def report(vendor: str, rows: int, there: int) -> int:
    """Time reading and comparing beside the limit; returns the exit code."""
    from django.db import connection, transaction

    from ratslinde.accounts.models import Role, User
    from ratslinde.council.bodies import actions as bodies
    from ratslinde.integration.importing import actions, queries, working
    from ratslinde.integration.landscape import actions as landscape
    from ratslinde.integration.landscape.models import Actor

    user = User.objects.create_account("manager", email="manager@lindenhagen.example", label="manager")
    for role in (Role.ADMINISTRATOR, Role.INTEGRATION_MANAGER):
        user.grants.create(role=role)
    body = bodies.set_up_town(user, name="Stadt Lindenhagen", official_key="05999001")
    landscape.set_up_vocabulary(user, body)
    Actor.objects.bulk_create(
        Actor(body=body, name=actor_name(each), website=f"https://akteur-{each}.example/")
        for each in range(there)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    data = listed(rows, there)
    with Watch() as watch:
        with Watch() as reading:
            run = actions.read_in(user, body, name="liste.csv", data=data)
        with transaction.atomic():
            working.compare_run(run.public_id)
    kept = "kept" if watch.seconds < LIMIT_SECONDS else "NOT KEPT"
    run.refresh_from_db()
    found = queries.counts(run)
    print(
        f"{vendor}: dry run of {rows} rows beside {there}: {watch} (of it reading {reading}), "
        f"limit {LIMIT_SECONDS} s: {kept}; {found['open']} proposed, {found['new']} new"
    )
    run.rows.filter(verdict="open").update(verdict="skipped", decision="skip")
    carry_out_and_take_back(vendor, user, run)
    return 0 if watch.seconds < LIMIT_SECONDS else 1


def carry_out_and_take_back(vendor: str, user: User, run: ImportRun) -> None:
    """Time both, and the longest for which nobody else could write to SQLite: one portion."""
    from ratslinde.integration.importing import actions
    from ratslinde.integration.importing.models import RunState

    with Watch() as watch:
        run = actions.write(user, run)
    longest = max(seconds_between(*each) for each in run.portions)
    print(
        f"{vendor}: carrying out {run.total} rows in {len(run.portions)} portions: {watch}; "
        f"longest portion {longest:.1f} s"
    )
    with Watch() as watch:
        run, times = actions.take_back(user, run), []
        while run.state == RunState.UNDOING:
            with Watch() as portion:
                run = actions.take_back_portion(user, run)
            times.append(portion.seconds)
    left = run.rows.exclude(kept="").count()
    print(
        f"{vendor}: taking it back: {watch}; longest portion {max(times, default=0):.1f} s; {left} rows stayed"
    )


def seconds_between(begun: str, ended: str) -> float:
    return (datetime.datetime.fromisoformat(ended) - datetime.datetime.fromisoformat(begun)).total_seconds()


class Watch:
    """Seconds by the clock and of the processor."""

    def __enter__(self) -> Self:
        self.seconds, self.worked = -time.perf_counter(), -time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter()
        self.worked += time.process_time()

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, processor {self.worked:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
