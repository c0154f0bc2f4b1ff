"""Every change of an account that somebody else makes. The person's own changes are noted by `noting`."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from ratslinde.accounts import links
from ratslinde.accounts.models import Role, User
from ratslinde.desk.accounts import rights  # noqa: F401 - registered before the verbs look themselves up
from ratslinde.desk.accounts.conditions import Held, a_name, an_email, keep_an_administrator, the_roles
from ratslinde.kernel.errors import Refused
from ratslinde.verbs import Actor, action

INVITED_AS = Held(role=Role.READER)


@action("account.invite")
def invite(
    _actor: Actor, name: str, *, email: str, roles: Iterable[Held] = (INVITED_AS,), label: str = ""
) -> User:
    """The new account with its roles; it is opened with a link from `new_link`.

    `label` is the short name that commands take. Raises Refused for a bad name, address, role or short name.
    """
    if label and User.objects.filter(sign_in_name=label).exists():
        raise Refused(f"Den Kurznamen „{label}“ gibt es schon.", field="label")
    held = the_roles(roles)
    user = User.objects.create_account(a_name(name), email=an_email(email), label=label)
    _grant(user, held)
    return user


@action("account.edit")
def edit(_actor: Actor, user: User, *, name: str, email: str) -> User:
    """The account with another name or address; with another address everything signed in as it ends."""
    account = _locked(user)
    account.name, before, account.email = a_name(name), account.email, an_email(email, account=user)
    account.save(update_fields=["name", "email"])
    if account.email != before:
        EmailAddress.objects.filter(user=account).delete()  # allauth would let the former address in
        account.end_sessions()
    return account


@action("account.change_roles")
def change_roles(_actor: Actor, user: User, *, roles: Iterable[Held]) -> User:
    """The account with exactly these roles. Raises Refused when nobody would administer the system any more."""
    held = the_roles(roles)
    if not any(each.role == Role.ADMINISTRATOR for each in held):
        keep_an_administrator(without=user)
    account = _locked(user)
    account.grants.all().delete()
    _grant(account, held)
    return account


@action("account.new_link")
def new_link(_actor: Actor, user: User) -> str:
    """The secret of a new one-time link; older ones end. A second factor is still asked for."""
    return links.new_link(_open_account(user))


@action("account.reset_second_factor")
def reset_second_factor(_actor: Actor, user: User, *, reason: str) -> str:
    """Removes passkeys, app and recovery codes, ends every session; returns the secret of a one-time link.

    `reason` is kept in the journal: whoever has this link is that person. Raises Refused without a reason.
    """
    if not reason.strip():
        raise Refused("Bitte den Grund angeben; er wird festgehalten.", field="reason")
    account = _open_account(user)
    Authenticator.objects.filter(user=account).delete()
    account.end_sessions()
    return links.new_link(account)


@action("account.deactivate")
def deactivate(actor: Actor, user: User) -> User:
    """The account, closed: whoever is signed in as it is out with the next click."""
    if actor.pk == user.pk:
        raise Refused("Das eigene Konto kann nur jemand anderes schließen.")
    keep_an_administrator(without=user)
    account = _locked(user)
    account.is_active = False
    account.save(update_fields=["is_active"])
    account.end_sessions()
    account.sign_in_links.filter(used_at=None).delete()
    return account


@action("account.reactivate")
def reactivate(_actor: Actor, user: User) -> User:
    """The account, open again with the roles and second factors it had."""
    account = _locked(user)
    account.is_active = True
    account.save(update_fields=["is_active"])
    return account


def _grant(user: User, held: Iterable[Held]) -> None:
    for each in held:
        user.grants.create(role=each.role, organization=each.organization)


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)


def _open_account(user: User) -> User:
    account = _locked(user)
    if not account.is_active:
        raise Refused("Das Konto ist geschlossen. Bitte öffnen Sie es zuerst wieder.")
    return account
