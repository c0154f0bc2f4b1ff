"""Asking PostgreSQL by the shortest way: libpq itself (psycopg.pq), with answers that are only sent on left as bytes.

psycopg's cursors take a new look at the socket for every few kilobytes and make an object for every step. For one
short answer that is several times what the answer costs, and every request for open data begins with one.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
import re
from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from psycopg import pq

_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_MARK = re.compile("%s")
_prepared: WeakKeyDictionary[psycopg.Connection[Any], set[bytes]] = WeakKeyDictionary()


def answer(asked: psycopg.Connection[Any], sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a reading statement with `%s` for each parameter (text, number, truth value or aware moment).

    A column of type text comes as bytes, varchar as text. Other types than numbers, truth values and moments raise
    KeyError. Raises psycopg.OperationalError when the connection is broken. No transaction is begun by it.
    """
    result = _asked_plainly(asked, sql, parameters) if parameters else _asked_by_name(asked, sql)
    if asked.pgconn.status != pq.ConnStatus.OK:
        raise psycopg.OperationalError(asked.pgconn.get_error_message())
    if result.status != pq.ExecStatus.TUPLES_OK:
        raise psycopg.errors.error_from_result(result)
    return list(zip(*(_column(result, number) for number in range(result.nfields)), strict=True))


def _asked_plainly(asked: psycopg.Connection[Any], sql: str, parameters: Sequence[Any]) -> pq.abc.PGresult:
    """Planned with these values: how a list is read best depends on them."""
    values = [_sent(value) for value in parameters]
    return asked.pgconn.exec_params(_numbered(sql), values, None, None, pq.Format.BINARY)


def _asked_by_name(asked: psycopg.Connection[Any], sql: str) -> pq.abc.PGresult:
    """A statement without parameters is read and planned once for a connection."""
    name, known = _name(sql), _prepared.setdefault(asked, set())
    if name not in known:
        asked.pgconn.prepare(name, sql.encode())
        known.add(name)
    result = asked.pgconn.exec_prepared(name, None, None, pq.Format.BINARY)
    answered = result.status == pq.ExecStatus.TUPLES_OK
    if answered or asked.pgconn.transaction_status != pq.TransactionStatus.IDLE:
        return result
    # A pooler has given us another of its connections, or the tables were changed under the plan.
    return asked.pgconn.exec_params(sql.encode(), None, None, None, pq.Format.BINARY)


@functools.lru_cache(maxsize=64)
def _name(sql: str) -> bytes:
    """The same for the same statement: behind a pooler it may be there already."""
    return b"ratslinde_" + hashlib.blake2b(sql.encode(), digest_size=8).hexdigest().encode()


@functools.lru_cache(maxsize=64)
def _numbered(sql: str) -> bytes:
    """The statement as libpq wants it, with $1, $2 … for its parameters."""
    numbers = itertools.count(1)
    return _MARK.sub(lambda _: f"${next(numbers)}", sql).encode()


def _sent(value: Any) -> bytes:
    text = value.isoformat() if isinstance(value, datetime.datetime) else str(value)
    return text.encode()


def _column(result: pq.abc.PGresult, number: int) -> list[Any]:
    read, load = result.get_value, _LOADERS[result.ftype(number)]
    values = [read(row, number) for row in range(result.ntuples)]
    return values if load is bytes else [None if value is None else load(value) for value in values]


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big", signed=True)


def _moment(data: bytes) -> datetime.datetime:
    return _EPOCH + datetime.timedelta(microseconds=_number(data))


_LOADERS: dict[int, Callable[[bytes], Any]] = {
    16: lambda data: data == b"\x01",  # bool
    20: _number,  # bigint
    23: _number,  # integer
    25: bytes,  # text
    1043: bytes.decode,  # varchar
    1184: _moment,  # timestamptz
}
