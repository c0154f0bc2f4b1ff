"""What is built once and stands for several tests: each plays in a transaction inside, and at the end all goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

Built = TypeVar("Built")


@contextmanager
def standing(blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database is open, and what happens inside is taken back at the end. For fixtures of a module or a package."""
    with blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = (
            True  # as around each test: a verb inside may ask to be the outermost transaction
        )
        around.__enter__()
        try:
            yield
        finally:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)


def once(
    request: pytest.FixtureRequest, blocker: DjangoDbBlocker, build: Callable[[], Built]
) -> Iterator[Built | None]:
    """For a fixture of a module: what is built for all its tests, or None where a test commits for good."""
    if _commits(request.node):
        yield None
        return
    with standing(blocker):
        yield build()


def _commits(module: pytest.Module) -> bool:
    return any(
        {"transactional_db", "live_server"}.intersection(item.fixturenames)
        or any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))
        for item in module.session.items
        if isinstance(item, pytest.Function) and item.getparent(pytest.Module) is module
    )
