"""Opening an account from the command line: the desk's verbs, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from ratslinde.accounts.models import User
from ratslinde.desk.accounts import actions
from ratslinde.desk.accounts.conditions import Held
from ratslinde.kernel.errors import Refused
from ratslinde.kernel.text import collapse, fold
from ratslinde.verbs import Actor


@dataclass(frozen=True, kw_only=True)
class Invited:
    """The account; whether it was `opened` now, and whether the role is an `added` one. `secret`: of a link, or ''."""

    user: User
    opened: bool
    added: bool
    secret: str = ""


def invite(
    actor: Actor,
    wanted: Held,
    *,
    name: str,
    email: str,
    label: str = "",
    link: bool = False,
) -> Invited:
    """The account with the role: a new one with its link, or the one that has this e-mail, which gets no link.

    `link`: that one gets a new link, too, and its older ones end. Raises Refused, also where the account is closed or
    somebody else's: a slip in the address must not give a role away.
    """
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = actions.invite(actor, name, email=email, roles=[wanted], label=label)
        return Invited(user=user, opened=True, added=True, secret=actions.new_link(actor, user))
    _refuse_another(user, name)
    held = {Held(role=grant.role, organization=grant.organization) for grant in user.grants.all()}
    if wanted not in held:
        user = actions.change_roles(actor, user, roles={*held, wanted})
    secret = actions.new_link(actor, user) if link else ""
    return Invited(user=user, opened=False, added=wanted not in held, secret=secret)


def _refuse_another(user: User, name: str) -> None:
    if fold(collapse(name)) != fold(user.name):
        raise Refused(
            f"Das Konto mit der Adresse {user.email} gehört {user}. Es wurde nichts geändert.", field="name"
        )
    if not user.is_active:
        raise Refused("Das Konto ist geschlossen. Bitte öffnen Sie es zuerst wieder.")
