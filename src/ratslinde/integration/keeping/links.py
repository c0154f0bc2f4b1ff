"""Making, finding and ending links."""

from __future__ import annotations

import datetime
import hashlib
import secrets

from ratslinde.integration.keeping.models import Channel, KeeperLink
from ratslinde.integration.landscape.models import Actor
from ratslinde.journal.retention import Period, Rule, declare
from ratslinde.kernel import clock

LIFETIME = datetime.timedelta(days=60)
LINKS = declare(Rule(
    setting="RATSLINDE_KEEP_LINKS",
    what="Link zum eigenen Eintrag, nachdem er abgelaufen ist",
    why="So lange zeigt die Liste noch, wer gefragt wurde und ob geantwortet hat.",
    periods=(Period(days=90),),
))  # fmt: skip


def new_link(actor: Actor, *, email: str = "", channel: Channel = Channel.MAIL) -> tuple[KeeperLink, str]:
    """A new link and its secret; older links of the actor go on until they expire."""
    secret = secrets.token_urlsafe(32)
    link = KeeperLink.objects.create(
        actor=actor,
        channel=channel,
        email=email,
        secret_hash=_hash(secret),
        expires_at=clock.now() + LIFETIME,
    )
    return link, secret


def find(secret: str) -> KeeperLink | None:
    """The link, or None when it is unknown, too old, or its actor was put away."""
    rows = KeeperLink.objects.select_related("actor__body", "actor__place")
    return rows.filter(secret_hash=_hash(secret), expires_at__gt=clock.now(), actor__archived_at=None).first()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
