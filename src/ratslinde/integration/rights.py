"""Who may do what in integration management. One table; a test plays it through, role by role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.accounts.models import Grant, Role
from ratslinde.verbs.rights import Condition, always, register_rights

ADMINISTRATOR, CLERK, READER = Role.ADMINISTRATOR, Role.CLERK, Role.READER
MANAGER, PLANNER, DEPARTMENT = Role.INTEGRATION_MANAGER, Role.SOCIAL_PLANNER, Role.DEPARTMENT
SYSTEM = Role.SYSTEM


def own_entry(grant: Grant, row: Any) -> bool:
    """The actor that the grant's department is, or something of that actor; without a row: the verb as such."""
    actor = getattr(row, "actor", None) or getattr(row, "office", None) or row
    organization = getattr(actor, "organization", None)
    return row is None or (organization is not None and organization.public_id == grant.organization)


MANAGEMENT: dict[str, Condition] = {ADMINISTRATOR: always, MANAGER: always}
PLANNING: dict[str, Condition] = {**MANAGEMENT, PLANNER: always}
OWN: dict[str, Condition] = {**PLANNING, DEPARTMENT: own_entry}
EVERYBODY: dict[str, Condition] = {**PLANNING, CLERK: always, READER: always, DEPARTMENT: always}

RIGHTS: Mapping[str, Mapping[str, Condition]] = {
    "landscape.read": EVERYBODY,
    "landscape.import": MANAGEMENT,
    "landscape.publish": MANAGEMENT,
    "landscape.undo": PLANNING,
    "landscape.edit_many": OWN,
    "landscape.unmerge": MANAGEMENT,
    "vocabulary.edit": PLANNING,
    "vocabulary.publish": PLANNING,
    "space.edit": PLANNING,
    "space.publish": PLANNING,
    "space.withdraw": PLANNING,
    "place.edit": PLANNING,
    "place.merge": MANAGEMENT,
    "actor.draft": PLANNING,
    "actor.edit": {**OWN, SYSTEM: always},
    "actor.confirm": {**OWN, SYSTEM: always},
    "actor.publish": MANAGEMENT,
    "actor.withdraw": MANAGEMENT,
    "actor.archive": MANAGEMENT,
    "actor.merge": MANAGEMENT,
    "contact.read": {**PLANNING, DEPARTMENT: own_entry},
    "contact.edit": OWN,
    "contact.erase": {**MANAGEMENT, SYSTEM: always},
    "activity.edit": OWN,
    "cooperation.edit": PLANNING,
    "network.decide": PLANNING,
    "offer.draft": OWN,
    "offer.edit": OWN,
    "offer.confirm": {**OWN, SYSTEM: always},
    "offer.publish": MANAGEMENT,
    "offer.withdraw": MANAGEMENT,
    "offer.archive": MANAGEMENT,
    "offer.merge": MANAGEMENT,
    "translation.edit": PLANNING,
    "resource.read": {**PLANNING, DEPARTMENT: own_entry},
    "resource.edit": {**PLANNING, DEPARTMENT: own_entry},
    "coverage.decide": PLANNING,
    "keeper.invite": {**MANAGEMENT, SYSTEM: always},
    "keeper.hand_over": MANAGEMENT,
    "keeper.answer": {SYSTEM: always},
    "keeper.decide": MANAGEMENT,
}
register_rights(RIGHTS)
