"""allauth's forms for codes with our words, and a gap closed: a code that could be played again."""

from __future__ import annotations

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from ratslinde.accounts.models import User

_TYPED = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
_NUMBER = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}


class SignInForm(RequestLoginCodeForm):  # type: ignore[misc]
    """The e-mail address to which the code is sent."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )

    def clean_email(self) -> str:
        """The address; `_user` is its open account or None, which nobody outside may see."""
        email: str = super().clean_email()
        # allauth also knows former addresses of an account; only the present one counts.
        self._user = User.objects.filter(email=email.lower(), is_active=True).first()
        return email


class MailCodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code from the mail."""

    code = forms.CharField(
        label=_("Code aus der E-Mail"), max_length=20, widget=forms.TextInput(attrs=_TYPED)
    )


class _SecondFactorCode(forms.Form):
    code = forms.CharField(
        label=_("Code aus der Authenticator-App oder Wiederherstellungscode"),
        max_length=20,
        widget=forms.TextInput(attrs=_NUMBER),
    )

    def clean_code(self) -> str:
        """The code, which counts once. allauth forgets used codes before the clock's tolerance is over."""
        code: str = super().clean_code()  # type: ignore[misc]
        authenticator = self.authenticator
        if authenticator.type != Authenticator.Type.TOTP:
            return code
        seen = "".join(filter(str.isalnum, code)).lower()
        lifetime = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"accounts.totp:{authenticator.pk}:{seen}", "used", timeout=lifetime):
            raise get_adapter().validation_error("incorrect_code")
        return code

    authenticator: Authenticator


class SecondFactorForm(_SecondFactorCode, AuthenticateForm):  # type: ignore[misc]
    """The second factor while signing in."""


class ConfirmForm(_SecondFactorCode, ReauthenticateForm):  # type: ignore[misc]
    """The second factor again, before something about the account is changed."""


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the new authenticator app shows."""

    code = forms.CharField(
        label=_("Code, den die App jetzt anzeigt"), max_length=20, widget=forms.TextInput(attrs=_NUMBER)
    )
