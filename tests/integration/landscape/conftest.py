"""One entry that stands in the landscape twice."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor


@pytest.fixture
def club(manager, body, association, house, language_field) -> Actor:
    """The association once more, with something of each kind that hangs on an actor."""
    club = actions.add_actor(
        manager, body, name="Bruecke e.V.", description="Verein.", place=house, website="https://b.example/"
    )
    for actor in (association, club):
        actions.set_activity(manager, actor, field=language_field, role="offers")
    actions.set_activity(manager, club, field=language_field, role="leads")
    actions.add_contact(manager, club, function="Vorstand")
    actions.translate(manager, club, field="name", language="en", text="Bridge", state="checked")
    school = actions.add_actor(manager, body, name="Schule", description="Eine Schule.")
    for actor in (association, club):
        actions.report_cooperation(manager, school, target=actor, kind="shared", confirmed=True)
    actions.add_offer(manager, club, name="Chor", description="Singen.")
    return Actor.objects.get(pk=club.pk)
