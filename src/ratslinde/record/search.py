"""Search in what is public. Answers are the same, in the same order, on both databases.

Best first: words in the title, then in the text, then inside compounds; among equals the newest first.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from django.db.models import F
from django.db.models.functions import Substr

from ratslinde.kernel.text import clean
from ratslinde.record import pages
from ratslinde.record.models import Published, SearchTerms
from ratslinde.record.searching import asking, question
from ratslinde.record.searching.asking import MOST_COUNTED, Group
from ratslinde.record.searching.index import rebuild_index
from ratslinde.record.searching.marking import Finder, Marked, marked, snippet
from ratslinde.record.searching.question import Question

__all__ = ["MOST_COUNTED", "Facets", "Hit", "Results", "rebuild_index", "search"]

_LOOKED_INTO = 100_000  # characters of a text in which the snippet is looked for


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
    chosen = question.filters(
        organization=_organization(_harmless(organization)), kind=_harmless(kind), year=year
    )
    if not asked.terms and (asked.asked or not chosen):
        return Results(total=0, hits=(), facets=Facets(), page=1, pages=0)
    tallies = asking.tallies(asked, chosen)
    total = min(tallies[""].total(), MOST_COUNTED)
    number = max(1, min(page, math.ceil(total / per_page)))
    first = (number - 1) * per_page
    return Results(
        total=total,
        hits=_hits(asking.in_order(asked, chosen, first=first, last=min(first + per_page, total)), asked),
        facets=_facets(tallies),
        page=number,
        pages=math.ceil(total / per_page),
        more=tallies[""].total() > MOST_COUNTED,
    )


def _harmless(text: str) -> str:
    """A filter without what a database refuses; of one that is nothing else, something that finds nothing."""
    return clean(text) or ("?" if text else "")


def _organization(name: str) -> str:
    """The public id for a public id or a slug; a name that nobody has stays, and finds nothing."""
    rows = Published.objects.filter(kind="organization", deleted=False)
    if not name or rows.filter(pk=name).exists():
        return name
    for public_id, page in rows.values_list("pk", "page"):
        if msgspec.json.decode(page, type=pages.OrganizationPage).slug == name:
            return str(public_id)
    return name


def _facets(tallies: Mapping[str, Counter[Group]]) -> Facets:
    kinds: Counter[str] = Counter()
    organizations: Counter[str] = Counter()
    years: Counter[int] = Counter()
    for (kind, _, _), count in tallies.get("kind", tallies[""]).items():
        kinds[kind] += count
    for (_, owners, _), count in tallies.get("organization", tallies[""]).items():
        organizations.update(dict.fromkeys(owners.split(), count))
    for (_, _, year), count in tallies.get("year", tallies[""]).items():
        years.update({year: count} if year else {})
    return Facets(
        kinds=_most_first(kinds),
        organizations=_most_first(organizations),
        years=tuple(sorted(years.items(), reverse=True)),
    )


def _most_first(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _hits(places: Sequence[int], asked: Question) -> tuple[Hit, ...]:
    """What is shown is what is public now: an entry that waits for the worker cannot show what was withdrawn."""
    entries = SearchTerms.objects.filter(pk__in=places).values_list("pk", "entry__object_id", "compounds")
    by_place = {place: (object_id, compounds) for place, object_id, compounds in entries}
    rows = _rows([object_id for object_id, _ in by_place.values()])
    ordered = (by_place[place] for place in places if place in by_place)
    return tuple(
        _hit(rows[object_id], Finder(asked.terms, compounds=compounds))
        for object_id, compounds in ordered
        if object_id in rows
    )


def _rows(ids: Sequence[str]) -> dict[str, Any]:
    rows = Published.objects.filter(pk__in=ids, deleted=False, path__isnull=False)
    columns = rows.values("id", "kind", "path", "title", "date", beginning=Substr(F("text"), 1, _LOOKED_INTO))
    return {str(row["id"]): dict(row) for row in columns}


def _hit(row: Any, finder: Finder) -> Hit:
    return Hit(
        id=row["id"],
        kind=row["kind"],
        path=row["path"],
        title=row["title"],
        date=row["date"],
        title_marks=marked(row["title"], finder.meets),
        snippet=snippet(row["beginning"], finder.meets),
    )
