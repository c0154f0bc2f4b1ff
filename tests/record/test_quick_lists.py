"""What makes lists quick: an index in the order of reading, and texts that lie in their row."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.kernel import selecting
from ratslinde.record import outlet

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which a test does not have"
)
@pytest.mark.parametrize(
    "asked",
    [lambda: outlet.of_kind("paper", most=5), lambda: outlet.count("paper"), lambda: outlet.years("paper")],
)
def test_lists_by_date_are_read_and_counted_in_their_own_index(asked):
    with CaptureQueriesContext(connection) as captured:
        asked()
    [query] = captured.captured_queries
    plan = [row[3] for row in selecting.rows(f"EXPLAIN QUERY PLAN {query['sql']}", query.get("params", []))]
    found = [step for step in plan if "published_newest_first" in step]
    assert len(found) == 1
    # Only the page itself is sorted, once more, when its rows are read.
    assert sum("TEMP B-TREE" in step for step in plan) == ("LIST SUBQUERY 1" in plan)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps every row together")
def test_what_is_sent_lies_in_its_row():
    asked = "SELECT attname::text, attstorage::text FROM pg_attribute WHERE attrelid = 'record_published'::regclass"
    stored = dict(selecting.rows(asked, []))
    assert (stored[b"standalone"], stored[b"text"]) == (b"m", b"x")
