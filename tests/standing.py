"""What is built once and stands for several tests: each plays in a transaction inside, and at the end all goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django import DjangoDbBlocker


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
