"""Secrets of second factors are encrypted in the database: whoever gets hold of its rows alone cannot make codes.

Fernet (AES-128-CBC with HMAC-SHA256) under a key of its own, so that a new `RATSLINDE_SECRET_KEY` locks nobody out.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from ratslinde.kernel.keys import EmptyKey, kept_key

KEY_FILE = "factors.key"
_MARK = "sealed:"


class Unreadable(Exception):
    """The secret was encrypted with another key than the one that is there."""


def seal(text: str) -> str:
    """The secret as it is stored. The key is made when there is none yet."""
    key = kept_key(_path(), make=lambda: Fernet.generate_key().decode())
    return _MARK + Fernet(key).encrypt(text.encode()).decode()


def unseal(stored: str) -> str:
    """The secret; also one that was stored before secrets were encrypted. Raises Unreadable."""
    if not stored.startswith(_MARK):
        return stored
    if not _path().is_file():
        raise Unreadable("the key is not there")
    try:
        key = kept_key(_path(), make=str)
        return Fernet(key).decrypt(stored.removeprefix(_MARK)).decode()
    except (InvalidToken, ValueError, EmptyKey) as error:
        raise Unreadable("the key is another one") from error


def _path() -> Path:
    return Path(settings.RATSLINDE_DATA) / KEY_FILE
