"""A clock that tests move, and a database that several connections share."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from ratslinde.kernel import clock


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Moves the clock by so many seconds."""
    ahead = [0.0]
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + datetime.timedelta(seconds=ahead[0]))

    def move(seconds: float) -> None:
        ahead[0] += seconds

    return move


@pytest.fixture
def shared_database(transactional_db: None) -> None:
    """A database that several connections see: what is written is committed, and taken out after the test."""
