"""Places without coordinates: found house by house, and given their point at once."""

from __future__ import annotations

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Place
from ratslinde.integration.landscape.queries.unplaced import (
    at_same_address,
    known_points,
    number_unplaced,
    unplaced,
)
from ratslinde.integration.landscape.rules.addresses import Address, same_address
from ratslinde.integration.landscape.values import GivenSite
from ratslinde.journal.models import Entry
from ratslinde.kernel.errors import Conflict, Forbidden, Refused


@pytest.fixture
def school(manager, body) -> Place:
    return actions.add_place(
        manager, body, name="Alte Schule", street_address="Schulstraße 3 a", postal_code="59999", locality="Lindenhagen"
    )  # fmt: skip


@pytest.fixture
def kitchen(manager, body, school) -> Place:
    return actions.add_place(
        manager, body, name="Kulturküche", street_address="Schulstr. 3a", postal_code="59999"
    )


@pytest.fixture
def elsewhere(manager, body) -> Place:
    return actions.add_place(
        manager, body, name="Schule Nachbarort", street_address="Schulstraße 3a", postal_code="59998"
    )


def point(place: Place) -> tuple[float | None, float | None, str | None]:
    place.refresh_from_db()
    return place.latitude, place.longitude, place.space.name if place.space else None


@pytest.mark.parametrize("more", [1, 3])
def test_places_without_coordinates_are_listed_by_house(
    manager, body, house, kitchen, school, elsewhere, association, more, django_assert_num_queries
):
    actions.add_place(manager, body, name="Seite im Netz", kind="virtual")
    for number in range(more):
        actions.add_offer(manager, association, name=f"Treff {number}", sites=[GivenSite(place=school)])
    with django_assert_num_queries(3):
        found = unplaced(manager, body)
    assert [[each.name for each in house.places] for house in found] == [
        ["Alte Schule", "Kulturküche"],
        ["Schule Nachbarort"],
    ]
    assert [each.uses for each in found] == [more, 0]
    assert number_unplaced(manager, body) == 3


def test_a_place_without_a_street_is_at_no_others_address(manager, body):
    for _ in range(2):
        actions.add_place(manager, body, name="Rathaus")
    assert [len(each.places) for each in unplaced(manager, body)] == [1, 1]
    assert not same_address(Address(name="Rathaus"), Address(name="Rathaus"))


def test_what_is_only_in_the_internet_shares_no_address(manager, body, school):
    actions.add_place(manager, body, name="Netz", street_address="Schulstraße 3a", kind="virtual")
    assert at_same_address(manager, school) == ([], None)


def test_one_point_for_all_places_of_a_house_is_one_act(
    manager, body, north, school, kitchen, elsewhere, house
):
    lacking, known = at_same_address(manager, school)
    assert (lacking, known) == ([kitchen], None)
    batch = actions.set_position(
        manager, school, latitude=51.7712345678, longitude=8.04, revision=school.revision,
        others=[(each, each.revision) for each in lacking],
    )  # fmt: skip
    assert point(school) == point(kitchen) == (51.771235, 8.04, "Nordviertel")
    assert point(elsewhere) == (None, None, None)
    assert [each.subject for each in Entry.objects.filter(verb="place.edit").order_by("-pk")[:2]] == [
        school.public_id,
        kitchen.public_id,
    ]
    assert set(known_points(manager, body, without=school)) == {kitchen, house}
    undone = actions.undo(manager, batch=batch)
    assert (undone.fields, undone.kept) == (4, ())
    assert point(school) == point(kitchen) == (None, None, None)


def test_a_house_that_is_known_lends_its_point(manager, school, kitchen):
    actions.set_position(manager, school, latitude=51.77, longitude=8.04, revision=school.revision)
    assert at_same_address(manager, kitchen) == ([], school)


def test_a_space_set_by_hand_stays(manager, body, north, south, school):
    changes = {"space": south, "space_by_hand": True}
    actions.edit_place(manager, school, changes=changes, revision=school.revision)
    school.refresh_from_db()
    actions.set_position(manager, school, latitude=51.77, longitude=8.04, revision=school.revision)
    assert point(school) == (51.77, 8.04, "Südstadt")


def test_when_one_of_the_places_was_changed_meanwhile_none_gets_the_point(manager, body, school, kitchen):
    seen = kitchen.revision
    actions.edit_place(manager, kitchen, changes={"name": "Küche"}, revision=seen)
    for others, revision in (([(kitchen, seen)], school.revision), ([], school.revision + 1)):
        with pytest.raises(Conflict):
            actions.set_position(
                manager, school, latitude=51.77, longitude=8.04, revision=revision, others=others
            )
    assert point(school) == point(kitchen) == (None, None, None)


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [(8.04, 51.77, "vertauscht"), (95, 8.04, "gibt es nicht"), (float("nan"), 8.04, "gibt es nicht")],
)
def test_a_point_that_cannot_be_meant_is_refused_at_its_field(
    manager, north, school, latitude, longitude, words
):
    with pytest.raises(Refused, match=words) as refused:
        actions.set_position(
            manager, school, latitude=latitude, longitude=longitude, revision=school.revision
        )
    assert refused.value.field == "latitude"
    assert point(school) == (None, None, None)


def test_a_point_beyond_the_town_is_taken(manager, north, school):
    actions.set_position(manager, school, latitude=52.0, longitude=8.5, revision=school.revision)
    assert point(school) == (52.0, 8.5, None)


def test_a_reader_sees_the_list_and_sets_nothing(reader, body, school):
    assert number_unplaced(reader, body) == 1
    with pytest.raises(Forbidden):
        actions.set_position(reader, school, latitude=51.77, longitude=8.04, revision=school.revision)
