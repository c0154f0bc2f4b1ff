"""The mailbox that returned mails come into, by IMAP (RFC 3501), opened for reading only: nothing in it changes."""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
from collections.abc import Iterator
from typing import Protocol

TIMEOUT = 20.0
"""Seconds in which the server must answer each question."""
_NUMBER = re.compile(rb"\d+")


class Place(Protocol):
    """Where the mailbox is. `security`: `tls` (from the start), `starttls`, or '' on this very machine."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def folder(self) -> str: ...
    @property
    def security(self) -> str: ...


class Mailbox:
    """An open folder; `validity` changes when its messages are counted anew. Raises imaplib.IMAP4.error, OSError."""

    def __init__(self, connection: imaplib.IMAP4) -> None:
        self._connection = connection
        _, found = connection.response("UIDVALIDITY")  # imaplib answers once and forgets
        self.validity = _first_number(found)

    def after(self, number: int, *, most: int) -> list[int]:
        """The numbers of the messages behind this one, lowest first."""
        _, found = self._connection.uid("SEARCH", f"UID {number + 1}:*")
        numbers = sorted({int(each) for each in _NUMBER.findall(found[0] or b"")})
        return [each for each in numbers if each > number][
            :most
        ]  # `n:*` names the last message even if n is higher

    def beginning(self, number: int, *, most: int) -> bytes:
        """The message, or as much of it; empty when it is gone."""
        _, found = self._connection.uid("FETCH", str(number), f"(BODY.PEEK[]<0.{most}>)")
        return next((bytes(each[1])[:most] for each in found if isinstance(each, tuple)), b"")


@contextlib.contextmanager
def opened(place: Place) -> Iterator[Mailbox]:
    """The folder, opened for reading. Raises imaplib.IMAP4.error and OSError."""
    connection = _connected(place)
    try:
        connection.login(place.user, place.password)
        name = place.folder.replace("\\", "\\\\").replace('"', '\\"')
        answer, found = connection.select(f'"{name}"', readonly=True)
        if answer != "OK":
            raise imaplib.IMAP4.error(found)
        yield Mailbox(connection)
    finally:
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            connection.logout()


def _connected(place: Place) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if place.security == "tls":
        return imaplib.IMAP4_SSL(place.host, place.port, ssl_context=context, timeout=TIMEOUT)
    connection = imaplib.IMAP4(place.host, place.port, timeout=TIMEOUT)
    if place.security == "starttls":
        connection.starttls(context)
    return connection


def _first_number(found: list[bytes | None] | list[None]) -> int:
    number = _NUMBER.search(found[0] or b"") if found else None
    return int(number[0]) if number else 0
