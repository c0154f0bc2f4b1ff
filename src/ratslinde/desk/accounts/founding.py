"""The first account of a new installation: nobody is there yet who could invite."""

from __future__ import annotations

from django.db import transaction

from ratslinde.accounts import links
from ratslinde.accounts.models import Grant, Role, User
from ratslinde.desk.accounts.conditions import a_name, an_email
from ratslinde.desk.accounts.noting import note
from ratslinde.kernel.errors import Refused


@transaction.atomic
def first_administrator(name: str, *, email: str, label: str = "") -> tuple[User, str]:
    """The account that administers the system, and the secret of its one-time link.

    Raises Refused when an account administers the system already: from then on accounts are opened by invitation.
    """
    if Grant.objects.filter(role=Role.ADMINISTRATOR).exists():
        raise Refused("Das System wird schon von einem Konto verwaltet; dieses lädt weitere ein.")
    user = User.objects.create_account(a_name(name), email=an_email(email), label=label)
    user.grants.create(role=Role.ADMINISTRATOR)
    note("account.found", user)
    return user, links.new_link(user)
