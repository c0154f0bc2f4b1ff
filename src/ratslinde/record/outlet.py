"""The reading side: the only part of the record that portal and opendata may import.

Everything here answers from published values; tombstones come out as tombstones.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import Max, Min, QuerySet, Sum

from ratslinde.kernel import clock
from ratslinde.record import shown
from ratslinde.record.entry import Entry
from ratslinde.record.models import Chain, DailyHead, Published
from ratslinde.record.shown import Selection

__all__ = [
    "Entry",
    "addresses",
    "by_ids",
    "by_path",
    "count",
    "count_addresses",
    "generation",
    "heads",
    "in_lists",
    "last_modified",
    "of_kind",
    "one_of_each",
    "years",
]


def by_path(path: str) -> Entry | None:
    """The object whose page is at that path (also a withdrawn one), or None."""
    return next(map(Entry, shown.rows("p.path = %s", [path])), None)


def by_ids(ids: Iterable[str]) -> dict[str, Entry]:
    """The published objects of these ids, without tombstones, in one query."""
    wanted = sorted(set(ids))
    found = shown.rows(f"p.id IN ({shown.marks(wanted)}) AND NOT p.deleted", wanted) if wanted else []
    return {row.id: Entry(row) for row in found}


def one_of_each(*kinds: str) -> dict[str, Entry]:
    """A published object of each kind, the newest by date, in one query; kinds of which there is none are left out."""
    places = [shown.places(shown.of_kind(kind), first=0, most=1) for kind in kinds]
    condition = " OR ".join(f"p.id = ({each.sql})" for each in places)
    found = shown.rows(condition, [value for each in places for value in each.values])
    return {row.kind: Entry(row) for row in found}


def of_kind(
    kind: str,
    *,
    start: datetime.datetime | None = None,
    end: datetime.datetime | None = None,
    newest_first: bool = True,
    first: int = 0,
    most: int = 50,
) -> list[Entry]:
    """Published objects of a kind by date, from `start` to before `end`; those without a date come last."""
    selection = shown.of_kind(kind).between(start, end)
    return _entries(selection, newest_first=newest_first, first=first, most=most)


def in_lists(
    owners: str | Iterable[str],
    kind: str,
    *,
    start: datetime.datetime | None = None,
    end: datetime.datetime | None = None,
    newest_first: bool = True,
    first: int = 0,
    most: int = 50,
) -> list[Entry]:
    """The published objects of a kind that stand in the lists of organizations; as `of_kind` otherwise."""
    names = [owners] if isinstance(owners, str) else [*owners]
    if not names:
        return []
    selection = shown.listed_by(names, kind).between(start, end)
    return _entries(selection, newest_first=newest_first, first=first, most=most)


def count(
    kind: str,
    *,
    owner: str = "",
    start: datetime.datetime | None = None,
    end: datetime.datetime | None = None,
) -> int:
    """How many `of_kind`, or with an `owner` `in_lists`, would find without a limit."""
    selection = shown.listed_by([owner], kind) if owner else shown.of_kind(kind)
    return shown.count(selection.between(start, end))


def years(kind: str) -> list[int]:
    """The years from the newest to the oldest published object of a kind; empty when none has a date."""
    found = Published.objects.filter(kind=kind, deleted=False).aggregate(
        oldest=Min("date"), newest=Max("date")
    )
    if found["oldest"] is None:
        return []
    oldest, newest = clock.town_time(found["oldest"]).year, clock.town_time(found["newest"]).year
    return list(range(newest, oldest - 1, -1))


def addresses(*, first: int = 0, most: int) -> list[tuple[str, datetime.datetime]]:
    """(path, modified) of all published pages, oldest first: what a sitemap lists."""
    found = _pages().only("path", "modified").order_by("created", "pk")[first : first + most]
    return [(row.path or "", row.modified) for row in found]


def count_addresses() -> int:
    """How many published pages there are."""
    return _pages().count()


def _pages() -> QuerySet[Published]:
    return Published.objects.filter(deleted=False, path__isnull=False).exclude(path__contains="#")


def _entries(selection: Selection, *, newest_first: bool, first: int, most: int) -> list[Entry]:
    """The place in the list is found without the long texts, which would otherwise be sorted along."""
    place = shown.places(selection, newest_first=newest_first, first=first, most=most)
    order = shown.by_date(newest_first=newest_first)
    return [*map(Entry, shown.rows(f"p.id IN ({place.sql})", place.values, order=order))]


def generation() -> int:
    """A number that moves with every publication: what an ETag of anything is made of."""
    return Chain.objects.aggregate(number=Sum("generation"))["number"] or 0


def last_modified() -> datetime.datetime | None:
    """When anything was last published or withdrawn."""
    found: datetime.datetime | None = Published.objects.aggregate(moment=Max("modified"))["moment"]
    return found


def heads(*, most: int = 366) -> Sequence[DailyHead]:
    """The daily heads of the chain, newest first."""
    return list(DailyHead.objects.order_by("-day")[:most])
