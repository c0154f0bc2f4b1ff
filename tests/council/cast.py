"""Accounts for the cast."""

from __future__ import annotations

from ratslinde.accounts.models import User


def account(name: str, role: str, *, organization: str = "") -> User:
    user = User.objects.create_account(name, email=f"{name}@lindenhagen.example", label=name)
    user.grants.create(role=role, organization=organization)
    return user
