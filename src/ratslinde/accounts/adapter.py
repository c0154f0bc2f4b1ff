"""What allauth is told about this house: closed accounts, own words, own mails, same-site addresses only."""

from __future__ import annotations

import logging
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratslinde.accounts import factors, mailing, sealing
from ratslinde.accounts.models import User

_LOG = logging.getLogger(__name__)


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by an invitation only."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("Dieser Code stimmt nicht."),
        "too_many_login_attempts": _("Das waren zu viele Versuche. Bitte warten Sie einige Minuten."),
        "rate_limited": _("Das waren zu viele Versuche. Bitte warten Sie einige Minuten."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's interface
        """Never."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether somebody may be sent there after signing in: to this very site, nowhere else."""
        request = current.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the second factor is asked for again: not within minutes of signing in with it."""
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        return required and not factors.is_freshly_proven(current.request)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The ways to show the second factor again, the easiest first, in our words."""
        words = {
            "mfa_reauthenticate": gettext("Stattdessen einen Code eingeben"),
            "mfa_reauthenticate:webauthn": gettext("Stattdessen einen Passkey verwenden"),
        }
        methods = super().get_reauthentication_methods(user)
        ordered = sorted(methods, key=lambda method: "webauthn" not in method["id"])
        return [{**method, "description": words[method["id"]]} for method in ordered]

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG002
        """A closed account is answered like a wrong key."""
        messages.error(request, gettext("Diese Anmeldung ist nicht möglich."))
        return HttpResponseRedirect(reverse("account_login"))

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Pass on what went wrong; the pages themselves say what went well."""
        if kwargs.get("message"):
            super().add_message(request, level, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send our own text for allauth's occasion."""
        name = template_prefix.rpartition("/")[2]
        mailing.send(name, to=email, context={**context, "site": current.request.get_host()})

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Tell the person that their ways to sign in were changed."""
        self.send_mail(template_prefix, user.email, {"person": user, "at": timezone.now()})


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and authenticator apps."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte nehmen Sie den, der jetzt angezeigt wird."),
        "unknown_passkey": _("Dieser Passkey gehört zu keinem Konto hier."),
        "cannot_delete_authenticator": _(
            "Das ist Ihr letzter zweiter Faktor. Richten Sie zuerst einen neuen ein, dann können Sie diesen entfernen."
        ),
        "unreadable_secret": _(
            "Codes können gerade nicht geprüft werden. Bitte wenden Sie sich an die Verwaltung des Systems."
        ),
        "cannot_generate_recovery_codes": _(
            "Richten Sie zuerst einen Passkey oder eine Authenticator-App ein."
        ),
    }

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. Raises ValidationError when the installation's key is not the one it was stored with."""
        try:
            return sealing.unseal(encrypted_text)
        except sealing.Unreadable as error:
            _LOG.error("a second factor cannot be read with %s: %s", sealing.KEY_FILE, error)
            raise self.validation_error("unreadable_secret") from error

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Never the last one."""
        return not factors.is_last_factor(authenticator)

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's interface
        """A name for a new passkey: 'Passkey 2'."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}
