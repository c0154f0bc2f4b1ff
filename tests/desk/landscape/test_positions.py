"""Places without coordinates at the desk: listed with what to do next, set by their degrees, and taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import etree, html

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import FieldChange, Place
from tests.desk.conftest import at_desk
from tests.desk.filling import filled

LIST = "/schreibtisch/integration/karte/ohne-koordinaten/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def desk(manager, body):
    return at_desk(manager)


@pytest.fixture
def school(manager, body) -> Place:
    return actions.add_place(
        manager, body, name="Alte Schule", street_address="Schulweg 1", postal_code="59999"
    )


@pytest.fixture
def kitchen(manager, body, school) -> Place:
    return actions.add_place(manager, body, name="Kulturküche", street_address="Schulweg 1")


def of(place: Place) -> str:
    return reverse("desk_map:position", args=[place.public_id])


def point(place: Place) -> tuple[float | None, float | None, str | None]:
    place.refresh_from_db()
    return place.latitude, place.longitude, place.space.name if place.space else None


class TestList:
    def test_it_says_how_many_there_are_house_by_house(self, desk, north, school, kitchen, house):
        page = desk.get(LIST)
        assert "2 Orte stehen noch nicht auf der Karte." in page.text
        assert "Alle 2 auf die Karte setzen" in page.text
        assert of(school) in page.text
        assert "Haus der Kulturen" not in page.text
        assert "Noch keine Grenze" not in page.text

    def test_map_and_start_page_lead_there_while_there_are_some(self, desk, manager, north, school):
        for name in ("desk_map:map", "desk_landscape:start"):
            assert LIST in desk.get(reverse(name)).text
        actions.set_position(manager, school, latitude=51.77, longitude=8.05, revision=school.revision)
        for name in ("desk_map:map", "desk_landscape:start"):
            assert LIST not in desk.get(reverse(name)).text

    def test_an_empty_list_says_what_comes_next(self, desk, house):
        page = desk.get(LIST).text
        assert "Jeder Ort hat Koordinaten" in page
        assert reverse("desk_map:map") in page

    def test_without_any_place_it_leads_to_the_first(self, desk):
        page = desk.get(LIST).text
        assert "Noch kein Ort eingetragen" in page
        assert reverse("desk_landscape:new_place") in page

    def test_without_a_boundary_it_says_so(self, desk, school):
        assert "Noch keine Grenze gezeichnet" in desk.get(LIST).text

    def test_who_may_not_set_a_place_gets_no_button(self, reader, school):
        page = at_desk(reader).get(LIST).text
        assert "Alte Schule" in page
        assert of(school) not in page


class TestSetting:
    def test_degrees_are_typed_and_the_place_of_the_same_address_gets_them_too(
        self, desk, north, school, kitchen
    ):
        page = desk.get(of(school))
        assert "Kulturküche" in page.text
        answer = desk.post(of(school), filled(page, latitude="51.771", longitude="8.04"), follow=True)
        assert answer.redirect_chain == [(LIST, 302)]
        assert point(school) == point(kitchen) == (51.771, 8.04, "Nordviertel")
        assert "Die Lage ist bei 2 Orten eingetragen" in answer.text
        assert "Sozialraum Nordviertel." in answer.text
        undoing = reverse("desk_landscape:undo", args=[FieldChange.objects.latest("pk").batch])
        assert undoing in answer.text
        desk.post(undoing)
        assert point(school) == point(kitchen) == (None, None, None)

    def test_what_is_not_ticked_stays_where_it_was(self, desk, north, school, kitchen):
        sent = filled(desk.get(of(school)), latitude="51.771", longitude="8.04")
        del sent["others"]
        answer = desk.post(of(school), sent, follow=True)
        assert (point(school)[0], point(kitchen)[0]) == (51.771, None)
        assert "Noch 1 ohne Koordinaten." in answer.text

    def test_a_place_at_the_same_address_that_is_known_is_proposed(
        self, desk, manager, north, school, kitchen
    ):
        actions.set_position(manager, school, latitude=51.77, longitude=8.05, revision=school.revision)
        page = desk.get(of(kitchen))
        assert "Unter dieser Adresse steht „Alte Schule“ schon auf der Karte." in page.text
        assert page.context["form"]["latitude"].value() == 51.77
        assert "Auch für diese Orte" not in page.text

    def test_a_known_place_is_moved_and_leads_back_to_its_page(self, desk, house, south):
        assert of(house) in desk.get(reverse("desk_landscape:place", args=[house.public_id])).text
        page = desk.get(of(house))
        answer = desk.post(of(house), filled(page, latitude="51.73"))
        assert answer["Location"] == reverse("desk_landscape:place", args=[house.public_id])
        assert point(house) == (51.73, 8.05, "Südstadt")

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"latitude": "8.05", "longitude": "51.77"}, "wohl vertauscht"),
            ({"latitude": "91", "longitude": "8"}, "Diese Koordinaten gibt es nicht."),
            ({"latitude": "", "longitude": "8"}, "field-wrong"),
            ({"latitude": "nan", "longitude": "8"}, "field-wrong"),
            ({"latitude": "51.77", "longitude": "8.05", "others": "fremd:1"}, "inzwischen geändert"),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field_and_kept(
        self, desk, north, school, kitchen, typed, sentence
    ):
        answer = desk.post(of(school), filled(desk.get(of(school)), **typed))
        assert answer.status_code == 200
        assert sentence in answer.text
        assert f'value="{typed["longitude"]}"' in answer.text
        assert point(school) == (None, None, None)

    def test_somebody_was_faster_and_nothing_is_overwritten(self, desk, manager, north, school):
        sent = filled(desk.get(of(school)), latitude="51.771", longitude="8.04")
        actions.edit_place(manager, school, changes={"name": "Schule"}, revision=school.revision)
        answer = desk.post(of(school), sent)
        assert answer.status_code == 200
        assert point(school) == (None, None, None)
        assert "inzwischen" in answer.text


class TestMap:
    def test_it_shows_the_chosen_point_and_has_no_link_that_a_click_would_follow(self, desk, house, school):
        page = desk.get(of(school) + "?breite=51.77&laenge=8.05&ausschnitt=8.05,51.77,1")
        root = etree.fromstring(page.context["drawn"].svg)
        assert not list(root.iter(f"{SVG}a"))
        (cross,) = (each for each in root.iter(f"{SVG}g") if each.get("class") == "map-cross")
        assert cross.get("visibility") is None
        drawn = page.context["drawn"]
        assert cross.get("transform") == f"translate({drawn.width // 2} {drawn.height / 2:g})"
        assert page.context["form"]["latitude"].value() == "51.77"

    def test_the_edges_are_told_in_degrees_with_points(self, desk, north, school):
        page = desk.get(of(school))
        (region,) = html.fromstring(page.text).xpath("//*[@data-position]")
        shown = page.context["drawn"].shown
        told = tuple(float(region.get(f"data-{name}")) for name in ("west", "south", "east", "north"))
        assert told == tuple(shown)
        assert shown.west < 8.0 < 8.1 < shown.east

    def test_without_a_boundary_the_fields_do_it(self, desk, school):
        page = desk.get(of(school))
        assert page.context["drawn"] is None
        assert "Noch keine Karte" in page.text
        desk.post(of(school), filled(page, latitude="51.771", longitude="8.04"))
        assert point(school) == (51.771, 8.04, None)

    def test_names_and_addresses_become_no_markup(self, desk, manager, body, north):
        place = actions.add_place(
            manager, body, name="<script>alert(1)</script>", street_address='"><img src=x>'
        )
        page = desk.get(of(place)).text + desk.get(LIST).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
