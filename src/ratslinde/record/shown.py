"""Rows of the record as outlets show them, by raw SQL.

Every public page asks for a handful of them. Django takes several times as long to put such a statement together, and
to make a row of its answer, as a database takes to answer it.
"""
# ruff: noqa: S608 - the pieces of SQL are all written in this folder; what comes from outside goes in as parameters

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from ratslinde.kernel import selecting


class Shown(NamedTuple):
    """The columns of `Published` that a page shows; `standalone` and `page` are JSON as it is stored."""

    id: str
    kind: str
    body: str
    path: str | None
    deleted: bool
    title: str
    date: datetime.datetime | None
    created: datetime.datetime
    modified: datetime.datetime
    media_type: str
    file_name: str
    content: str
    standalone: bytes
    page: bytes


class Selection(NamedTuple):
    """A condition in SQL on rows `p` of `Published`, or a statement for their ids; the values for each `%s` in it."""

    sql: str
    values: list[Any]

    def between(self, start: datetime.datetime | None, end: datetime.datetime | None) -> Selection:
        """The same, from `start` to before `end`; None leaves that side open."""
        found = self
        for sign, bound in ((">=", start), ("<", end)):
            if bound is not None:
                values = [*found.values, selecting.moment(bound)]
                found = Selection(f"{found.sql} AND p.date {sign} %s", values)
        return found


def of_kind(kind: str, *, withdrawn: bool = False) -> Selection:
    """What is published of a kind; with `withdrawn` the tombstones instead."""
    return Selection(f"p.kind = %s AND {_state(withdrawn=withdrawn)}", [kind])


def listed_by(owners: Sequence[str], kind: str, *, withdrawn: bool = False) -> Selection:
    """What is published of a kind and stands in the lists of one of the owners; `withdrawn` as in `of_kind`."""
    listed = (
        f"SELECT l.published_id FROM record_listed AS l WHERE l.owner IN ({marks(owners)}) AND l.kind = %s"
    )
    return Selection(f"p.id IN ({listed}) AND {_state(withdrawn=withdrawn)}", [*owners, kind])


def places(selection: Selection, *, newest_first: bool = True, first: int, most: int) -> Selection:
    """A statement for the ids of what was selected, by date: `most` of them after the `first`."""
    order = by_date(newest_first=newest_first)
    statement = f"SELECT p.id FROM record_published AS p WHERE {selection.sql} {order} LIMIT %s OFFSET %s"
    return Selection(statement, [*selection.values, most, first])


def by_date(*, newest_first: bool) -> str:
    """What puts rows in order; those without a date come last."""
    return f"ORDER BY p.date {'DESC' if newest_first else 'ASC'} NULLS LAST, p.sequence DESC"


def rows(condition: str, values: Sequence[Any], *, order: str = "") -> list[Shown]:
    """The rows `p` that the condition in SQL is true of. `values`: for each `%s` in it. `order`: what follows it."""
    sql = f"SELECT {_columns()} FROM record_published AS p WHERE {condition} {order}"
    return [_row(found) for found in selecting.rows(sql, values)]


def count(selection: Selection) -> int:
    """How many were selected."""
    sql = f"SELECT count(*) FROM record_published AS p WHERE {selection.sql}"
    return int(selecting.rows(sql, selection.values)[0][0])


def _state(*, withdrawn: bool) -> str:
    return "p.deleted" if withdrawn else "NOT p.deleted"


def marks(values: Sequence[Any]) -> str:
    """A `%s` for each of the values, as `IN (…)` takes them."""
    return ", ".join(["%s"] * len(values))


def _columns() -> str:
    plain = (f"p.{name}" for name in Shown._fields[:-2])
    return ", ".join((*plain, selecting.raw("p.standalone"), selecting.raw("p.page")))


def _row(found: tuple[Any, ...]) -> Shown:
    row = Shown(*found)
    return row._replace(
        deleted=bool(row.deleted),
        title=row.title if isinstance(row.title, str) else bytes(row.title).decode(),
        date=selecting.as_moment(row.date),
        created=_moment(row.created),
        modified=_moment(row.modified),
    )


def _moment(value: Any) -> datetime.datetime:
    found = selecting.as_moment(value)
    if found is None:
        raise ValueError("a published object has no moment")
    return found
