"""allauth's passkey forms with our words; what a browser makes up is a wrong key, not a defect of ours."""

from __future__ import annotations

import struct
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

_MADE_UP = (ValueError, TypeError, KeyError, IndexError, AttributeError, struct.error, InvalidSignature)


class _Shown(forms.Form):
    def clean_credential(self) -> Authenticator:
        """The passkey that was shown; allauth lets some made-up answers pass as errors of the server."""
        try:
            shown: Authenticator = super().clean_credential()  # type: ignore[misc]
        except _MADE_UP:
            raise get_adapter().validation_error("unknown_passkey") from None
        return shown


class SignInPasskey(_Shown, LoginWebAuthnForm):  # type: ignore[misc]
    """Signing in with nothing but a passkey."""


class SecondFactorPasskey(_Shown, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """The passkey as the second factor."""


class ConfirmPasskeyForm(_Shown, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """The passkey again, before something about the account is changed."""


class NewPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey."""

    name = forms.CharField(
        label=_("Name des Passkeys"),
        help_text=_("Damit Sie ihn wiedererkennen, zum Beispiel „Diensthandy“."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Name and credential, checked against what the page asked the browser for."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except _MADE_UP:
            raise get_adapter().validation_error("unknown_passkey") from None
        return cleaned
