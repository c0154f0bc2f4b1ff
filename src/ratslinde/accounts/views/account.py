"""The own account: who one is, and the ways to sign in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from ratslinde.accounts import guard
from ratslinde.accounts.frame import frame
from ratslinde.accounts.models import User


@guard.signed_in
def account(request: HttpRequest) -> HttpResponse:
    """Name, address, roles, second factors, recovery codes."""
    owned = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    codes = next((each for each in owned if each.type == Authenticator.Type.RECOVERY_CODES), None)
    context = {
        "frame": frame(request),
        "roles": sorted({grant.get_role_display() for grant in _person(request).grants.all()}),
        "factors": [each for each in owned if each.type != Authenticator.Type.RECOVERY_CODES],
        "has_app": any(each.type == Authenticator.Type.TOTP for each in owned),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
    }
    return render(request, "accounts/account.html", context)


@require_POST
@guard.signed_in
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Signs out every other device; this session gets a new key."""
    user = _person(request)
    user.end_sessions()
    update_session_auth_hash(request, user)
    messages.success(request, gettext("Auf allen anderen Geräten sind Sie jetzt abgemeldet."))
    return redirect("accounts:account")


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("the guard lets nobody in who is not signed in")
    return request.user
