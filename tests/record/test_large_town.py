"""Publishing asks the same where there is much: what it costs in time says bench/publishing.py."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ratslinde.kernel import clock
from ratslinde.record import publishing
from ratslinde.record.models import Published
from ratslinde.record.publishing import publish
from ratslinde.record.verifying import verify
from ratslinde.verbs.action import _in_time

from .large_town import (
    LONG_AGO,
    items_of,
    one_more,
    organization_named_by,
    place_of,
    session,
    turned,
    withdrawn,
)  # fmt: skip
from .objects import consultation, gone, modified, organization, paper, sent

pytestmark = pytest.mark.django_db
FOR_EACH = ('INSERT INTO "record_version"', 'INSERT INTO "journal_task"')
FEW, MANY = 5, 50


def asked(act: Callable[[], object]) -> list[str]:
    """What the database is asked meanwhile."""
    with CaptureQueriesContext(connection) as context:
        act()
    return [each["sql"] for each in context]


def together(sent_to: list[str]) -> int:
    """How many of these are not about one object alone: each has its version and its task for the search."""
    return len([sql for sql in sent_to if not sql.startswith(FOR_EACH)])


def test_a_session_with_fifty_items_and_fifty_papers_asks_no_more_than_one_with_five():
    few = asked(lambda: publish(session(FEW, name="few")))
    many = asked(lambda: publish(session(MANY, name="many")))
    assert len(many) - together(many) == 2 * (3 * MANY + 1)
    assert together(many) <= together(few) + 2  # SQLite takes long lists of rows in two statements
    assert len(sent("many")["agendaItem"]) == MANY
    assert sent(f"paper-{items_of('many', MANY)[-1]}")["consultation"][0]["agendaItem"]


def test_turning_the_order_of_fifty_items_asks_no_more_than_that_of_five(later):
    publish([*session(FEW, name="few"), *session(MANY, name="many")])
    later(60)  # within the same second the stamps of some would stay as they are
    few = asked(lambda: publish(turned(FEW, name="few")))
    later(60)
    many = asked(lambda: publish(turned(MANY, name="many")))
    assert len(many) == len(few)
    assert [each["id"].split("/")[-1] for each in sent("many")["agendaItem"]] == items_of("many", MANY)[::-1]


def test_withdrawing_fifty_items_asks_no_more_than_withdrawing_five(later):
    publish([*session(FEW, name="few"), *session(MANY, name="many")])
    later(60)  # within the same second the stamps of some would stay as they are
    few = asked(lambda: publish([], withdrawals=withdrawn(FEW, name="few")))
    later(60)
    many = asked(lambda: publish([], withdrawals=withdrawn(MANY, name="many")))
    assert len(many) - together(many) == 2 * MANY
    assert together(many) == together(few)
    assert "agendaItem" not in sent("many")
    assert sent(items_of("many", MANY)[0])["deleted"]


def test_renaming_an_organization_reads_and_writes_no_consultation_that_names_it():
    organization_named_by(3, public_id="few")
    organization_named_by(300, public_id="many")
    few = asked(lambda: publish([organization("few", name="Neuer Name")]))
    many = asked(lambda: publish([organization("many", name="Neuer Name")]))
    assert len(many) == len(few)
    assert not [sql for sql in many if "naming-" in sql]
    assert sent("many")["name"] == "Neuer Name"
    assert modified("naming-many-7") == LONG_AGO


def test_one_more_meeting_at_the_usual_place_reads_no_item_of_the_others():
    place_of(3, public_id="few")
    place_of(300, public_id="many")
    few = asked(lambda: publish(one_more(at="few", name="new")))
    many = asked(lambda: publish(one_more(at="many", name="newer")))
    assert len(many) == len(few)
    assert not [sql for sql in many if "spoken-" in sql]
    of_others = [sql for sql in many if sql.startswith("SELECT") and "held-" in sql]
    assert [sql.split(" FROM ")[1].split()[0] for sql in of_others] == [
        '"record_version"'
    ]  # which are public
    assert "value" not in of_others[0].split(" FROM ")[0]
    assert len(sent("many")["meetings"]) == 301
    assert modified("held-many-7") == LONG_AGO


def test_withdrawing_a_body_writes_only_what_is_otherwise_of_what_names_it():
    """The long texts of a thousand papers, and the indexes of what stays, would be written in vain."""
    papers = (paper(f"p{number}", text="Lang. " * 99, consultations=(f"c{number}",)) for number in range(3))
    publish(
        [organization("o1"), *papers, *(consultation(f"c{number}", organization="o1") for number in range(3))]
    )
    with CaptureQueriesContext(connection) as asked:
        publish([], withdrawals=[gone("organization", "o1")])
    written = [each["sql"] for each in asked if "record_published" in each["sql"] and "SET" in each["sql"]]
    of_others = [sql for sql in written if '"deleted" =' not in sql]
    assert len(of_others) == 2  # the consultations; the papers
    assert not [sql for sql in of_others if '"text"' in sql or '"sequence"' in sql]
    assert sent("p1")["modified"] == sent("o1")["modified"]
    assert not list(verify())


def test_withdrawing_what_thousands_name_gets_enough_time_at_once(monkeypatch):
    """It would otherwise be carried out in vain, with every other publication waiting, until it has had enough."""
    organization_named_by(3_000)
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
