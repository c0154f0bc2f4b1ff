"""Several at once: who waits for whom, who was given up, and what one of them sees."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

import psycopg
from django.db import DatabaseError, connection, transaction

from ratslinde.kernel.database import is_postgresql


def alone(purpose: str) -> None:
    """Wait until no other transaction is at this purpose, and keep others waiting until the end of this one.

    SQLite has one writer at a time anyway.
    """
    if is_postgresql():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [purpose])


def lost_to_another(error: DatabaseError) -> bool:
    """Whether the database gave up this transaction in favour of another one: done again at once, it comes through.

    PostgreSQL: deadlock, serialization failure. SQLite has one writer at a time, and keeps the others waiting instead.
    """
    cause = error.__cause__
    return isinstance(cause, psycopg.Error) and cause.sqlstate in ("40P01", "40001")


def waited_in_vain(error: DatabaseError) -> bool:
    """Whether others kept what was wanted for so long that the database gave up waiting (SQLite: after `timeout`).

    Trying again at once would only let the person wait as long again.
    """
    cause = error.__cause__
    if isinstance(cause, psycopg.Error):
        return cause.sqlstate == "55P03"
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF if isinstance(cause, sqlite3.Error) else 0
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextlib.contextmanager
def only_session() -> Iterator[None]:
    """Hold a lock that only one process holds at a time; on SQLite nothing, its file is locked by who asks for this."""
    if not is_postgresql():
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_ONLY_SESSION])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_ONLY_SESSION])


_ONLY_SESSION = 5_999_001  # any number of our own: advisory locks are shared by all users of a database


@contextlib.contextmanager
def snapshot() -> Iterator[None]:
    """One moment of the database for everything that is read inside; nobody who writes has to wait."""
    if is_postgresql():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")  # Django's own transactions take the lock of writers at once
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
