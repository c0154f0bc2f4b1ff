"""Reads for the administration of accounts."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from ratslinde.accounts.factors import SECOND
from ratslinde.accounts.models import Role, SignInLink, User
from ratslinde.council.bodies.models import Body, Organization
from ratslinde.council.bodies.queries import departments
from ratslinde.kernel import clock
from ratslinde.verbs import Actor, require


@dataclass(frozen=True, kw_only=True)
class AccountLine:
    """One account as the list shows it. `waiting`: it has a link that nobody used yet."""

    user: User
    roles: tuple[str, ...]
    secured: bool
    waiting: bool


def accounts(actor: Actor) -> list[AccountLine]:
    """Every account by name, open ones first."""
    require(actor, "account.read")
    return _lines(User.objects.order_by("-is_active", "name", "pk"))


def account(actor: Actor, public_id: str) -> AccountLine:
    """The account of that public id. Raises User.DoesNotExist."""
    require(actor, "account.read")
    found = _lines(User.objects.filter(public_id=public_id))
    if not found:
        raise User.DoesNotExist
    return found[0]


def department_choices() -> list[tuple[str, str]]:
    """(public id, name) of the departments that still exist, by name."""
    body = Body.objects.first()
    found = [(each.public_id, str(each)) for each in departments(body)] if body else []
    return sorted(found, key=lambda each: each[1])


def _lines(users: QuerySet[User]) -> list[AccountLine]:
    waiting = SignInLink.objects.filter(user=OuterRef("pk"), used_at=None, expires_at__gt=clock.now())
    secured = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND)
    rows = users.annotate(secured=Exists(secured), waiting=Exists(waiting)).prefetch_related("grants")
    names = {each.public_id: str(each) for each in Organization.objects.prefetch_related("names")}
    return [
        AccountLine(user=user, roles=_roles(user, names), secured=user.secured, waiting=user.waiting)
        for user in rows
    ]


def _roles(user: User, names: dict[str, str]) -> tuple[str, ...]:
    words = []
    for grant in user.grants.all():
        label = Role(grant.role).label
        words.append(
            f"{label} ({names.get(grant.organization, grant.organization)})" if grant.organization else label
        )
    return tuple(sorted(words))
