"""`--leave-out`: of runs on two databases, each leaves out what another one finds just as well.

Tests that ask no database are `without-database`; those in a `browser` look at pages whose answers are tested on both.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

OPENING = "django_db_setup"  # what `db`, `transactional_db` and `live_server` begin with


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test is marked for the database or needs a fixture that opens it, itself or through another."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or OPENING in getattr(item, "fixturenames", ())


def needs_a_browser(item: pytest.Item) -> bool:
    """Whether a test is marked so."""
    return item.get_closest_marker("browser") is not None


PARTS: dict[str, Callable[[pytest.Item], bool]] = {
    "with-database": asks_a_database,
    "without-database": lambda item: not asks_a_database(item),
    "browser": needs_a_browser,
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--leave-out", choices=[*PARTS], action="append", default=[], help=__doc__)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = [PARTS[name] for name in config.getoption("--leave-out")]
    left_out = [item for item in items if any(part(item) for part in chosen)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]
