"""Many rows written in one go: on both databases they hold afterwards what they were told, and nothing else."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.kernel import writing
from ratslinde.kernel.selecting import among
from ratslinde.record.models import Chain

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 1, 12, 0, 0, 250_000, tzinfo=datetime.UTC)
HARD = "Straße\x1f\"'\\ {a,b} %s – 😀\n"


def test_only_the_named_columns_of_the_given_rows_are_written():
    Chain.objects.bulk_create(Chain(body=body, length=1, head="old") for body in ("a", "b", "c"))
    rows = [Chain(body="a", head=HARD, length=7, changed=NOON), Chain(body="b", head="", length=8)]
    writing.update(Chain, rows, columns=("head", "changed"))
    assert list(Chain.objects.order_by("body").values_list("body", "length", "head", "changed")) == [
        ("a", 1, HARD, NOON), ("b", 1, "", None), ("c", 1, "old", None),
    ]  # fmt: skip


def test_numbers_are_written_as_well():
    Chain.objects.create(body="a")
    writing.update(Chain, [Chain(body="a", length=2**40, generation=0)], columns=("length", "generation"))
    assert Chain.objects.values_list("length", "generation").get() == (2**40, 0)


def test_nothing_to_write_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        writing.update(Chain, [], columns=("head",))
        writing.update(Chain, [Chain(body="a")], columns=())


def test_a_row_and_three_take_one_statement():
    Chain.objects.bulk_create(Chain(body=str(number)) for number in range(3))
    for count in (1, 3):
        rows = [Chain(body=str(number), head="new") for number in range(count)]
        with CaptureQueriesContext(connection) as asked:
            writing.update(Chain, rows, columns=("head",))
        assert len(asked) == 1
    assert set(Chain.objects.values_list("head", flat=True)) == {"new"}


def test_one_of_many_keys_is_found_whatever_they_hold():
    Chain.objects.bulk_create(Chain(body=body) for body in ("a", "Ö'\"\\", "b"))
    assert set(Chain.objects.filter(among("pk", ["Ö'\"\\", "a", "z"])).values_list("pk", flat=True)) == {
        "a", "Ö'\"\\",
    }  # fmt: skip
    assert not Chain.objects.filter(among("pk", [])).exists()
    assert Chain.objects.filter(among("pk", map(str, range(40_000)))).count() == 0
