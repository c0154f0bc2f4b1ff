"""A clock that tests move, and a database that several connections share."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

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
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """PostgreSQL as it is; SQLite as a file, because connections cannot share a database in memory without blocking."""
    if connection.vendor == "postgresql":
        yield
        return
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    in_memory.execute(f"VACUUM INTO '{tmp_path}/shared.sqlite3'")
    connection.connection = None
    connection.settings_dict["NAME"] = str(tmp_path / "shared.sqlite3")
    yield
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.connection = in_memory
