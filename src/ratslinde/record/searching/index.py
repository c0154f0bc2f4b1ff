"""What the worker keeps: one entry for each published object that has a page.

Terms stand in zones, told apart by their first letter; each zone holds the one before, so that a question asks one zone
only, and a word in the title alone is one look-up. The filters are terms as well: a question with filters is one walk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from django.db import transaction
from django.db.models import QuerySet

from ratslinde.journal import queue
from ratslinde.kernel import clock
from ratslinde.kernel.database import WordIndex
from ratslinde.kernel.transactions import alone
from ratslinde.record.models import Listed, Published, SearchEntry, SearchTerms
from ratslinde.record.searching.analysis import term, words
from ratslinde.record.searching.compounds import parts

Zone = Literal["t", "x", "q", "k", "y", "o"]
"""title; title and text; these and the parts of their compounds. Kind, year, organization."""

WORDS = WordIndex(table=SearchTerms._meta.db_table, key="entry_id")
PURPOSE = "search index"
MOST_LETTERS = 700_000  # of all terms of an object together: PostgreSQL's tsvector ends at a megabyte
BATCH = 200
_MINUTES_FROM = 1800 * 366 * 24 * 60


@queue.handles("search.index")
def index(object_id: str) -> None:
    """Bring the entry of one object up to date: made, made anew, or removed. Doing it twice is doing it once."""
    with transaction.atomic():
        _index([object_id])


def remove(ids: Iterable[str]) -> None:
    """Take the objects out at once: withdrawing must not wait for the worker."""
    SearchEntry.objects.filter(object_id__in=list(ids)).delete()


def rebuild_index(progress: Callable[[str], None] | None = None) -> int:
    """Make every entry anew; returns how many there are. The old ones answer until they are replaced."""
    ids = list(_findable().order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        alone(PURPOSE)
        SearchEntry.objects.exclude(object_id__in=_findable().values("pk")).delete()
        WORDS.heal()
    for start in range(0, len(ids), BATCH):
        with transaction.atomic():
            _index(ids[start : start + BATCH])
        if progress:
            progress(f"Suche: {min(start + BATCH, len(ids))} / {len(ids)}")
    return len(ids)


def zoned(zone: Zone, value: str) -> str:
    """The value as a term of that zone."""
    return zone + (value if value.isascii() and value.isalnum() else "z" + value.encode().hex())


def place(row: Published) -> int:
    """The entry's id: the minute of its date, then 36 bits that only depend on the object, so that the newest come
    first without a sort and every database has the same order. Objects without a date come last.
    """
    spread = int.from_bytes(hashlib.sha256(row.pk.encode()).digest()[:8], "big") >> 28
    if row.date is None:
        return spread
    local = clock.town_time(row.date)
    minutes = ((local.year * 366 + local.timetuple().tm_yday) * 24 + local.hour) * 60 + local.minute
    return (min(max(minutes - _MINUTES_FROM, 0), 2**27 - 2) + 1 << 36) + spread


def _findable() -> QuerySet[Published]:
    return Published.objects.filter(deleted=False, path__isnull=False)


def _index(ids: Sequence[str]) -> None:
    alone(PURPOSE)
    rows = list(_findable().filter(pk__in=ids))
    owners = _owners([row.pk for row in rows])
    remove(ids)
    entries = [_entry(row, owners=owners[row.pk]) for row in rows]
    _part_places(entries)
    SearchEntry.objects.bulk_create(entries)
    pairs = zip(rows, entries, strict=True)
    SearchTerms.objects.bulk_create([_terms(row, entry=entry) for row, entry in pairs])


def _owners(ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {each: [] for each in ids}
    for object_id, owner in Listed.objects.filter(published__in=ids).values_list("published_id", "owner"):
        found[object_id].append(owner)
    return found


def _entry(row: Published, *, owners: list[str]) -> SearchEntry:
    year = clock.town_time(row.date).year if row.date else None
    return SearchEntry(
        id=place(row), object_id=row.pk, kind=row.kind, year=year, owners=" ".join(sorted(owners))
    )


def _part_places(entries: Sequence[SearchEntry]) -> None:
    """Two objects of one minute meet at a place once in 70 thousand million times; the later one moves up."""
    taken = _taken(entry.id for entry in entries)
    for entry in entries:
        while entry.id in taken:
            entry.id += 1
            taken |= _taken([entry.id])
        taken.add(entry.id)


def _taken(places: Iterable[int]) -> set[int]:
    return set(SearchEntry.objects.filter(pk__in=list(places)).values_list("pk", flat=True))


def _terms(row: Published, *, entry: SearchEntry) -> SearchTerms:
    terms = dict.fromkeys([zoned("k", row.kind), *(zoned("o", owner) for owner in entry.owners.split())])
    terms |= {zoned("y", str(entry.year)): None} if entry.year else {}
    compounds: dict[str, str] = {}
    room = MOST_LETTERS
    for text, zones in ((row.title, "txq"), (row.text, "xq")):
        for plain in dict.fromkeys(word.plain for word in words(text)):
            found = _part_terms(plain)
            new = {*(zone + term(plain) for zone in zones), *("q" + each for each in found)} - terms.keys()
            room -= sum(map(len, new))
            if room < 0:
                break
            terms |= dict.fromkeys(sorted(new))
            if found:
                compounds[plain] = " ".join([plain, *found])
    return SearchTerms(entry=entry, terms=" ".join(terms), compounds="\n".join(compounds.values()))


def _part_terms(plain: str) -> tuple[str, ...]:
    return tuple(sorted({term(part) for part in parts(plain)} - {term(plain)}))
