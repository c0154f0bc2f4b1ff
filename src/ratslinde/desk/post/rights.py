"""Who may see the mails and decide about them."""

from __future__ import annotations

from ratslinde.accounts.models import Grant, Role
from ratslinde.post.kinds import SIGN_IN
from ratslinde.post.models import Letter
from ratslinde.verbs.rights import Condition, always, register_rights


def not_to_sign_in(_grant: Grant, letter: object) -> bool:
    """The letter is not about somebody's account; without a letter: the verb as such."""
    return not (isinstance(letter, Letter) and letter.kind == SIGN_IN)


_OFFICE: dict[str, Condition] = {
    Role.ADMINISTRATOR: always,
    Role.CLERK: not_to_sign_in,
    Role.INTEGRATION_MANAGER: not_to_sign_in,
}

RIGHTS = {
    "post.read": _OFFICE,
    "post.release": _OFFICE,
    "post.discard": _OFFICE,
    "post.send_again": _OFFICE,
}
register_rights(RIGHTS)
