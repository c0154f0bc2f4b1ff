"""`--asking-a-database`: leaves out the tests that ask no database, for the second of two runs on two databases."""

from __future__ import annotations

import pytest

OPENING = "django_db_setup"  # what `db`, `transactional_db` and `live_server` begin with


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--asking-a-database", action="store_true", help=__doc__)


def asks(item: pytest.Item) -> bool:
    """Whether a test is marked for the database or needs a fixture that opens it, itself or through another."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or OPENING in getattr(item, "fixturenames", ())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--asking-a-database"):
        return
    config.hook.pytest_deselected(items=[each for each in items if not asks(each)])
    items[:] = [each for each in items if asks(each)]
