"""What people do with their own account goes into the journal: links used, second factors added and removed."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator

from ratslinde.accounts import links
from ratslinde.accounts.models import User
from ratslinde.journal.models import Entry
from ratslinde.kernel import clock


def note(verb: str, user: User, **detail: str) -> None:
    """Write down what the person did with their account. `detail` names kinds, never contents."""
    Entry.objects.create(
        at=clock.now(), verb=verb, actor=user, subject_kind="User", subject=user.public_id, detail=detail
    )


def listen() -> None:
    """Note what the pages of sign-in tell."""
    links.redeemed.connect(_link_used, dispatch_uid="note")
    signals.authenticator_added.connect(_factor_added, dispatch_uid="note")
    signals.authenticator_removed.connect(_factor_removed, dispatch_uid="note")
    signals.authenticator_reset.connect(_codes_made, dispatch_uid="note")


def _link_used(*, user: User, **_: Any) -> None:
    note("account.use_link", user)


def _factor_added(*, user: User, authenticator: Authenticator, **_: Any) -> None:
    note("account.add_factor", user, kind=str(authenticator.type))


def _factor_removed(*, user: User, authenticator: Authenticator, **_: Any) -> None:
    note("account.remove_factor", user, kind=str(authenticator.type))


def _codes_made(*, user: User, **_: Any) -> None:
    note("account.renew_codes", user)
