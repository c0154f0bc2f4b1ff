"""The account as which the system acts by itself: periods that are over, answers that come through a link."""

from __future__ import annotations

from django.db import transaction

from ratslinde.accounts.models import Role, User

_EMAIL = "fristen@ratslinde.invalid"


def automaton() -> User:
    """That account, made when it is first asked for; nobody can sign in to it, because no mail reaches it."""
    found = User.objects.filter(email=_EMAIL).first()
    return found or _made()


@transaction.atomic
def _made() -> User:
    made = User.objects.create_account("Ratslinde (von selbst)", email=_EMAIL)
    made.grants.create(role=Role.SYSTEM)
    return made
