"""Search in what is public. Answers are the same, in the same order, on both databases.

Best first: words in the title, then in the text, then inside compounds of the title, then of the text; among equals the
newest first.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from django.db import connection
from django.db.models import F
from django.db.models.functions import Substr

from ratslinde.record import pages
from ratslinde.record.models import Published, SearchEntry, SearchTerms
from ratslinde.record.searching import question
from ratslinde.record.searching.index import WORDS, rebuild_index
from ratslinde.record.searching.marking import Finder, Marked, marked, snippet
from ratslinde.record.searching.question import ZONES, Question

__all__ = ["MOST_COUNTED", "Facets", "Hit", "Results", "rebuild_index", "search"]

MOST_COUNTED = 5_000
_LOOKED_INTO = 100_000  # characters of a text in which the snippet is looked for
Conditions = Sequence[Sequence[str]]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One object that was found. Title and snippet in pieces of plain text, each with whether it is marked."""

    id: str
    kind: str
    path: str
    title: str
    date: datetime.datetime | None
    title_marks: Marked
    snippet: Marked


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """How many hits each choice would have, most first (years: newest first). Organizations by public id.

    Each group is counted without its own filter, so that it shows what else could be chosen.
    """

    kinds: tuple[tuple[str, int], ...] = ()
    organizations: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[int, int], ...] = ()


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """One page of hits. `more`: there are more than `total`, which ends at `MOST_COUNTED`; then the facets count the
    newest of them only.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Facets
    page: int
    pages: int
    more: bool = False


def search(
    query: str,
    *,
    organization: str = "",
    kind: str = "",
    year: int | None = None,
    page: int = 1,
    per_page: int = 20,
) -> Results:
    """What is public and holds every word of the query, in any form, also inside compounds.

    `organization` is a public id or a slug. `word*` finds words that begin so. A query without any word finds nothing;
    an empty one finds what the filters let through. A page beyond the last is the last.
    """
    asked = question.read(query)
    chosen = question.filters(organization=_organization(organization), kind=kind, year=year)
    if not asked.terms and (asked.asked or not chosen):
        return Results(total=0, hits=(), facets=Facets(), page=1, pages=0)
    tallies = _tallies(asked, chosen)
    total = min(tallies[""].total(), MOST_COUNTED)
    number = max(1, min(page, math.ceil(total / per_page)))
    return Results(
        total=total,
        hits=_hits(_in_order(asked, chosen, first=(number - 1) * per_page, most=per_page), asked),
        facets=_facets(tallies),
        page=number,
        pages=math.ceil(total / per_page),
        more=tallies[""].total() > MOST_COUNTED,
    )


def _organization(name: str) -> str:
    """The public id for a public id or a slug; a name that nobody has stays, and finds nothing."""
    rows = Published.objects.filter(kind="organization", deleted=False)
    if not name or rows.filter(pk=name).exists():
        return name
    for public_id, page in rows.values_list("pk", "page"):
        if msgspec.json.decode(page, type=pages.OrganizationPage).slug == name:
            return str(public_id)
    return name


Group = tuple[str, str, int | None]  # kind, owners, year


def _tallies(asked: Question, chosen: dict[str, list[str]]) -> dict[str, Counter[Group]]:
    """The counts with every filter (by "") and, for each filter that is set, without that one."""
    left_out = {name: [each for other, each in chosen.items() if other != name] for name in chosen}
    return {name: _tally(asked.conditions(ZONES[-1]) + rest) for name, rest in left_out.items()} | {
        "": _tally(asked.conditions(ZONES[-1]) + list(chosen.values()))
    }


def _tally(conditions: Conditions) -> Counter[Group]:
    if not conditions:  # a lone filter, left out
        conditions = []
    newest, parameters = WORDS.newest(conditions, most=MOST_COUNTED + 1)
    table = SearchEntry._meta.db_table
    sql = (
        f"SELECT kind, owners, year, COUNT(*) FROM ({newest}) newest "  # noqa: S608 - only fixed names are put in
        f"JOIN {table} ON {table}.id = newest.found GROUP BY kind, owners, year"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return Counter({(kind, owners, year): count for kind, owners, year, count in cursor.fetchall()})
