"""Which database it is, and what tables have that Django has no word for; both branches side by side.

Asking by raw SQL is in `selecting`, comparing texts in `comparing`, waiting for others in `transactions`: nothing
outside `kernel` talks to one database otherwise than to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.backends.ddl_references import Statement
from django.db.models import Index, Model, OrderBy


def is_postgresql() -> bool:
    """Whether the default connection is PostgreSQL; else it is SQLite."""
    return connection.vendor == "postgresql"


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
