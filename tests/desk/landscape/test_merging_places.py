"""Two entries of the same place stand beside each other, and somebody says what holds."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ratslinde.integration.importing.models import NotTheSame
from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Place
from tests.desk.conftest import at_desk
from tests.desk.filling import filled
from tests.desk.landscape.entering import sent, url

DOUBLES = "/schreibtisch/integration/import/dubletten/"


@pytest.fixture
def twin(manager, body) -> Place:
    return actions.add_place(
        manager,
        body,
        name="Haus d. Kulturen",
        street_address="Lindenweg 3",
        transportation="Bus 3, Halt Linde",
    )


def beside(first: Place, second: Place) -> str:
    return reverse("desk_importing:pair", args=["place", first.public_id, second.public_id])


def test_the_list_of_doubles_leads_to_both_places(desk, house, twin):
    page = desk.get(DOUBLES).content.decode()
    assert "Orte lassen sich nicht zusammenführen" not in page
    assert beside(house, twin) in page or beside(twin, house) in page


def test_any_two_places_are_chosen_on_the_page_of_one(desk, house, twin):
    page = desk.get(url("place", house.public_id)).content.decode()
    assert "Mit einem anderen Ort zusammenführen" in page
    answer = desk.get(url("merge_place", house.public_id), {"mit": twin.public_id})
    assert answer["Location"] == beside(house, twin)
    assert desk.get(url("merge_place", house.public_id), {"mit": "gibtesnicht"}).status_code == 404


def test_field_by_field_and_then_both_addresses_lead_to_the_one_that_stays(desk, house, twin, cafe):
    page = desk.get(beside(house, twin)).content.decode()
    assert "Bus 3, Halt Linde" in page
    taken = {"schritt": "zusammen", "transportation": "other", "name": "kept"}
    said = desk.post(beside(house, twin), taken, follow=True).content.decode()
    assert "beide Kennungen gelten weiter" in said
    assert "zusammengeführt" in said
    house.refresh_from_db()
    assert (house.name, house.transportation) == ("Haus der Kulturen", "Bus 3, Halt Linde")
    assert house.name in desk.get(url("place", twin.public_id)).content.decode()


def test_address_and_position_are_chosen_together(desk, manager, house, twin):
    at = {"latitude": 51.771, "longitude": 8.06, "street_address": "Am Ring 5"}
    twin = actions.edit_place(manager, twin, changes=at, revision=twin.revision)
    page = desk.get(beside(house, twin))
    assert [each.name for each in page.context["choices"]] == ["name", "street_address", "transportation"]
    assert "Am Ring 5, 51.771, 8.06" in page.text
    assert "Lindenweg 3, 59999 Lindenhagen, 51.77, 8.05" in page.text
    desk.post(beside(house, twin), {"schritt": "zusammen", "street_address": "other"})
    house.refresh_from_db()
    assert (house.street_address, house.postal_code) == ("Am Ring 5", "")
    assert (house.latitude, house.longitude) == (51.771, 8.06)


def test_an_entry_that_only_adds_to_the_address_is_proposed(desk, house, twin):
    page = desk.get(beside(twin, house))
    proposed = {each.name: each.preferred for each in page.context["choices"]}
    assert (proposed["street_address"], proposed["name"]) == ("other", "kept")
    desk.post(beside(twin, house), {"schritt": "zusammen", **proposed})
    twin.refresh_from_db()
    assert (twin.street_address, twin.latitude) == (house.street_address, house.latitude)


def test_merging_is_undone_on_the_page_of_the_one_that_stays(desk, house, twin, cafe):
    desk.post(beside(house, twin), {"schritt": "zusammen", "name": "other"})
    page = desk.get(url("place", house.public_id))
    address = url("unmerge", page.context["merged"][0].merger.public_id)
    assert address in page.text
    question = desk.get(address).text
    assert "ist wieder ein eigener Eintrag" in question
    assert "An dem, was öffentlich ist, ändert sich nichts." in question
    done = sent(desk, address)
    assert done["Location"] == url("place", twin.public_id)
    house.refresh_from_db()
    assert house.name == "Haus der Kulturen"
    assert "Zusammenführung rückgängig gemacht" in desk.get(url("place", house.public_id)).text


def test_where_undoing_is_over_the_pages_say_why(desk, manager, house, twin):
    kept = actions.merge_places(manager, house, other=twin, take={})
    actions.edit_place(manager, kept, changes={"url": "https://haus.example/"}, revision=kept.revision)
    page = desk.get(url("place", house.public_id))
    assert "ist danach geändert worden: Internetadresse." in page.text
    question = desk.get(url("unmerge", page.context["merged"][0].merger.public_id))
    assert "Das lässt sich nicht mehr rückgängig machen" in question.text
    assert "stand" not in filled(question)
    refused = desk.post(question.request["PATH_INFO"], {"stand": ""})
    assert refused.status_code == 409


def test_two_that_are_not_the_same_are_not_asked_about_again(desk, house, twin):
    desk.post(beside(house, twin), {"schritt": "verschieden"})
    assert NotTheSame.objects.get().kind == "place"
    assert "Orte, die vielleicht dieselben sind" not in desk.get(DOUBLES).content.decode()


def test_who_may_not_merge_is_not_asked(planner, house, twin):
    client = at_desk(planner)
    assert "zusammenführen" not in client.get(url("place", house.public_id)).content.decode()
    assert client.get(url("merge_place", house.public_id), {"mit": twin.public_id}).status_code == 403
