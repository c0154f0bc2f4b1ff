"""Lists: whichever way a page is found, it is the same page, and a long list costs no more than a short one."""

from __future__ import annotations

import datetime
import json

import pytest
from django.db import connection

from ratslinde.kernel import selecting
from ratslinde.record import listing
from ratslinde.record.listing import Span, Wish
from ratslinde.record.models import Listed, Published

pytestmark = pytest.mark.django_db
FIRST = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def hours(number: int) -> datetime.datetime:
    return FIRST + datetime.timedelta(hours=number)


@pytest.fixture(autouse=True)
def many() -> None:
    """Sixty files; every third is withdrawn, every fifth changed later, every other stands in a list of `rat`."""
    Published.objects.create(
        id="rat", body="b", kind="organization", sequence=1, created=FIRST, modified=FIRST
    )
    rows = [
        Published(
            id=f"f{number:02}", body="b", kind="file", sequence=number, created=hours(number), deleted=number % 3 == 0,
            modified=hours(number + (1000 if number % 5 == 0 else 0)), path=f"dokumente/{number}/",
            standalone=f'{{"n":{number}}}', omit_internal=f'{{"k":{number}}}',
        )
        for number in range(2, 62)
    ]  # fmt: skip
    Published.objects.bulk_create(rows)
    Listed.objects.bulk_create(
        Listed(owner="rat", kind="file", sequence=row.sequence, published=row)
        for row in rows
        if row.sequence % 2 == 0
    )


WISHES = {
    "all": Wish(kind="file", body="b", limit=7),
    "changed": Wish(kind="file", body="b", limit=7, modified=Span(since=hours(1000))),
    "until": Wish(kind="file", body="b", limit=7, modified=Span(until=hours(30))),
    "both": Wish(kind="file", body="b", limit=7, modified=Span(since=hours(10), until=hours(1030))),
    "created": Wish(kind="file", body="b", limit=7, created=Span(since=hours(5), until=hours(40))),
    "everything": Wish(
        kind="file", body="b", limit=7, created=Span(since=hours(5)), modified=Span(since=hours(8))
    ),
    "owner": Wish(kind="file", owner="rat", limit=4),
    "owner changed": Wish(kind="file", owner="rat", limit=4, modified=Span(since=hours(1000))),
}


def walked(wish: Wish) -> list[int]:
    numbers, after = [], None
    for _ in range(60):
        page = listing.page(
            Wish(**{field: getattr(wish, field) for field in wish.__struct_fields__} | {"after": after})
        )
        numbers += [json.loads(text)["n"] for text in page.items]
        after = page.last
        if after is None:
            return numbers
    raise AssertionError("the list has no end")


def expected(wish: Wish) -> list[int]:
    rows = Published.objects.filter(kind="file")
    rows = rows.filter(listed__owner=wish.owner) if wish.owner else rows
    rows = rows if wish.modified.since else rows.filter(deleted=False)
    for name in ("created", "modified"):
        span = getattr(wish, name)
        rows = rows.filter(**{f"{name}__gte": span.since}) if span.since else rows
        rows = rows.filter(**{f"{name}__lte": span.until}) if span.until else rows
    return list(rows.order_by("-sequence").values_list("sequence", flat=True))


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize("name", WISHES)
def test_a_list_is_walked_to_its_end_by_either_way(name, few, monkeypatch):
    monkeypatch.setattr(listing, "_FEW", few)
    assert walked(WISHES[name]) == expected(WISHES[name]) != []


def test_a_page_that_ends_with_the_list_has_no_next_one():
    assert listing.page(Wish(kind="file", body="b", limit=40)).last is None
    assert listing.page(Wish(kind="file", body="b", limit=39)).last is not None


def test_lists_of_other_bodies_and_owners_are_empty():
    for wish in (
        Wish(kind="file", body="x", limit=9),
        Wish(kind="paper", body="b", limit=9),
        Wish(kind="file", owner="x", limit=9),
    ):
        assert listing.page(wish) == listing.Page(items=[], last=None)


def test_single_objects_come_in_both_forms():
    found = listing.single("f02")
    assert (found.kind, found.text) == ("file", b'{"n":2}')
    assert listing.single("f02", omit_internal=True).text == b'{"k":2}'
    assert listing.single("niemand") is None


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which a test does not have"
)
@pytest.mark.parametrize("name", ["all", "until", "both", "created", "everything"])
def test_a_walk_uses_the_index_of_the_order_and_sorts_nothing(name):
    sql, values = listing._in_order(WISHES[name])
    plan = " ".join(row[3] for row in selecting.rows(f"EXPLAIN QUERY PLAN {sql}", values))
    assert "published_list" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which a test does not have"
)
@pytest.mark.parametrize("name", ["changed", "both", "owner changed"])
def test_few_changed_objects_are_found_by_the_index_of_changes(name):
    sql, values = listing._among_changed(WISHES[name])
    plan = " ".join(row[3] for row in selecting.rows(f"EXPLAIN QUERY PLAN {sql}", values))
    assert "published_by_modified" in plan


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has no server that could be started anew"
)
@pytest.mark.django_db(transaction=True)
def test_a_lost_connection_is_made_again():
    connection.connection.close()
    assert listing.single("f02").text == b'{"n":2}'
