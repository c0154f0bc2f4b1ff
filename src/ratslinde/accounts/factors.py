"""What a session has proven: one factor (mail code, one-time link) or two (passkey, or a code on top)."""

from __future__ import annotations

import time

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from ratslinde.accounts.models import User

SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Whether the account has a passkey or an authenticator app. Recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user=user, type__in=SECOND).exists())


def is_last_factor(authenticator: Authenticator) -> bool:
    """Whether the account would be left without a second factor if this one was removed."""
    others = Authenticator.objects.filter(user=authenticator.user_id, type__in=SECOND)
    return not others.exclude(pk=authenticator.pk).exists()


def is_proven(request: HttpRequest) -> bool:
    """Whether this session has shown two factors."""
    return bool(_proofs(request))


def is_freshly_proven(request: HttpRequest) -> bool:
    """Whether it has shown the second one within the last minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT)."""
    oldest = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    return any(at > oldest for at in _proofs(request))


def note_proof(request: HttpRequest, authenticator: Authenticator) -> None:
    """Remember that this session has just shown it: who sets up a factor holds it in hand."""
    record_authentication(
        request, authenticator.user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
    )


def _proofs(request: HttpRequest) -> list[float]:
    user = request.user
    if not user.is_authenticated:
        return []
    return [record["at"] for record in get_authentication_records(request, user) if record["method"] == "mfa"]
