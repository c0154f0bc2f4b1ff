"""Who may do what with accounts."""

from __future__ import annotations

from ratslinde.accounts.models import Role
from ratslinde.verbs.rights import Condition, always, register_rights

_ADMINISTRATION: dict[str, Condition] = {Role.ADMINISTRATOR: always}

RIGHTS = {
    "account.read": _ADMINISTRATION,
    "account.invite": _ADMINISTRATION,
    "account.edit": _ADMINISTRATION,
    "account.change_roles": _ADMINISTRATION,
    "account.new_link": _ADMINISTRATION,
    "account.reset_second_factor": _ADMINISTRATION,
    "account.deactivate": _ADMINISTRATION,
    "account.reactivate": _ADMINISTRATION,
}
register_rights(RIGHTS)
