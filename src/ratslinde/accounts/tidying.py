"""What nobody can sign in with any more is taken out of the database."""

from __future__ import annotations

import datetime

from django.contrib.sessions.backends.db import SessionStore

from ratslinde.accounts.models import SignInLink
from ratslinde.kernel import clock

KEPT = datetime.timedelta(days=30)
"""How long a link that is over still says to whoever opens it that it is used or too old."""


def remove_expired() -> None:
    """Delete the sessions that are over, and the sign-in links that were over `KEPT` ago."""
    SessionStore.clear_expired()
    SignInLink.objects.filter(expires_at__lt=clock.now() - KEPT).delete()
