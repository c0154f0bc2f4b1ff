"""Who may do what in the council's matters. One table; a test plays it through, role by role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ratslinde.accounts.models import Grant, Role
from ratslinde.verbs.rights import Condition, always, register_rights

ADMINISTRATOR, CLERK, DEPARTMENT, READER = Role.ADMINISTRATOR, Role.CLERK, Role.DEPARTMENT, Role.READER


def own_paper(grant: Grant, paper: Any) -> bool:
    """The paper is led by the department that the grant is held for; without a paper: the verb as such."""
    lead = getattr(paper, "lead", None)
    return paper is None or (lead is not None and lead.public_id == grant.organization)


def own_draft(grant: Grant, paper: Any) -> bool:
    """The department's own paper, as long as it was never published."""
    return own_paper(grant, paper) and getattr(paper, "publication", "draft") == "draft"


def own_lead(grant: Grant, lead: Any) -> bool:
    """A new paper is drafted for the department that the grant is held for."""
    return lead is None or getattr(lead, "public_id", "") == grant.organization


OFFICE: dict[str, Condition] = {ADMINISTRATOR: always, CLERK: always}
EVERYBODY: dict[str, Condition] = {ADMINISTRATOR: always, CLERK: always, READER: always}

RIGHTS: Mapping[str, Mapping[str, Condition]] = {
    "town.set_up": {ADMINISTRATOR: always},
    "town.edit": {ADMINISTRATOR: always},
    "town.publish": {ADMINISTRATOR: always},
    "town.withdraw": {ADMINISTRATOR: always},
    "body.read": EVERYBODY,
    "body.edit": OFFICE,
    "body.publish": OFFICE,
    "body.withdraw": OFFICE,
    "person.read": EVERYBODY,
    "person.edit": OFFICE,
    "person.publish": OFFICE,
    "person.withdraw": OFFICE,
    "person.erase": {ADMINISTRATOR: always},
    "document.add": {**OFFICE, DEPARTMENT: own_draft},
    "document.edit": OFFICE,
    "meeting.read": EVERYBODY,
    "meeting.draft": OFFICE,
    "meeting.edit": OFFICE,
    "meeting.publish": OFFICE,
    "meeting.withdraw": OFFICE,
    "agenda.edit": OFFICE,
    "paper.read": {**EVERYBODY, DEPARTMENT: own_paper},
    "paper.draft": {**OFFICE, DEPARTMENT: own_lead},
    "paper.edit": {**OFFICE, DEPARTMENT: own_draft},
    "paper.put_on_agenda": OFFICE,
    "paper.take_off_agenda": OFFICE,
    "paper.publish": OFFICE,
    "paper.withdraw": OFFICE,
    "adoption.adopt": OFFICE,
    "adoption.check": OFFICE,
    "adoption.discard": OFFICE,
}
register_rights(RIGHTS)
