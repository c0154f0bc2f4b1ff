"""The rows of all tables, as the applied migrations know them: also those of an older version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor

from ratslinde.kernel.errors import Refused
from ratslinde.site.wording import say

NOT_KEPT = {"sessions.session", "inbox.dailysalt", "inbox.attempts"}
"""After a restore everybody signs in again; and who tried what today is nobody's business tomorrow."""
BATCH = 500
Node = tuple[str, str]


class Schema:
    """The tables as they stand after some migrations."""

    def __init__(self, migrations: Iterable[Node]) -> None:
        self.executor = MigrationExecutor(connection)
        self.nodes = set(migrations)
        unknown = self.nodes - set(self.executor.loader.graph.nodes)
        if unknown:
            first = ".".join(min(unknown))
            text = f"Die Sicherung stammt von einer neueren Version (unbekannt: {first})."
            raise Refused(say(text, f"The backup is of a newer version (unknown: {first})."))

    def models(self) -> list[type[models.Model]]:
        """Every table with rows to keep, those between two others included."""
        apps: Apps = self.executor.loader.project_state(self.last()).apps
        found = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
        return [model for model in found if model._meta.label_lower not in NOT_KEPT]

    def last(self) -> list[Node]:
        """The newest migration of each app."""
        graph = self.executor.loader.graph
        return sorted(
            node
            for node in self.nodes
            if not any(
                child.key in self.nodes and child.key[0] == node[0] for child in graph.node_map[node].children
            )
        )


def applied() -> list[Node]:
    """The migrations that the database has."""
    return sorted(MigrationExecutor(connection).loader.applied_migrations)


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """The table as lines of JSON: first the columns, then the rows."""
    fields = [field.attname for field in model._meta.concrete_fields]
    yield msgspec.json.encode(fields)
    for row in model._default_manager.order_by("pk").values_list(*fields).iterator(chunk_size=BATCH):
        yield msgspec.json.encode(row)


def fill(model: type[models.Model], read: Iterator[bytes]) -> int:
    """Insert the rows of these lines as they are; returns how many. Call it inside a transaction."""
    columns: list[str] = msgspec.json.decode(next(read))
    fields = {field.attname: field for field in model._meta.concrete_fields}
    for field in fields.values():
        if isinstance(field, models.DateField):  # the class is of the past state only: nobody else has it
            field.auto_now = field.auto_now_add = False
    number = 0
    while batch := [msgspec.json.decode(line) for line in islice(read, BATCH)]:
        rows = [model(**_values(columns, row, fields)) for row in batch]
        model._default_manager.bulk_create(rows, batch_size=BATCH)
        number += len(rows)
    return number


def empty_all() -> None:
    """Delete every row of every table but the list of migrations. Call it inside a transaction."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        for table in sorted(set(connection.introspection.django_table_names()) | {"cache"}):
            if table in existing and table != "django_migrations":
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own names
    connection.check_constraints()


def continue_numbers(kept: Sequence[type[models.Model]]) -> None:
    """Let PostgreSQL's sequences go on after the highest number that was inserted."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept)):
            cursor.execute(statement)


def _values(columns: list[str], row: list[Any], fields: dict[str, models.Field[Any, Any]]) -> dict[str, Any]:
    return {name: fields[name].to_python(value) for name, value in zip(columns, row, strict=True)}
