"""One-time links: how an account is opened for the first time, or again when the second factor is lost."""

from __future__ import annotations

import datetime
import enum
import hashlib
import secrets

from django.db import transaction
from django.dispatch import Signal

from ratslinde.accounts.models import SignInLink, User
from ratslinde.kernel import clock

LIFETIME = datetime.timedelta(days=7)

redeemed = Signal()
"""Sent with `user` in the transaction that uses a link up."""


class LinkState(enum.Enum):
    """What a link can do for the person who holds it."""

    OPEN = "open"
    USED = "used"
    TOO_OLD = "too old"
    UNKNOWN = "unknown"


def new_link(user: User, *, lifetime: datetime.timedelta = LIFETIME) -> str:
    """The secret of a new link for the account; older unused links end."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        user.sign_in_links.filter(used_at=None).delete()
        user.sign_in_links.create(secret_hash=_hash(secret), expires_at=clock.now() + lifetime)
    return secret


def redeem(secret: str) -> User | None:
    """The account that the link opens, or None when it is unknown, used or too old. Works once."""
    now = clock.now()
    # One statement, and no join: a join becomes a subquery, which PostgreSQL does not look at again when it waited
    # for another click on the same link; then both would be let in.
    waiting = SignInLink.objects.filter(
        secret_hash=_hash(secret),
        used_at=None,
        expires_at__gt=now,
        user__in=User.objects.filter(is_active=True),
    )
    with transaction.atomic():
        if waiting.update(used_at=now) != 1:
            return None
        user = SignInLink.objects.select_related("user").get(secret_hash=_hash(secret)).user
        redeemed.send(User, user=user)
    return user


def state(secret: str) -> LinkState:
    """What the link can still do; reading it uses nothing up. Links of closed accounts are unknown."""
    link = SignInLink.objects.filter(secret_hash=_hash(secret), user__is_active=True).first()
    if link is None:
        return LinkState.UNKNOWN
    if link.used_at:
        return LinkState.USED
    return LinkState.OPEN if link.expires_at > clock.now() else LinkState.TOO_OLD


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
