"""Opening an account from the command line: the desk's verbs, one after the other."""

from __future__ import annotations

from ratslinde.accounts.models import User
from ratslinde.desk.accounts import actions
from ratslinde.desk.accounts.conditions import Held
from ratslinde.verbs import Actor


def invite(
    actor: Actor,
    _nothing: None = None,
    *,
    name: str,
    email: str,
    role: str,
    organization: str = "",
    label: str = "",
) -> tuple[User, str]:
    """The account, opened where there is none with this e-mail, with the role; and the secret of its new link.

    `organization` is the public id of the department for the role department. Raises Refused.
    """
    wanted = Held(role=role, organization=organization)
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        user = actions.invite(actor, name, email=email, roles=[wanted], label=label)
    else:
        held = {Held(role=grant.role, organization=grant.organization) for grant in user.grants.all()}
        user = actions.change_roles(actor, user, roles={*held, wanted})
    return user, actions.new_link(actor, user)
