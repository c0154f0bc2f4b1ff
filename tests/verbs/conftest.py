"""Two people who change accounts, on a database that several connections share."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from ratslinde.accounts.models import Role, User
from tests.council.cast import account

Act = Callable[[], object]


@pytest.fixture
def administrator(db) -> User:
    return account("administration", Role.ADMINISTRATOR)


def all_at_once(*acts: Act) -> list[BaseException]:
    """Carries out each on a connection of its own; returns what went wrong."""
    failures: list[BaseException] = []

    def run(act: Act) -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - told to the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failures
