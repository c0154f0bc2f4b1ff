"""Every address of sign-in and account. allauth's own list is not included: what is not here does not exist.

Names without a namespace are those that allauth itself asks for.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from ratslinde.accounts.language import german
from ratslinde.accounts.views import account, factors, one_time, sign_in

own: list[URLPattern | URLResolver] = [
    path("anmelden/einmal/<str:secret>/", german(one_time.one_time_link), name="one_time_link"),
    path("konto/", german(account.account), name="account"),
    path("konto/zweiter-faktor/", german(factors.choose), name="second_factor"),
    path("konto/zweiter-faktor/<int:number>/entfernen/", german(factors.remove), name="remove_factor"),
    path("konto/geraete/abmelden/", german(account.end_other_sessions), name="end_other_sessions"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("anmelden/", german(sign_in.sign_in), name="account_login"),
    path("anmelden/", german(sign_in.sign_in), name="account_request_login_code"),
    path("anmelden/code/", german(sign_in.mail_code), name="account_confirm_login_code"),
    path("anmelden/passkey/", german(sign_in.passkey), name="mfa_login_webauthn"),
    path("anmelden/zweiter-faktor/", german(sign_in.second_factor), name="mfa_authenticate"),
    path("abmelden/", german(sign_in.sign_out), name="account_logout"),
    path("konto/", german(account.account), name="mfa_index"),
    path("konto/app/", german(factors.add_app), name="mfa_activate_totp"),
    path("konto/", german(account.account), name="mfa_deactivate_totp"),
    path("konto/passkey/", german(factors.add_passkey), name="mfa_add_webauthn"),
    path("konto/bestaetigen/", german(factors.confirm), name="mfa_reauthenticate"),
    path("konto/bestaetigen/passkey/", german(factors.confirm_passkey), name="mfa_reauthenticate_webauthn"),
    path("konto/codes/", german(factors.recovery_codes), name="mfa_view_recovery_codes"),
    path("konto/codes/neu/", german(factors.new_recovery_codes), name="mfa_generate_recovery_codes"),
    path("", include((own, "accounts"))),
]
