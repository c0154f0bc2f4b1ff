"""Publishing stays quick when there is much: figures with room for a slow machine."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.kernel import clock
from ratslinde.record import publishing
from ratslinde.record.models import Chain, Published, Reference, Version
from ratslinde.record.publishing import publish
from ratslinde.record.statements import encode
from ratslinde.verbs.action import _in_time

from .objects import (
    BODY,
    consultation,
    gone,
    item,
    meeting,
    modified,
    organization,
    paper,
    place,
    sent,
)  # fmt: skip

pytestmark = pytest.mark.django_db
SECONDS = 2.0
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def long_ago(values) -> None:
    """The values as if they had been published one by one long ago."""
    values = list(values)
    first = Version.objects.count() + 1
    rows = list(enumerate(values, first))
    Version.objects.bulk_create(
        Version(body=BODY, sequence=number, kind=value.kind, object_id=value.id, stamp=LONG_AGO, value=encode(value),
                salt="", value_hash="", chain_hash="") for number, value in rows
    )  # fmt: skip
    Published.objects.bulk_create(
        Published(id=value.id, body=BODY, kind=value.kind, sequence=number, created=LONG_AGO, modified=LONG_AGO,
                  standalone="{}", embedded="{}", omit_internal="{}", path=value.path) for number, value in rows
    )  # fmt: skip
    Chain.objects.update_or_create(body=BODY, defaults={"length": first + len(values)})


def linked(source: str, kind: str, target: str, attribute: str, *, part: bool) -> Reference:
    return Reference(
        source=source, source_kind=kind, target=target, attribute=attribute, part=part, position=0
    )


def test_a_session_with_fifty_items_and_fifty_papers_is_published_quickly():
    numbers = range(50)
    values = [
        organization("o1"), place("l1"),
        *(item(f"i{number}", text="Ein Beschlusstext. " * 50) for number in numbers),
        meeting(*(f"i{number}" for number in numbers), place="l1", organizations=("o1",)),
        *(consultation(f"c{number}", agenda_item=f"i{number}", organization="o1") for number in numbers),
        *(paper(f"p{number}", text="Eine Begründung. " * 200, consultations=(f"c{number}",)) for number in numbers),
    ]  # fmt: skip
    assert seconds(lambda: publish(values)) < SECONDS
    assert len(sent("m1")["agendaItem"]) == 50
    again = [meeting(*(f"i{number}" for number in reversed(numbers)), place="l1", organizations=("o1",))]
    assert seconds(lambda: publish(again)) < SECONDS
    assert (
        seconds(lambda: publish([], withdrawals=[gone("agendaItem", f"i{number}") for number in numbers]))
        < SECONDS
    )


def test_one_item_and_fifty_take_about_as_many_questions():
    def questions(count: int, *, prefix: str) -> int:
        names = [f"{prefix}{number}" for number in range(count)]
        values = [*(item(name) for name in names), meeting(*names, public_id=f"m{prefix}")]
        with CaptureQueriesContext(
            connection,
        ) as context:
            publish(values)
        return len(context)

    few, many = questions(1, prefix="a"), questions(51, prefix="b")
    assert many - few <= 2 * 50 + 5  # one version and one task for each; the rest goes together


def test_renaming_an_organization_that_15_000_consultations_name_is_quick():
    publish([organization("o1")])
    ids = [f"c{number}" for number in range(15_000)]
    long_ago(consultation(each, organization="o1") for each in ids)
    Reference.objects.bulk_create(
        linked(each, "consultation", "o1", "organization", part=False) for each in ids
    )
    assert seconds(lambda: publish([organization("o1", name="Neuer Name")])) < SECONDS
    assert sent("o1")["name"] == "Neuer Name"
    assert modified("c7") == LONG_AGO


def test_one_more_meeting_at_the_usual_place_does_not_read_all_the_others():
    publish([place("l1"), organization("o1")])
    meetings = [meeting(f"i{number}", public_id=f"m{number}", place="l1") for number in range(1_000)]
    long_ago(meetings)
    long_ago(item(f"i{number}") for number in range(1_000))
    Reference.objects.bulk_create(
        linked(each.id, "meeting", "l1", "location", part=True) for each in meetings
    )
    Reference.objects.bulk_create(
        linked(f"m{number}", "meeting", f"i{number}", "agendaItem", part=True) for number in range(1_000)
    )
    values = [meeting("new", public_id="new-meeting", place="l1", organizations=("o1",)), item("new")]
    assert seconds(lambda: publish(values)) < SECONDS
    assert len(sent("l1")["meetings"]) == 1_001
    assert modified("m7") == LONG_AGO


def test_withdrawing_what_thousands_name_gets_enough_time_at_once(monkeypatch):
    """It would otherwise be carried out in vain, with every other publication waiting, until it has had enough."""
    publish([organization("o1")])
    ids = [f"c{number}" for number in range(3_000)]
    long_ago(consultation(each, organization="o1") for each in ids)
    Reference.objects.bulk_create(
        linked(each, "consultation", "o1", "organization", part=False) for each in ids
    )
    tries: list[int] = []
    compose, begun = publishing.recompose, clock.now()
    monkeypatch.setattr(clock, "now", lambda: begun + datetime.timedelta(seconds=25 * len(tries)))

    def slowly(*given, **more) -> None:
        compose(*given, **more)
        tries.append(1)

    monkeypatch.setattr(publishing, "recompose", slowly)
    _in_time(lambda: publish([], withdrawals=[gone("organization", "o1")]), rows=())
    assert len(tries) == 1
    assert Published.objects.get(pk="o1").deleted
    assert modified("o1") > clock.now()
