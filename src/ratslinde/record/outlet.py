"""The reading side: the only part of the record that portal and opendata may import.

Everything here answers from published values; tombstones come out as tombstones.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import F, Max, Min, QuerySet, Sum

from ratslinde.kernel import clock
from ratslinde.record.entry import Entry
from ratslinde.record.models import Chain, DailyHead, Listed, Published

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
    "years",
]


def by_path(path: str) -> Entry | None:
    """The object whose page is at that path (also a withdrawn one), or None."""
    row = _shown().filter(path=path).first()
    return Entry(row) if row else None


def by_ids(ids: Iterable[str]) -> dict[str, Entry]:
    """The published objects of these ids, without tombstones, in one query."""
    return {row.pk: Entry(row) for row in _shown().filter(pk__in=set(ids), deleted=False)}


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
    rows = _dated(Published.objects.filter(kind=kind, deleted=False), start=start, end=end)
    return _entries(rows, newest_first=newest_first, first=first, most=most)


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
    rows = _dated(_listed(owners, kind), start=start, end=end)
    return _entries(rows, newest_first=newest_first, first=first, most=most)


def count(
    kind: str,
    *,
    owner: str = "",
    start: datetime.datetime | None = None,
    end: datetime.datetime | None = None,
) -> int:
    """How many `of_kind`, or with an `owner` `in_lists`, would find without a limit."""
    rows = _listed(owner, kind) if owner else Published.objects.filter(kind=kind, deleted=False)
    return _dated(rows, start=start, end=end).count()


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


def _listed(owners: str | Iterable[str], kind: str) -> QuerySet[Published]:
    owned = Listed.objects.filter(owner__in=[owners] if isinstance(owners, str) else list(owners), kind=kind)
    return Published.objects.filter(pk__in=owned.values("published"), deleted=False)


def _dated(
    rows: QuerySet[Published], *, start: datetime.datetime | None, end: datetime.datetime | None
) -> QuerySet[Published]:
    rows = rows.filter(date__gte=start) if start else rows
    return rows.filter(date__lt=end) if end else rows


def _entries(rows: QuerySet[Published], *, newest_first: bool, first: int, most: int) -> list[Entry]:
    """The place in the list is found without the long texts, which would otherwise be sorted along."""
    date = F("date").desc(nulls_last=True) if newest_first else F("date").asc(nulls_last=True)
    places = rows.order_by(date, "-sequence").values("pk")[first : first + most]
    return [Entry(row) for row in _shown().filter(pk__in=places).order_by(date, "-sequence")]


def _shown() -> QuerySet[Published]:
    """Rows without the columns that no page shows."""
    return Published.objects.defer("text", "embedded", "omit_internal")


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
