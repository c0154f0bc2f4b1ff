"""The settings about mails that come back: the mailbox they come into, and the address they go to."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from ratslinde.site.addresses import parts_of
from ratslinde.site.environment import BadSetting, text

_PORTS = {"imaps": ("tls", 993), "imap+tls": ("starttls", 143), "imap": ("", 143)}
_ADDRESS = re.compile(r"(?!@)[\w.+-]*\*?[\w.+-]*@[\w.-]+", re.ASCII)


class Mailbox(NamedTuple):
    """A folder on a mail server. `security`: `tls` from the start, `starttls`, or '' on this very machine."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    security: str


def mailbox() -> Mailbox | None:
    """What imaps://user:password@host:port/folder says; None when there is none. Raises BadSetting."""
    url = text("RATSLINDE_BOUNCE_URL")
    if not url:
        return None
    parts = parts_of(url)
    folder = unquote(parts.path.strip("/")) or "INBOX"
    plain = folder.isascii() and folder.isprintable()  # others would need a coding of IMAP's own
    if parts.scheme not in _PORTS or not (parts.hostname and parts.username and plain):
        raise BadSetting("RATSLINDE_BOUNCE_URL: erwartet wird imaps://benutzer:passwort@rechner:port/Ordner")
    security, port = _PORTS[parts.scheme]
    return Mailbox(
        host=parts.hostname,
        port=parts.port or port,
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        folder=folder,
        security=security,
    )


def return_address() -> str:
    """Where mail servers return mails to, or '' for the sender; a `*` in it tells them apart. Raises BadSetting."""
    address = text("RATSLINDE_BOUNCE_FROM")
    if address and not _ADDRESS.fullmatch(address):
        raise BadSetting("RATSLINDE_BOUNCE_FROM: erwartet wird eine Adresse wie post+*@lindenhagen.example")
    return address
