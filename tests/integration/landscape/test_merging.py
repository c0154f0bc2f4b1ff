"""Two entries of the same actor or offer become one: what hangs on the other comes along, and nothing is torn."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer
from ratslinde.kernel.errors import Conflict, Refused
from tests.integration.landscape.merged import merged, public_values, published


def again(row):
    """The row as it stands."""
    return type(row).objects.get(pk=row.pk)


def test_actors_that_belong_to_the_other_belong_to_the_one_that_stays_also_in_public(
    manager, body, association, club
):
    local = actions.add_actor(manager, body, name="Ortsgruppe", description="Teil.", parent=club)
    association, club, local = published(manager, association, club, local)
    merged(manager, association, club)
    assert again(local).parent == association
    assert public_values()[local.public_id]["parent_organization_id"] == str(association.standard_id)


def test_who_stays_never_belongs_to_itself_nor_to_its_own_part(manager, body, association, club):
    above = actions.add_actor(manager, body, name="Verband", description="Oben.")
    club = actions.edit_actor(manager, club, changes={"parent": above}, revision=club.revision)
    part = actions.add_actor(manager, body, name="Ortsgruppe", description="Teil.", parent=club)
    association = actions.edit_actor(
        manager, association, changes={"parent": part}, revision=association.revision
    )
    _, kept = merged(manager, association, club)
    assert kept.parent == above
    assert again(part).parent == kept


def test_what_somebody_wrote_at_the_other_since_it_was_looked_at_is_not_lost(manager, association, club):
    seen = again(club)
    actions.edit_actor(manager, club, changes={"note": "Neu"}, revision=club.revision)
    merged(manager, association, seen)
    assert again(club).note == "Neu"


def test_who_stays_is_merged_as_it_was_seen(manager, association, club):
    seen = again(association)
    actions.edit_actor(manager, association, changes={"note": "Neu"}, revision=association.revision)
    with pytest.raises(Conflict):
        actions.merge_actors(manager, seen, other=club, take={})


def test_a_public_offer_does_not_come_to_a_provider_that_is_not_public(manager, association, club):
    club, _ = published(manager, club, club.offers.get())
    with pytest.raises(Refused, match="„Chor“ ist öffentlich, „Brücke Lindenhagen"):
        merged(manager, association, club)


def test_what_was_merged_does_not_come_back_with_its_actor(manager, association, cafe):
    other = actions.add_offer(manager, association, name="Sprachcafe", description="Treff.")
    merged(manager, cafe, other)
    actions.archive_actor(manager, association, reason="aufgelöst")
    actions.bring_back_actor(manager, association)
    assert [again(row).archived_at is None for row in (cafe, other)] == [True, False]
    with pytest.raises(Refused, match="mit einem anderen zusammengeführt"):
        actions.bring_back_offer(manager, Offer.objects.get(pk=other.pk))


def test_a_merged_actor_does_not_come_back_by_itself(manager, association, club):
    merged(manager, association, club)
    with pytest.raises(Refused, match="mit einem anderen zusammengeführt"):
        actions.bring_back_actor(manager, Actor.objects.get(pk=club.pk))
