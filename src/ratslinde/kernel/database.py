"""The one place that knows which database it talks to; both branches side by side."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import psycopg
from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.ddl_references import Statement
from django.db.models import Func, Index, Model, OrderBy, Q, TextField
from django.db.models.lookups import Contains
from django.db.models.sql.compiler import SQLCompiler

from ratslinde.kernel import postgresql
from ratslinde.kernel.text import clean, fold, spelled_out


def is_postgresql() -> bool:
    """Whether the default connection is PostgreSQL; else it is SQLite."""
    return connection.vendor == "postgresql"


def raw(column: str) -> str:
    """SQL for a text that `rows` returns as bytes: what is only sent on need not be decoded and encoded again."""
    return column if is_postgresql() else f"CAST({column} AS BLOB)"


def filtered_only(column: str) -> str:
    """SQL for a column that is compared but must not make the planner leave the index of the order.

    SQLite, without statistics, would take the index of the range and sort all it finds. PostgreSQL has statistics, and
    compares inside the index only when the column stands alone.
    """
    return column if is_postgresql() else f"+{column}"


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


def holds(query: str, *fields: str) -> Q:
    """That each word of the query stands in one of the text fields, as a reader compares it, also inside a word.

    Small and capital letters, accents and soft hyphens count as one; an umlaut may be left bare or spelled out
    (`Förderung`, `Forderung`, `Foerderung`), and ß is ss.
    """
    condition = Q()
    for word in clean(query).split():
        found = Q()
        for field in fields:
            for how in (fold, spelled_out):
                found |= Q(Contains(Folded(field, how=how), how(word)))
        condition &= found
    return condition


def _or_none(how: Callable[[str], str]) -> Callable[[str | None], str | None]:
    """SQLite calls for a text that is not there as well."""
    return lambda text: None if text is None else how(text)


class Folded(Func):
    """A text column as `kernel.text.fold` or `spelled_out` would give it."""

    arity = 1
    output_field = TextField()

    def __init__(self, field: str, *, how: Callable[[str], str]) -> None:
        super().__init__(field)
        self.how = how

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """With the function itself: SQLite calls Python."""
        name = f"ratslinde_{self.how.__name__}"
        connection.ensure_connection()
        connection.connection.create_function(name, 1, _or_none(self.how), deterministic=True)
        return self.as_sql(compiler, connection, function=name)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """With the same steps in SQL; letters first lose their accents, so that `lower` depends on no locale."""
        bare = "lower(regexp_replace(normalize({}, NFKD), '[\u0300-\u036f\u00ad]', '', 'g'))"
        text = "normalize(%(expressions)s, NFC)"
        spelled = {"ß": "ss", "ẞ": "ss"} | (_UMLAUTS if self.how is spelled_out else {})
        for letter, written in spelled.items():
            text = f"replace({text}, '{letter}', '{written}')"
        return self.as_sql(compiler, connection, template=bare.format(text))


_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"}


class IndexInOrder(Index):
    """An index by expressions that say where empty values come (`F("date").desc(nulls_last=True)`).

    SQLite takes no such word in an index. It has empty values last in descending and first in ascending order anyway.
    """

    def create_sql(
        self, model: type[Model], schema_editor: Any, using: str = "", **options: Any
    ) -> Statement:
        """The statement that makes it, for the database of the editor."""
        index = self.clone()
        if schema_editor.connection.vendor == "sqlite":
            index.expressions = tuple(
                OrderBy(each.expression, descending=each.descending) if isinstance(each, OrderBy) else each
                for each in self.expressions
            )
        return Index.create_sql(index, model, schema_editor, using, **options)


def quick_to_read(table: str, *, first: str, others: Sequence[str]) -> list[str]:
    """Statements that let long texts of a table be read quickly, `first` above all; for SQLite none are needed.

    PostgreSQL would put the longest text of a row aside, into another table, and compress texts slowly. With these,
    `first` stays in the row, and texts written from now on are compressed by LZ4 where the server has it.
    """
    if not is_postgresql():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression'")
        found = cursor.fetchone()
    changes = [f"ALTER COLUMN {first} SET STORAGE MAIN"]
    if found and "lz4" in found[0]:
        changes += [f"ALTER COLUMN {column} SET COMPRESSION lz4" for column in (first, *others)]
    return [f"ALTER TABLE {table} {', '.join(changes)}"]


class WordIndex(NamedTuple):
    """A full-text index over the column `terms` (ASCII terms between blanks) of a table; it follows every change by
    itself. FTS5 (SQLite) and tsvector with GIN (PostgreSQL) see the same terms, so they find the same rows.
    """

    table: str
    key: str

    def creation(self) -> list[str]:
        """The statements that make the index; the table must be there and empty."""
        return self._tsvector() if is_postgresql() else self._fts5()

    def deletion(self) -> list[str]:
        """The statements that take the index away."""
        if is_postgresql():
            return [f"DROP FUNCTION {self.table}_newest", f"ALTER TABLE {self.table} DROP COLUMN words"]
        triggers = [f"DROP TRIGGER {self.table}_{event}" for event in ("added", "changed", "gone")]
        return [*triggers, f"DROP TABLE {self.table}_words"]

    def newest(self, conditions: Sequence[Sequence[str]], *, most: int) -> tuple[str, list[Any]]:
        """SQL and parameters for the column `found`: keys of rows that meet every condition, highest first.

        A condition is a list of terms of which one must be there; `term*` stands for every term that begins so.
        """
        if not conditions:
            return f"SELECT {self.key} AS found FROM {self.table} ORDER BY {self.key} DESC LIMIT %s", [most]
        if is_postgresql():
            asked = _all_of(conditions, term="'{}'", prefix="'{}':*", either="|", both="&")
            return f"SELECT found FROM {self.table}_newest(%s::tsquery, %s) found", [asked, most]
        words = f"{self.table}_words"
        return f"SELECT rowid AS found FROM {words} WHERE {words} MATCH %s ORDER BY rowid DESC LIMIT %s", [
            _all_of(conditions, term='"{}"', prefix='"{}"*', either=" OR ", both=" AND "),
            most,
        ]

    def purge(self) -> None:
        """Take deleted words out of the index's own storage; PostgreSQL's autovacuum does it by itself."""
        if not is_postgresql():
            self._tell_fts5("optimize")

    def heal(self) -> None:
        """Make the index anew from the table."""
        if not is_postgresql():
            self._tell_fts5("rebuild")

    def _tell_fts5(self, command: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {self.table}_words({self.table}_words) VALUES (%s)", [command])

    def _fts5(self) -> list[str]:
        words = f"{self.table}_words"
        add = f"INSERT INTO {words}(rowid, terms) VALUES (new.{self.key}, new.terms);"
        # FTS5 forgets only what it is told word for word; `contentless_delete` came with SQLite 3.43.
        forget = f"INSERT INTO {words}({words}, rowid, terms) VALUES ('delete', old.{self.key}, old.terms);"
        on = f"ON {self.table} BEGIN"
        source = f"content='{self.table}', content_rowid='{self.key}'"
        return [
            f"CREATE VIRTUAL TABLE {words} USING fts5(terms, {source}, tokenize='ascii', detail=none, columnsize=0)",
            f"CREATE TRIGGER {self.table}_added AFTER INSERT {on} {add} END",
            f"CREATE TRIGGER {self.table}_changed AFTER UPDATE {on} {forget} {add} END",
            f"CREATE TRIGGER {self.table}_gone AFTER DELETE {on} {forget} END",
        ]

    def _tsvector(self) -> list[str]:
        generated = "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED"
        matching = f"SELECT {self.key} FROM {self.table} WHERE words @@ asked OFFSET 0"
        newest = f"SELECT {self.key} FROM ({matching}) matching ORDER BY {self.key} DESC LIMIT most"
        # For a word that stands in every second row the planner would rather read every row's words than the index,
        # and, to sort less, walk the key: both take seconds. Hence the settings and the OFFSET.
        return [
            f"ALTER TABLE {self.table} ADD COLUMN words tsvector {generated}",
            f"CREATE INDEX {self.table}_words ON {self.table} USING gin (words) WITH (gin_pending_list_limit = 1024)",
            f"ALTER TABLE {self.table} SET (toast_tuple_target = 128)",  # keeps the rows that are walked narrow
            f"CREATE FUNCTION {self.table}_newest(asked tsquery, most integer) RETURNS SETOF bigint "  # noqa: ISC004
            f"LANGUAGE sql STABLE SET enable_seqscan = off SET jit = off AS $$ {newest} $$",
        ]


def _all_of(conditions: Sequence[Sequence[str]], *, term: str, prefix: str, either: str, both: str) -> str:
    """The conditions in a database's own query language. Raises ValueError for a term that is not plain ASCII."""
    groups = []
    for alternatives in conditions:
        plain = [(text.removesuffix("*"), text.endswith("*")) for text in alternatives]
        if not all(text.isascii() and text.isalnum() for text, _ in plain):
            raise ValueError("a term holds letters and digits only")
        groups.append(either.join((prefix if open_end else term).format(text) for text, open_end in plain))
    return both.join(f"({group})" for group in groups)


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
