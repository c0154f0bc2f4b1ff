"""The one matrix over all verbs and roles: what is not written here is forbidden."""

from __future__ import annotations

import pytest

from ratslinde.accounts.models import Role, User
from ratslinde.council.papers import actions as papers
from ratslinde.council.rights import RIGHTS
from ratslinde.kernel.errors import Forbidden
from ratslinde.verbs import may
from ratslinde.verbs.rights import verbs
from tests.council.cast import account

OFFICE_VERBS = {
    "body.read", "person.read", "body.edit", "body.publish", "body.withdraw", "person.edit", "person.publish",
    "person.withdraw",
    "document.add", "document.edit", "meeting.read", "meeting.draft", "meeting.edit", "meeting.publish",
    "meeting.withdraw", "agenda.edit", "paper.read", "paper.draft", "paper.edit", "paper.put_on_agenda",
    "paper.take_off_agenda", "paper.publish", "paper.withdraw", "adoption.adopt", "adoption.check", "adoption.discard",
}  # fmt: skip
MATRIX = {
    Role.ADMINISTRATOR: OFFICE_VERBS
    | {"town.set_up", "town.edit", "town.publish", "town.withdraw", "person.erase"},
    Role.CLERK: OFFICE_VERBS,
    Role.READER: {"body.read", "meeting.read", "paper.read", "person.read"},
}
DEPARTMENT_OWN = {"paper.read", "paper.draft", "paper.edit", "document.add"}


@pytest.mark.parametrize("role", MATRIX)
@pytest.mark.django_db
def test_a_role_may_do_exactly_what_the_matrix_says(role):
    user = account("somebody", role)
    assert {verb for verb in RIGHTS if may(user, verb)} == MATRIX[role]


def test_a_department_may_work_on_its_own_drafts_and_on_nothing_else(
    department, office, council, body, clerk
):
    own = papers.draft_paper(clerk, office, body=body, title="Eigene")
    other = papers.draft_paper(clerk, None, body=body, title="Fremde")
    assert {verb for verb in RIGHTS if may(department, verb, own)} - {"paper.draft"} == DEPARTMENT_OWN - {
        "paper.draft"
    }
    assert {verb for verb in RIGHTS if may(department, verb, other)} == set()
    assert may(department, "paper.draft", office)
    assert not may(department, "paper.draft", council)


def test_a_department_may_not_change_what_is_published(department, office, body, clerk):
    own = papers.draft_paper(clerk, office, body=body, title="Eigene", proposal="Es wird beschlossen.")
    papers.publish_paper(clerk, own)
    own.refresh_from_db()
    assert not may(department, "paper.edit", own)
    with pytest.raises(Forbidden):
        papers.edit_paper(department, own, changes={"title": "Anders"}, revision=own.revision)


def test_somebody_without_a_role_or_switched_off_may_do_nothing(db, clerk):
    stranger = User.objects.create_account("stranger", email="stranger@lindenhagen.example")
    clerk.is_active = False
    assert not any(may(stranger, verb) or may(clerk, verb) for verb in verbs())
