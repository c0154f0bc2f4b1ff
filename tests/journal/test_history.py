"""What happened to a row is found without reading what happened to all others."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.council import waiting
from ratslinde.council.bodies.actions import rename_organization
from ratslinde.journal.history import entries_of
from ratslinde.kernel import selecting
from tests.council.conftest import administrator, body, built_town, clerk, council, town_once

__all__ = ["administrator", "body", "built_town", "clerk", "council", "town_once"]
INDEX = "journal_of_subject"


def test_the_newest_entries_of_a_row_come_first(clerk, council):
    rename_organization(clerk, council, name="Beirat", start=datetime.date(2026, 1, 1))
    entries = entries_of([council.public_id])
    assert [entry.verb for entry in entries] == ["body.edit", "body.edit"]
    assert entries[0].pk > entries[1].pk
    assert entries_of([council.public_id], most=1) == entries[:1]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which a test does not have"
)
@pytest.mark.parametrize(
    "asked", [lambda body: entries_of([body.public_id]), waiting.changed_since_publication]
)
def test_the_journal_is_asked_by_its_index(asked, body):
    with CaptureQueriesContext(connection) as captured:
        asked(body)
    plans = [
        row[3]
        for query in captured.captured_queries
        for row in selecting.rows(f"EXPLAIN QUERY PLAN {query['sql']}", [])
    ]
    assert any(INDEX in step for step in plans)
    assert not [step for step in plans if step.startswith(("SCAN journal_entry", "SCAN U0"))]
