"""A new process of the server gets ready by itself, and says so when it cannot."""

from __future__ import annotations

import logging

import pytest
from django.db import OperationalError

from ratslinde.kernel import clock
from ratslinde.portal.directory import keeping
from ratslinde.site.serving import warming
from tests.portal.directory.landscape import publish_landscape


@pytest.fixture
def open_connections(monkeypatch) -> None:
    """The test's own connection stays open: here the work is done in its thread."""
    monkeypatch.setattr(warming.connections, "close_all", lambda: None)


@pytest.mark.usefixtures("open_connections")
def test_the_first_visitor_finds_the_directory_made(db, client, monkeypatch):
    publish_landscape(today=clock.today())
    warming.get_ready()
    made = keeping.current()
    monkeypatch.setattr(keeping, "_made", None)
    assert client.get("/angebote/").status_code == 200
    assert keeping.current() is made


@pytest.mark.usefixtures("open_connections")
def test_a_failure_is_one_line_that_tells_nothing_of_the_content(monkeypatch, caplog):
    def fails() -> None:
        raise OperationalError("Sprachcafé")

    monkeypatch.setattr(keeping, "prepare", fails)
    with caplog.at_level(logging.WARNING):
        warming.get_ready()
    assert [record.getMessage() for record in caplog.records] == [
        "The directory was not made ready at the start (OperationalError); the first visitor waits for it."
    ]
    assert caplog.records[0].exc_info is None


def test_it_works_beside_the_process(monkeypatch):
    done = []
    monkeypatch.setattr(warming, "get_ready", lambda: done.append(True))
    thread = warming.begin()
    thread.join(10)
    assert done == [True]
    assert thread.daemon
