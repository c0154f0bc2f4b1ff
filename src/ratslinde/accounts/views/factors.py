"""Setting up, confirming and removing second factors, and the recovery codes."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.internal.flows import deactivate_totp
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import remove_authenticator
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ratslinde.accounts import factors, guard
from ratslinde.accounts.forms import AppForm, ConfirmForm
from ratslinde.accounts.frame import Framed, frame
from ratslinde.accounts.models import User
from ratslinde.accounts.passkey_forms import ConfirmPasskeyForm, NewPasskey
from ratslinde.accounts.views.sign_in import takes_passkeys


@never_cache
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """The choice of a second factor for somebody who has none; with one, the account page."""
    if not isinstance(request.user, User) or factors.has_second_factor(request.user):
        return redirect("accounts:account")
    context = {
        "frame": frame(request),
        "required": guard.second_factor_required(),
        "takes_passkeys": takes_passkeys(request),
    }
    return render(request, "accounts/choose.html", context)


class _SettingUp(Framed):
    """What is left to do after a factor was added: note the proof, show the recovery codes if they are new."""

    request: HttpRequest
    added: str

    def get_success_url(self) -> str:
        """The recovery codes when they were made just now, else the account page."""
        return reverse("mfa_view_recovery_codes" if self.did_generate_recovery_codes else "accounts:account")

    def form_valid(self, form: Any) -> HttpResponse:
        """Adds the factor; the answer leads on."""
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        newest = Authenticator.objects.filter(user=self.request.user, type=self.added).latest("pk")
        factors.note_proof(self.request, newest)
        return answer

    did_generate_recovery_codes: bool


class AddApp(_SettingUp, ActivateTOTPView):  # type: ignore[misc]
    """An authenticator app: QR code, the secret as text, and the first code as the proof."""

    added = Authenticator.Type.TOTP
    form_class = AppForm
    template_name = "accounts/add_app.html"


class AddPasskey(_SettingUp, AddWebAuthnView):  # type: ignore[misc]
    """A passkey, made by the browser."""

    added = Authenticator.Type.WEBAUTHN
    form_class = NewPasskey
    template_name = "accounts/add_passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and what the browser needs: a passkey that can be found without a name and asks for a PIN."""
        context = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        takes = takes_passkeys(self.request)
        return {**context, **kwargs, "js_data": {"creation_options": options}, "takes_passkeys": takes}


class Confirm(Framed, ReauthenticateView):  # type: ignore[misc]
    """The second factor again: a code."""

    form_class = ConfirmForm
    template_name = "accounts/confirm.html"


class ConfirmPasskey(Framed, ReauthenticateWebAuthnView):  # type: ignore[misc]
    """The second factor again: a passkey."""

    form_class = ConfirmPasskeyForm
    template_name = "accounts/confirm_passkey.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        """Says what was wrong and asks again; allauth would leave for the sign-in page."""
        for error in form.errors.get("credential", []):
            messages.error(self.request, error)
        return HttpResponseRedirect(self.passthrough_next_url(reverse("mfa_reauthenticate_webauthn")))


class RecoveryCodes(Framed, ViewRecoveryCodesView):  # type: ignore[misc]
    """The recovery codes, once."""

    template_name = "accounts/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The codes, and the same as a file within a link: nothing has to be asked from the server again."""
        context = super().get_context_data(**kwargs)
        title = gettext("Wiederherstellungscodes für %(site)s") % {"site": self.request.get_host()}
        lines = [title, "", *context["unused_codes"], ""]
        return {**context, "file": "data:text/plain;charset=utf-8," + quote("\r\n".join(lines))}


class NewRecoveryCodes(Framed, GenerateRecoveryCodesView):  # type: ignore[misc]
    """New recovery codes; the old ones end."""

    template_name = "accounts/new_recovery_codes.html"


@never_cache
@login_required
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Removes a passkey or the app after asking; the last second factor stays."""
    authenticator = get_object_or_404(Authenticator, pk=number, user=request.user, type__in=factors.SECOND)
    if request.method == "POST":
        return _remove(request, authenticator)
    last = factors.is_last_factor(authenticator)
    return render(
        request, "accounts/remove.html", {"frame": frame(request), "factor": authenticator, "last": last}
    )


@transaction.atomic
def _remove(request: HttpRequest, authenticator: Authenticator) -> HttpResponse:
    User.objects.select_for_update().get(pk=authenticator.user_id)  # two removed at once would be none left
    adapter = get_adapter()
    if not adapter.can_delete_authenticator(authenticator):
        messages.error(request, adapter.error_messages["cannot_delete_authenticator"])
    elif authenticator.type == Authenticator.Type.TOTP:
        deactivate_totp(request, authenticator)
    else:
        remove_authenticator(request, authenticator)
    return HttpResponseRedirect(reverse("accounts:account"))


add_app = never_cache(AddApp.as_view())
add_passkey = never_cache(AddPasskey.as_view())
confirm = never_cache(Confirm.as_view())
confirm_passkey = never_cache(ConfirmPasskey.as_view())
recovery_codes = never_cache(RecoveryCodes.as_view())
new_recovery_codes = never_cache(NewRecoveryCodes.as_view())
