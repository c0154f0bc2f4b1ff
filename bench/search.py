"""Search over 100,000 documents: how long an answer takes, on SQLite and on the PostgreSQL that DATABASE_URL names.

    python bench/search.py [--documents 100000]

Each database is a scratch one that is made and removed. The documents are invented: compounds of council words with a
vocabulary of about 100,000 words in Zipf's distribution, 230 words each, as measured in real papers.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import random
import statistics
import sys
import time
from collections.abc import Iterator

from measuring.databases import on_each_database
from measuring.figures import calibration

LIMIT_MS = 200
ORGANIZATIONS = 40
KINDS = ("paper", "paper", "file", "file", "file", "meeting")
NOUNS = """
Antrag Anlage Abfall Amt Ausbau Ausschuss Bau Baum Bedarf Beirat Bericht Beschluss Betreuung Betrieb Bildung Brücke
Bürger Bus Dach Denkmal Dorf Eltern Energie Ergebnis Fahrrad Familien Feld Ferien Feuerwehr Finanz Fläche Flucht
Förder Fonds Frauen Frist Fußgänger Garten Gebäude Gebühren Gemeinde Gewerbe Grund Gruppe Halle Haus Haushalt Hilfe
Hof Jugend Kanal Kinder Kirche Klima Konzept Kosten Kranken Kreis Kultur Kurs Land Lärm Lehr Leitung Licht Markt
Maßnahme Miet Migration Mittel Museum Nachbar Natur Netz Ordnung Park Personal Pflege Pflanz Plan Platz Programm
Projekt Prüfung Quartier Rad Rat Raum Recht Regen Sanierung Satzung Schul Schutz Senioren Sitzung Sozial Spiel Sport
Sprach Stadt Stand Stell Steuer Stiftung Straße Tag Technik Teil Tier Turm Umwelt Unterkunft Verband Verein Verkehr
Vermögen Versammlung Vertrag Verwaltung Wahl Wald Wasser Weg Werk Wirtschaft Wohnung Zentrum Ziel Zug
"""
LINKING = {"ung": "s", "ion": "s", "tät": "s", "schaft": "s", "beit": "s"}
WORDS = "der die und wird mit für die im Rahmen einer zur auf den Antrag nach Maßgabe von über aus"
QUERIES = (
    "Baum", "Foerderung", "Migrant", "Sitzungen", "Bäume Park", "Haushaltsplan", "Pflanzplan", "Stadt", "Verwaltung",
    "Verwaltung der Stadt", "Rat", "Straße", "Wasserversorgung", "Jugend Sport", "Klimaschutz", "Baum*", "Verkehrs*",
    "unauffindbar", "Kinder Spielplatz Lärm", "Seniorenbeirat Bericht", '"Haus" OR (NEAR', "2024", "Netz", "Kosten",
)  # fmt: skip


def main() -> int:
    """Print all figures; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=100_000)
    chosen = options.parse_args()
    return on_each_database(
        lambda vendor: measure(vendor, chosen.documents),
        begin=lambda: print(calibration()),
        arguments=("--documents", str(chosen.documents)),
    )


def measure(vendor: str, documents: int) -> int:
    """Fill the database, ask, print; returns the exit code."""
    fill(documents)
    return 0 if report(vendor, documents) else 1


def fill(documents: int) -> None:
    """Published rows, then the index over them, as `ratslinde record rebuild` makes it."""
    from django.db import connection

    from ratslinde.record.models import Listed, Published
    from ratslinde.record.search import rebuild_index

    begun = time.perf_counter()
    for batch in batches(documents):
        Published.objects.bulk_create(batch)
        Listed.objects.bulk_create(
            Listed(
                owner=f"org{row.sequence % ORGANIZATIONS}",
                kind=row.kind,
                sequence=row.sequence,
                published=row,
            )
            for row in batch
        )
    print(f"{connection.vendor}: {documents} documents inserted in {time.perf_counter() - begun:.0f} s")
    begun = time.perf_counter()
    rebuild_index()
    print(f"{connection.vendor}: indexed in {time.perf_counter() - begun:.0f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def batches(documents: int) -> Iterator[list[object]]:
    """The invented objects, 2,000 at a time."""
    found = rows(documents)
    while batch := list(itertools.islice(found, 2_000)):
        yield batch


def rows(documents: int) -> Iterator[object]:
    """Invented published objects."""
    from ratslinde.record.models import Published

    chance = random.Random(2026)
    vocabulary, weights = _vocabulary(chance)
    start = datetime.datetime(2012, 1, 1, 16, tzinfo=datetime.UTC)
    for number in range(documents):
        drawn = chance.choices(vocabulary, cum_weights=weights, k=238)
        moment = start + datetime.timedelta(hours=number * 120_000 // documents)
        yield Published(
            id=f"doc{number:08}", body="bench", kind=KINDS[number % len(KINDS)], sequence=number, created=start,
            modified=start, path=f"vorlagen/doc{number:08}/", date=moment, title=" ".join(drawn[:8]),
            text=" ".join(drawn[8:]), standalone="{}", omit_internal="{}",
        )  # fmt: skip


def _vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Words and their cumulated weights: half function words, a quarter nouns, a quarter compounds."""
    nouns = NOUNS.split()
    compounds = sorted({_joined(chance.sample(nouns, chance.choice((2, 2, 3)))) for _ in range(100_000)})
    words: list[str] = []
    weights: list[float] = []
    for group, share in ((WORDS.split(), 0.5), (nouns, 0.25), (compounds, 0.25)):
        ranked = chance.sample(group, len(group))
        zipf = [1 / (rank + 2.7) for rank in range(len(ranked))]
        words += ranked
        weights += [share * weight / sum(zipf) for weight in zipf]
    return words, list(itertools.accumulate(weights))


def _joined(nouns: list[str]) -> str:
    *first, last = nouns
    linked = [
        noun + next((link for end, link in LINKING.items() if noun.endswith(end)), "") for noun in first
    ]
    return "".join([*linked, last]).capitalize()


def report(vendor: str, documents: int) -> bool:
    """Ask every query, bare, with filters and on a later page; print the figures, return whether the limit is kept."""
    from ratslinde.record.search import search

    plans = [{}, {"year": 2020}, {"kind": "paper"}, {"organization": "org7"}, {"page": 3}]
    asked = [(query, plan) for query in QUERIES for plan in plans]
    search("Baum")
    times: list[tuple[float, str, int]] = []
    worked = time.process_time()
    for query, plan in asked * 3:
        begun = time.perf_counter()
        found = search(query, **plan)
        times.append(((time.perf_counter() - begun) * 1000, f"{query} {plan}", found.total))
    worked = (time.process_time() - worked) * 1000 / len(times)
    print(f"{vendor}, after it: {calibration()}")
    print(f"{vendor}: processor time of this process: {worked:.1f} ms per query")
    figures = sorted(each[0] for each in times)
    p50, p95 = statistics.median(figures), figures[int(len(figures) * 0.95)]
    print(
        f"{vendor}: search over {documents} documents, {len(times)} queries: p50 {p50:.1f} ms, p95 {p95:.1f} ms"
    )
    print(f"{vendor}: limit p95 {LIMIT_MS} ms: {'kept' if p95 < LIMIT_MS else 'NOT KEPT'}")
    for slowest in sorted(times, reverse=True)[:3]:
        print(f"{vendor}: among the slowest: {slowest[1]} {slowest[0]:.0f} ms, {slowest[2]} hits")
    return p95 < LIMIT_MS


if __name__ == "__main__":
    sys.exit(main())
