"""The directory with its invented landscape, which stands once for the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from ratslinde.kernel import clock
from tests.portal.directory.landscape import Landscape, publish_landscape
from tests.standing import standing


@pytest.fixture(scope="module")
def built_once(django_db_setup, django_db_blocker) -> Iterator[Landscape]:
    with standing(django_db_blocker):
        yield publish_landscape(today=clock.today())


@pytest.fixture
def landscape(built_once, db) -> Landscape:
    """The landscape of `tests.portal.directory.landscape`, the café on the weekday of today."""
    return deepcopy(built_once)


@pytest.fixture
def morning(landscape, monkeypatch) -> None:
    """It is ten o'clock: the café of today is still to come."""
    moment = clock.at(clock.today(), 10)
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def read(client, landscape):
    """The text of a page at an address, as the server sends it."""

    def get(address: str, **headers: str) -> str:
        answer = client.get(address, headers=headers)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.content.decode()

    return get
