"""A crash between any two steps leaves the record as it was, and a second try succeeds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection, transaction

from ratslinde.journal.models import Task
from ratslinde.kernel.errors import Refused
from ratslinde.record.erasing import erase
from ratslinde.record.models import Published, Version
from ratslinde.record.publishing import publish
from ratslinde.record.rebuilding import rebuild
from ratslinde.record.search import search
from ratslinde.record.searching import index
from ratslinde.record.verifying import verify

from .objects import consultation, gone, item, meeting, organization, paper, place, sent, work

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE")


class Crash(Exception):
    pass


@contextmanager
def crash_at(number: int, *, after: bool):
    """The n-th write to the database does not come (or was the last that came)."""
    writes = 0

    def wrapper(execute, sql, params, many, context):
        nonlocal writes
        if not sql.lstrip("(").upper().startswith(WRITES):
            return execute(sql, params, many, context)
        writes += 1
        if writes == number and after:
            execute(sql, params, many, context)
        if writes == number:
            raise Crash
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield


def everything() -> dict[str, list]:
    """Every row of the record and the queue."""
    models = [*apps.get_app_config("record").get_models(), Task]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def crashing(act: Callable[[], object], *, after: bool) -> int:
    """Let it crash at every write in turn; returns after how many it went through. Nothing must be left each time."""
    before = everything()
    for number in range(1, 1_000):
        try:
            with crash_at(number, after=after), transaction.atomic():
                act()
        except Crash:
            assert everything() == before
        else:
            return number
    raise AssertionError("it never came through")


def town() -> None:
    publish(
        [
            organization("o1"), place("l1"), item("i1"), item("i2", name="geheim"), item("i3"),
            meeting("i1", "i2", "i3", "i4", place="l1", organizations=("o1",)),
            consultation("c1", agenda_item="i1", organization="o1"), paper("p1", consultations=("c1",)),
        ]
    )  # fmt: skip


def a_busy_day() -> None:
    """New, changed, withdrawn, re-ordered, re-linked, and an address that goes to another page."""
    publish(
        [
            meeting("i4", "i3", "i1", name="Neu", place="l2", organizations=("o1",)), item("i4"), place("l2"),
            consultation("c1", agenda_item="i3", organization="o1"), organization("o1", name="Ausschuss", slug="neu"),
            organization("o2", slug="o1"),
        ],
        withdrawals=[gone("agendaItem", "i2"), gone("paper", "p1")],
    )  # fmt: skip


@pytest.mark.parametrize("after", [False, True])
def test_publishing_for_the_first_time(after: bool):
    assert crashing(town, after=after) > 10
    assert list(verify()) == []


@pytest.mark.parametrize("after", [False, True])
def test_changing_withdrawing_and_moving(after: bool):
    town()
    work()
    assert crashing(a_busy_day, after=after) > 15
    assert list(verify()) == []
    assert [each["order"] for each in sent("m1")["agendaItem"]] == [0, 1, 2]
    assert Published.objects.get(pk="o2").path == "gremien/o1/"


def test_the_same_comes_out_as_without_a_crash():
    town()
    crashing(a_busy_day, after=False)
    crashed = {
        row["id"]: row
        for row in Published.objects.values("id", "page", "title", "path", "sequence", "deleted")
    }
    Version.objects.all().delete()
    for model in apps.get_app_config("record").get_models():
        model.objects.all().delete()
    town()
    a_busy_day()
    assert {row["id"]: row for row in Published.objects.values(*crashed["m1"])} == crashed


@pytest.mark.parametrize("after", [False, True])
def test_erasing(after: bool):
    town()
    work()
    publish([], withdrawals=[gone("agendaItem", "i2")])
    assert crashing(lambda: erase("i2", reason="R311"), after=after) > 1
    assert list(verify()) == []
    assert Version.objects.filter(object_id="i2", value=None).count() == 2


def test_indexing():
    town()
    crashing(lambda: index.index("m1"), after=True)
    assert [hit.id for hit in search("Sitzung").hits] == ["m1"]


def test_a_crash_in_the_middle_of_rebuilding_is_mended_by_the_next_one():
    town()
    before = list(Published.objects.order_by("pk").values())
    Published.objects.filter(kind__in=["agendaItem", "location"]).update(embedded="{}", text="falsch")
    Published.objects.filter(pk="m1").delete()
    for number in range(1, 100):
        try:
            with crash_at(number, after=False):
                rebuild()
            break
        except Crash:
            continue
    assert number > 3
    assert list(verify()) == []
    assert list(Published.objects.order_by("pk").values()) == before


def test_a_refused_verb_in_the_same_transaction_leaves_nothing():
    def act() -> None:
        with transaction.atomic():
            town()
            erase("m1", reason="noch öffentlich")

    with pytest.raises(Refused):
        act()
    assert not Version.objects.exists()
