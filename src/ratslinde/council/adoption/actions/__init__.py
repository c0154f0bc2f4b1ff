"""Adoption: take a file over into drafts, check what was read, throw it away."""

from ratslinde.council.adoption.actions.adopting import adopt
from ratslinde.council.adoption.actions.checking import accept, choose_item, correct
from ratslinde.council.adoption.actions.contacts import release_contacts
from ratslinde.council.adoption.actions.discarding import discard

__all__ = ["accept", "adopt", "choose_item", "correct", "discard", "release_contacts"]
