"""The matrix over all verbs of integration management and all roles: what is not written here is forbidden."""

from __future__ import annotations

import pytest

from ratslinde.accounts.models import Role
from ratslinde.integration.landscape import actions
from ratslinde.integration.rights import RIGHTS
from ratslinde.verbs import may
from tests.council.cast import account

OWN_ENTRY = {
    "actor.edit", "actor.confirm", "offer.confirm", "contact.read", "contact.edit", "activity.edit", "offer.draft",
    "offer.edit", "resource.read", "resource.edit", "landscape.edit_many",
}  # fmt: skip
PLANNING = OWN_ENTRY | {
    "landscape.read", "landscape.undo", "vocabulary.edit", "vocabulary.publish", "place.edit", "space.edit",
    "space.publish", "space.withdraw", "actor.draft", "cooperation.edit", "translation.edit", "coverage.decide",
    "network.decide",
}  # fmt: skip
MANAGEMENT = PLANNING | {
    "landscape.import", "landscape.publish", "actor.publish", "actor.withdraw", "actor.archive", "actor.merge",
    "place.merge", "landscape.unmerge",
    "contact.erase", "offer.publish", "offer.withdraw", "offer.archive", "offer.merge", "keeper.invite",
    "keeper.hand_over", "keeper.decide",
}  # fmt: skip
MATRIX = {
    Role.ADMINISTRATOR: MANAGEMENT,
    Role.INTEGRATION_MANAGER: MANAGEMENT,
    Role.SOCIAL_PLANNER: PLANNING,
    Role.CLERK: {"landscape.read"},
    Role.READER: {"landscape.read"},
    Role.SYSTEM: {
        "actor.edit",
        "actor.confirm",
        "offer.confirm",
        "contact.erase",
        "keeper.invite",
        "keeper.answer",
    },
}


@pytest.mark.parametrize("role", MATRIX)
@pytest.mark.django_db
def test_a_role_may_do_exactly_what_the_matrix_says(role):
    user = account("somebody", role)
    assert {verb for verb in RIGHTS if may(user, verb)} == MATRIX[role]


def test_a_department_keeps_its_own_entry_and_no_other(department, office, manager, association, cafe):
    own = actions.add_actor(manager, association.body, name="Fachbereich Soziales", organization=office)
    offer = actions.add_offer(manager, own, name="Sprechstunde")
    for subject in (own, offer):
        assert {verb for verb in RIGHTS if may(department, verb, subject)} == OWN_ENTRY | {"landscape.read"}
    for subject in (association, cafe):
        assert {verb for verb in RIGHTS if may(department, verb, subject)} == {"landscape.read"}
