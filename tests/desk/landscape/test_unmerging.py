"""The question before a merging is undone also names what only shows when it is tried."""

from __future__ import annotations

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Merger
from tests.desk.filling import filled
from tests.desk.landscape.entering import url


def test_what_would_be_refused_is_said_instead_of_asked(desk, manager, body, association):
    club = actions.add_actor(manager, body, name="Bruecke", description="Verein.")
    part = actions.add_actor(manager, body, name="Ortsgruppe", parent=club)
    above = actions.add_actor(manager, body, name="Verband")
    club = actions.edit_actor(manager, club, changes={"parent": above}, revision=club.revision)
    actions.merge_actors(manager, association, other=club, take={})
    part = Actor.objects.get(pk=part.pk)
    actions.edit_actor(manager, above, changes={"parent": part}, revision=above.revision)
    question = desk.get(url("unmerge", Merger.objects.get().public_id))
    assert "Das lässt sich nicht mehr rückgängig machen" in question.text
    assert "zu einem seiner eigenen Teile gehören" in question.text
    assert "stand" not in filled(question)
