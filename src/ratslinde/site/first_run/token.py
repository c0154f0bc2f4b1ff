"""The secret that opens the page: made by each start of the server while there is no town, and printed there."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from pathlib import Path

from django.conf import settings

FILE = "first-run"


def new_token() -> str:
    """A new secret; the one before ends."""
    token = secrets.token_urlsafe(24)
    path = _path()
    path.touch(mode=0o600)
    path.write_text(_hash(token))
    return token


def is_valid(token: str) -> bool:
    """Whether it is the secret of the last start."""
    path = _path()
    return path.is_file() and hmac.compare_digest(path.read_text().strip(), _hash(token))


def end() -> None:
    """From now on no secret opens the page."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.RATSLINDE_DATA) / FILE


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
