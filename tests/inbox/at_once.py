"""Several threads with a connection each."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection


def all_at_once(*acts: Callable[[], object]) -> list[BaseException]:
    """Run them at the same time; returns what they raised."""
    failures: list[BaseException] = []
    together = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            together.wait(20)
            act()
        except BaseException as error:  # noqa: BLE001 - handed to the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failures
