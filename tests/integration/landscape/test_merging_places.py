"""Two entries of the same place become one: what took place at either takes place there, and both ids lead to it."""

from __future__ import annotations

import datetime

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Actor, Offer, Place
from ratslinde.integration.landscape.queries import places
from ratslinde.integration.landscape.values import GivenSchedule, GivenSite
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Forbidden, Refused
from ratslinde.record import outlet
from ratslinde.record.models import Published
from ratslinde.verbs.rows import Publication


@pytest.fixture
def twin(manager, body, north) -> Place:
    """The house once more, as a list named it."""
    return actions.add_place(
        manager, body, name="Haus d. Kulturen", street_address="Lindenweg 3", url="https://haus.example/"
    )


@pytest.fixture
def public_cafe(manager, association, cafe, twin) -> Offer:
    """A published offer at the twin, of a published actor that sits there."""
    Actor.objects.filter(pk=association.pk).update(place=twin)
    cafe.sites.update(place=twin)
    association.refresh_from_db()
    actions.publish_actor(manager, association)
    actions.publish_offer(manager, Offer.objects.get(pk=cafe.pk))
    twin.refresh_from_db()
    return Offer.objects.get(pk=cafe.pk)


def at(path: str) -> dict[str, object]:
    return outlet.by_path(path).hsds


def test_offers_and_actors_of_the_other_are_at_the_one_that_stays(manager, house, twin, association, cafe):
    Actor.objects.filter(pk=association.pk).update(place=twin)
    cafe.sites.update(place=twin)
    kept = actions.merge_places(manager, house, other=twin, take={"url": "https://haus.example/"})
    association.refresh_from_db()
    twin.refresh_from_db()
    assert (association.place, cafe.sites.get().place, kept.url) == (house, house, "https://haus.example/")
    assert twin.archived_at is not None
    assert kept.former_ids.get().standard_id == twin.standard_id
    assert places.place(manager, twin.public_id) == house
    assert twin not in places.find_places(manager, house.body)
    assert Entry.objects.filter(verb="place.merge", subject=house.public_id, actor=manager).exists()


def test_an_offer_that_was_at_both_is_there_once_with_the_times_of_both(manager, house, twin, cafe):
    tuesday = GivenSchedule(
        start=datetime.date(2026, 1, 6), opens_at=datetime.time(16), frequency="WEEKLY", days="TU"
    )
    friday = GivenSchedule(
        start=datetime.date(2026, 1, 9), opens_at=datetime.time(9), frequency="WEEKLY", days="FR"
    )
    sites = [
        GivenSite(place=house, schedules=(tuesday,)),
        GivenSite(place=twin, schedules=(tuesday, friday)),
        GivenSite(place=twin, note="Saal", schedules=(tuesday,)),
    ]
    actions.edit_offer(manager, cafe, changes={"sites": sites}, revision=cafe.revision)
    actions.merge_places(manager, house, other=twin, take={})
    found = [(site.note, [row.days for row in site.schedules.all()]) for site in cafe.sites.all()]
    assert found == [("", ["TU", "FR"]), ("Saal", ["TU"])]


def test_what_is_public_says_the_place_that_stays_and_knows_both_ids(manager, house, twin, public_cafe):
    assert twin.publication == Publication.PUBLISHED
    actions.merge_places(manager, house, other=twin, take={})
    location = at(f"angebote/{public_cafe.public_id}/")["service_at_locations"][0]["location"]
    assert (location["id"], location["x_former_ids"]) == (str(house.standard_id), [str(twin.standard_id)])
    assert at(f"akteure/{public_cafe.actor.public_id}/")["locations"][0]["id"] == str(house.standard_id)
    assert Published.objects.get(id=twin.public_id).deleted


def test_a_taken_field_of_a_public_place_is_public_at_once_and_nothing_else(
    manager, house, twin, public_cafe
):
    actions.merge_places(manager, twin, other=house, take={"name": "Haus der Kulturen"})
    site = at(f"angebote/{public_cafe.public_id}/")["service_at_locations"][0]
    assert site["location"]["name"] == "Haus der Kulturen"


def test_nothing_that_waits_goes_public_with_it(manager, house, twin, public_cafe):
    actions.edit_offer(manager, public_cafe, changes={"description": "Neu."}, revision=public_cafe.revision)
    with pytest.raises(Refused, match="Bitte zuerst „Sprachcafé“ veröffentlichen"):
        actions.merge_places(manager, house, other=twin, take={})
    assert Place.objects.get(pk=twin.pk).archived_at is None


def test_a_space_that_was_said_by_hand_is_kept_where_nothing_else_says_it(manager, body, twin, south):
    actions.edit_place(manager, twin, changes={"space": south, "space_by_hand": True}, revision=twin.revision)
    school = actions.add_place(manager, body, name="Haus der Kulturen")
    twin.refresh_from_db()
    kept = actions.merge_places(manager, school, other=twin, take={})
    assert (kept.space, kept.space_by_hand) == (south, True)


def test_the_same_and_one_that_was_put_away_are_refused(manager, house, twin):
    with pytest.raises(Refused, match="derselbe"):
        actions.merge_places(manager, house, other=house, take={})
    actions.merge_places(manager, house, other=twin, take={})
    twin.refresh_from_db()
    with pytest.raises(Refused, match="mit einem anderen zusammengeführt"):
        actions.merge_places(manager, house, other=twin, take={})


def test_who_only_plans_merges_nothing(planner, house, twin):
    with pytest.raises(Forbidden):
        actions.merge_places(planner, house, other=twin, take={})
