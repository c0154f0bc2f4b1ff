"""The worker tidies up after sign-in now and then."""

from __future__ import annotations

import datetime

from ratslinde.accounts.tidying import remove_expired
from ratslinde.journal import queue


@queue.handles("accounts.tidy", every=datetime.timedelta(hours=6))
def tidy(_key: str) -> None:
    """Remove what has expired."""
    remove_expired()
