"""Asking the index: how many there are of what, and which come first. At most `MOST_COUNTED` of anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from django.db import connection

from ratslinde.record.models import SearchEntry
from ratslinde.record.searching.index import WORDS
from ratslinde.record.searching.question import ZONES, Question

MOST_COUNTED = 5_000
Conditions = Sequence[Sequence[str]]
Chosen = Mapping[str, Sequence[str]]
Group = tuple[str, str, int | None]  # kind, owners, year


def tallies(asked: Question, chosen: Chosen) -> dict[str, Counter[Group]]:
    """The counts with every filter (by "") and, for each filter that is set, without that one."""
    left_out = {name: [each for other, each in chosen.items() if other != name] for name in chosen}
    return {name: _tally(asked.conditions(ZONES[-1]) + rest) for name, rest in left_out.items()} | {
        "": _tally(asked.conditions(ZONES[-1]) + list(chosen.values()))
    }


def _tally(conditions: Conditions) -> Counter[Group]:
    newest, parameters = WORDS.newest(conditions, most=MOST_COUNTED + 1)
    table = SearchEntry._meta.db_table
    sql = (
        f"SELECT kind, owners, year, COUNT(*) FROM ({newest}) newest "  # noqa: S608 - only fixed names are put in
        f"JOIN {table} ON {table}.id = newest.found GROUP BY kind, owners, year"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return Counter({(kind, owners, year): count for kind, owners, year, count in cursor.fetchall()})


def in_order(asked: Question, chosen: Chosen, *, first: int, last: int) -> list[int]:
    """The entries of one page: answers of a worse zone are only fetched when the better ones do not fill it."""
    found: dict[int, None] = {}
    for zone in ZONES if asked.terms else ZONES[:1]:
        found |= dict.fromkeys(_newest(asked.conditions(zone) + list(chosen.values())))
        if len(found) >= last:
            break
    return list(found)[first:last]


def _newest(conditions: Conditions) -> Iterator[int]:
    sql, parameters = WORDS.newest(conditions, most=MOST_COUNTED)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        yield from (place for (place,) in cursor.fetchall())
