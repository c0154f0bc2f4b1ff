"""In which social space a place lies follows from its point and the boundaries, also after a change was taken back."""

from __future__ import annotations

import uuid

import pytest

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, Place
from ratslinde.integration.landscape.restoring import restored
from ratslinde.integration.landscape.values import GivenPlace, GivenSite, PlacedSite
from tests.integration.conftest import NORTH, SOUTH


def of(place: Place) -> tuple[float | None, float | None, str | None]:
    place.refresh_from_db()
    return place.latitude, place.longitude, place.space.name if place.space else None


def batch_of(row) -> uuid.UUID:
    return FieldChange.objects.filter(subject=row.public_id).latest("pk").batch


def test_coordinates_that_are_taken_back_take_the_social_space_with_them(manager, body, house, south):
    actions.edit_place(
        manager, house, changes={"latitude": 51.73, "longitude": 8.06}, revision=house.revision
    )
    assert of(house) == (51.73, 8.06, "Südstadt")
    actions.undo(manager, batch=batch_of(house))
    assert of(house) == (51.77, 8.05, "Nordviertel")


def test_a_place_that_had_no_coordinates_is_in_no_social_space_again(manager, body, north):
    hall = actions.add_place(manager, body, name="Alte Schule", street_address="Schulweg 1")
    actions.edit_place(manager, hall, changes={"latitude": 51.78, "longitude": 8.02}, revision=hall.revision)
    assert of(hall)[2] == "Nordviertel"
    actions.undo(manager, batch=batch_of(hall))
    assert of(hall) == (None, None, None)


def test_a_boundary_that_is_taken_back_decides_again(manager, body, house, north):
    actions.edit_space(manager, north, changes={"geometry": SOUTH}, revision=north.revision)
    assert of(house)[2] is None
    actions.undo(manager, batch=batch_of(north))
    assert of(house)[2] == "Nordviertel"


def test_a_space_set_by_hand_that_is_taken_back_is_found_from_the_point_again(manager, body, house, south):
    changes = {"space": south, "space_by_hand": True}
    actions.edit_place(manager, house, changes=changes, revision=house.revision)
    assert of(house)[2] == "Südstadt"
    actions.undo(manager, batch=batch_of(house))
    assert of(house)[2] == "Nordviertel"


def test_a_point_is_taken_back_whole_or_not_at_all(manager, body, north):
    hall = actions.add_place(manager, body, name="Alte Schule")
    actions.edit_place(manager, hall, changes={"latitude": 51.78, "longitude": 8.02}, revision=hall.revision)
    hall.refresh_from_db()
    batch = batch_of(hall)
    actions.edit_place(manager, hall, changes={"longitude": 8.03}, revision=hall.revision)
    undone = actions.undo(manager, batch=batch)
    assert (undone.fields, undone.kept) == (0, ("Alte Schule: Breite", "Alte Schule: Länge"))
    assert of(hall) == (51.78, 8.03, "Nordviertel")


def test_a_space_that_ends_or_moves_into_another_leaves_its_places_to_the_others(manager, body, house, north):
    inner = actions.add_space(manager, body, name="Lindenhof", geometry=NORTH)
    actions.edit_space(manager, inner, changes={"parent": north}, revision=inner.revision)
    assert of(house)[2] == "Lindenhof"
    inner.refresh_from_db()
    actions.edit_space(manager, inner, changes={"valid_until": "2026-01-31"}, revision=inner.revision)
    assert of(house)[2] == "Nordviertel"


@pytest.mark.parametrize("more", [1, 3])
def test_finding_the_spaces_again_asks_for_the_boundaries_once(
    manager, body, house, south, more, django_assert_num_queries
):
    for number in range(more):
        actions.add_place(manager, body, name=f"Ort {number}", latitude=51.73, longitude=8.05)
    with django_assert_num_queries(2):
        assert actions.locate_places(body) == 0


def test_what_a_verb_makes_of_a_named_place_and_of_a_restored_site_names_a_row(manager, cafe, house):
    site = GivenSite(place=GivenPlace(name="Alte Schule", street_address="Schulweg 1"))
    changed = actions.edit_offer(manager, cafe, changes={"sites": [site]}, revision=cafe.revision)
    assert changed.sites.get().place == Place.objects.get(name="Alte Schule")
    change = FieldChange.objects.get(field="sites")
    (before,) = restored(type(cafe), "sites", change.before)
    assert isinstance(before, PlacedSite)
    assert before.place == house


@pytest.mark.parametrize(
    ("name", "plain", "value"),
    [("latitude", 51.5, 51.5), ("accessible", None, None), ("space", None, None), ("name", "Ort", "Ort")],
)
def test_plain_values_become_what_a_field_holds(db, name, plain, value):
    assert restored(Place, name, plain) == value
