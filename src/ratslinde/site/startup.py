"""Getting the house ready: settings and tables; once, also when two commands start at the same time."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from ratslinde.site.faults import Fault
from ratslinde.site.progress import Progress
from ratslinde.site.wording import say


def start_django() -> None:
    """Load settings and apps. Raises BadSetting."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratslinde.site.settings")
    import django

    django.setup()


def open_house(*, begins: bool = False) -> None:
    """Load everything and bring the tables up to date. Raises Fault when the database is newer than this program.

    `begins`: the command may be the first one here. Any other one in an empty place was called in the wrong place: a
    backup of nothing would be a success every night.
    """
    start_django()
    with one_at_a_time():
        if not begins:
            _refuse_empty_place()
        bring_up_to_date()
        _finish_restoring()


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Alone on this installation: a lock in the data folder, and on PostgreSQL one in the database."""
    from django.conf import settings

    from ratslinde.kernel.transactions import only_session

    with locked(Path(settings.RATSLINDE_DATA) / "setup.lock"), only_session():
        yield


@contextlib.contextmanager
def locked(path: Path, *, shared: bool = False, wait: bool = True) -> Iterator[None]:
    """Hold a lock on the file. Raises BlockingIOError when it is taken and `wait` is off."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


def bring_up_to_date() -> None:
    """Make missing tables and columns; nothing where all is there. Raises Fault for a newer database."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations or {})
    if unknown:
        raise Fault(
            say(
                "Die Datenbank stammt von einer neueren Version. Bitte diese Version installieren.",
                "The database belongs to a newer version. Please install that version.",
            )
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with Progress(say("Tabellen werden angelegt", "Preparing the tables")):
            call_command("migrate", interactive=False, verbosity=0)


def _refuse_empty_place() -> None:
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    if not MigrationRecorder(connection).has_table():
        raise Fault(
            say(
                f"In {settings.RATSLINDE_DATA} ist noch keine Kommune. Stimmt RATSLINDE_DATA?"
                " Eine neue richtet „ratslinde setup“ ein.",
                f"There is no municipality in {settings.RATSLINDE_DATA} yet. Is RATSLINDE_DATA right?"
                " “ratslinde setup” begins a new one.",
            )
        )


def _finish_restoring() -> None:
    from ratslinde.site.backup.restoring import finish_interrupted

    finish_interrupted()
