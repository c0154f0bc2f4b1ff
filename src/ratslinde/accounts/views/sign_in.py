"""Signing in: passkey, or mail code and second factor; and signing out."""

from __future__ import annotations

import ipaddress
from typing import Any

from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from ratslinde.accounts import mailing
from ratslinde.accounts.forms import MailCodeForm, SecondFactorForm, SignInForm
from ratslinde.accounts.frame import Framed, frame
from ratslinde.accounts.passkey_forms import SecondFactorPasskey, SignInPasskey


def takes_passkeys(request: HttpRequest) -> bool:
    """Whether browsers offer passkeys at this address: they need a name, a plain IP address has none."""
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return True
    return False


class SignIn(Framed, RequestLoginCodeView):  # type: ignore[misc]
    """Passkey, or the address that gets a code. The answer is the same whether or not there is an account."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and whether passkeys work at this address."""
        return {**super().get_context_data(**kwargs), "takes_passkeys": takes_passkeys(self.request)}


class MailCode(Framed, ConfirmLoginCodeView):  # type: ignore[misc]
    """The code from the mail."""

    form_class = MailCodeForm
    template_name = "accounts/mail_code.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and whether mails leave the house at all."""
        return {**super().get_context_data(**kwargs), "mails": mailing.is_set_up()}


class SecondFactor(Framed, AuthenticateView):  # type: ignore[misc]
    """The second factor after the mail code or the one-time link."""

    form_class = SecondFactorForm
    webauthn_form_class = SecondFactorPasskey
    template_name = "accounts/second_factor.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The forms, and which factors the account has."""
        context = super().get_context_data(**kwargs)
        owned = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        return {
            **context,
            "has_passkey": Authenticator.Type.WEBAUTHN in owned and takes_passkeys(self.request),
            "has_codes": bool(owned - {Authenticator.Type.WEBAUTHN}),
        }


class SignOut(Framed, LogoutView):  # type: ignore[misc]
    """Ends the session on POST; on GET it asks."""

    template_name = "accounts/sign_out.html"


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many tries from one place: wait. allauth asks for it as `handler429` of the site's addresses."""
    return render(request, "accounts/too_many.html", {"frame": frame(request)}, status=429)


sign_in = SignIn.as_view()
mail_code = MailCode.as_view()
second_factor = SecondFactor.as_view()
passkey = LoginWebAuthnView.as_view(form_class=SignInPasskey)
sign_out = never_cache(SignOut.as_view())
