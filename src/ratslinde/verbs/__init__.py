"""How every change is made: one verb, one function, one transaction, one right, one journal entry."""

from ratslinde.verbs.action import Actor, action, may, require
from ratslinde.verbs.rights import register_rights

__all__ = ["Actor", "action", "may", "register_rights", "require"]
