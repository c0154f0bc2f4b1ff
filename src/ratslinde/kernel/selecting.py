"""Raw SQL that reads: its parameters and its answers are the same on both databases."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Func, Q
from django.db.models.sql.compiler import SQLCompiler

from ratslinde.kernel import postgresql
from ratslinde.kernel.database import is_postgresql


def raw(column: str) -> str:
    """SQL for a text that `rows` returns as bytes: what is only sent on need not be decoded and encoded again."""
    return column if is_postgresql() else f"CAST({column} AS BLOB)"


def filtered_only(column: str) -> str:
    """SQL for a column that is compared but must not make the planner leave the index of the order.

    SQLite, without statistics, would take the index of the range and sort all it finds. PostgreSQL has statistics, and
    compares inside the index only when the column stands alone.
    """
    return column if is_postgresql() else f"+{column}"


def among(field: str, keys: Iterable[str]) -> Q:
    """That a text column holds one of many keys, which are sent as one parameter.

    Django checks and names each of a list, which takes longer than the database takes to find a thousand.
    """
    return Q(_Among(field, keys=list(keys)))


class _Among(Func):
    arity = 1
    output_field = BooleanField()

    def __init__(self, field: str, *, keys: list[str]) -> None:
        super().__init__(field)
        self.keys = keys

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """As JSON: SQLite takes no more than 32,766 parameters."""
        template = "%(expressions)s IN (SELECT value FROM json_each(%%s))"
        sql, values = self.as_sql(compiler, connection, template=template)
        return sql, (*values, json.dumps(self.keys))

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """As an array: of the rows of a query the planner would not know how many there are."""
        sql, values = self.as_sql(compiler, connection, template="%(expressions)s = ANY(%%s::text[])")
        sent: tuple[Any, ...] = (*values, self.keys)
        return sql, sent


def moment(value: datetime.datetime) -> Any:
    """The moment as a parameter of raw SQL."""
    return connection.ops.adapt_datetimefield_value(value)


def as_moment(value: Any) -> datetime.datetime | None:
    """The moment that raw SQL answered with, aware, or None."""
    found = datetime.datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(found, datetime.datetime):
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)  # SQLite keeps UTC without saying so


def rows(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The answer to a reading statement; texts come as bytes on PostgreSQL, and where `raw` says so.

    Django's cursor is passed by: it takes longer than a short answer, and cannot ask PostgreSQL for bytes.
    """
    here = connections[DEFAULT_DB_ALIAS]  # `connection` would look this up for every attribute
    _count(here, sql, parameters)
    if here.vendor != "postgresql":
        return _rows(here, lambda opened: opened.execute(sql.replace("%s", "?"), parameters).fetchall())
    try:
        return _rows(here, lambda opened: postgresql.answer(opened, sql, parameters))
    except OperationalError:
        if here.in_atomic_block:
            raise
        here.close()  # the server was started anew meanwhile: a reading statement can be asked again
        return _rows(here, lambda opened: postgresql.answer(opened, sql, parameters))


def _rows(here: BaseDatabaseWrapper, ask: Callable[[Any], list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
    here.ensure_connection()
    with here.wrap_database_errors:
        return ask(here.connection)


def _count(here: BaseDatabaseWrapper, sql: str, parameters: Sequence[Any]) -> None:
    """Note the statement where somebody counts them, as Django's cursor would have done."""
    if here.queries_logged:
        noted: dict[str, Any] = {"sql": sql, "params": parameters, "time": ""}
        here.queries_log.append(noted)
