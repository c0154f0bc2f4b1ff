"""A point is set on the map by a click, by keyboard alone, and by the fields where no script runs."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ratslinde.integration.landscape import actions
from ratslinde.integration.landscape.models import Place
from tests.browsing import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = "/schreibtisch/integration/karte/ohne-koordinaten/"


@pytest.fixture
def school(manager, body, house, north, south) -> Place:
    return actions.add_place(
        manager, body, name="Alte Schule", street_address="Schulweg 1", postal_code="59999"
    )


@pytest.fixture
def kitchen(manager, body, school) -> Place:
    return actions.add_place(manager, body, name="Kulturküche", street_address="Schulweg 1")


def point(place: Place) -> tuple[float | None, float | None, str | None]:
    place.refresh_from_db()
    return place.latitude, place.longitude, place.space.name if place.space else None


def save(page) -> None:
    page.get_by_role("button", name="Speichern").press("Enter")
    page.wait_for_url(f"**{LIST}")
    expect(page.get_by_text("eingetragen")).to_be_visible()


def test_a_click_sets_the_point_that_was_clicked(open_page, manager, school):
    page = open_page(manager)
    page.goto(reverse("desk_map:position", args=[school.public_id]))
    ring = page.locator(".map-ring").first  # the house of cultures, at 51.77 and 8.05
    ring.click()
    expect(page.get_by_label("Breite")).to_have_value(re.compile(r"51\.7[67]\d{4}"))
    expect(page.get_by_label("Länge")).to_have_value(re.compile(r"8\.0(5|49)\d+"))
    expect(page.get_by_role("status").filter(has_text="Nordviertel")).to_contain_text(
        "noch nicht gespeichert"
    )
    assert faults(page) == []
    save(page)
    assert point(school) == (pytest.approx(51.77, abs=0.0002), pytest.approx(8.05, abs=0.0002), "Nordviertel")


def test_arrows_move_the_cross_and_enter_takes_the_point(open_page, manager, school, kitchen):
    page = open_page(manager)
    page.goto(LIST)
    page.get_by_role("link", name="Alle 2 auf die Karte setzen").press("Enter")
    page.wait_for_url("**/lage/**")
    region = page.get_by_role("application", name="Karte der Sozialräume")
    for key in (*["ArrowUp"] * 7, "Shift+ArrowRight"):
        region.press(key)
    expect(page.get_by_label("Breite")).to_have_value("")
    expect(page.get_by_role("status").filter(has_text="Kreuz bei")).to_contain_text("Nordviertel")
    for _ in range(14):
        region.press("ArrowDown")
    expect(page.get_by_role("status").filter(has_text="Kreuz bei")).to_contain_text("Südstadt")
    region.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Übernommen")).to_contain_text("Südstadt")
    save(page)
    assert point(school) == point(kitchen)
    assert point(school)[2] == "Südstadt"


def test_the_point_stays_when_the_map_is_moved_nearer_and_farther(open_page, manager, school):
    page = open_page(manager)
    page.goto(reverse("desk_map:position", args=[school.public_id]))
    page.locator(".map-ring").first.click()
    expect(page.get_by_label("Breite")).to_have_value(re.compile(r"51\.7[67]\d{4}"))
    page.get_by_role("link", name="Näher").click()
    page.wait_for_url(re.compile(r"ausschnitt=8\.0\d+%2C51\.7\d+%2C1&breite=51\.7"))
    expect(page.locator(".map-cross")).to_be_visible()
    expect(page.get_by_label("Breite")).to_have_value(re.compile(r"51\.7[67]\d{4}"))
    page.get_by_role("link", name="Südstadt").click()
    page.wait_for_url(re.compile(r"ausschnitt=8\.05000%2C51\.73000"))
    expect(page.get_by_label("Länge")).to_have_value(re.compile(r"8\.0(5|49)\d+"))


def test_what_is_typed_moves_the_cross(open_page, manager, school):
    page = open_page(manager, width=360)
    page.goto(reverse("desk_map:position", args=[school.public_id]))
    expect(page.locator(".map-cross")).to_be_hidden()
    page.get_by_label("Breite").fill("51.77")
    page.get_by_label("Länge").fill("8.05")
    expect(page.locator(".map-cross")).to_be_visible()
    page.get_by_label("Länge").fill("9")
    expect(page.locator(".map-cross")).to_be_hidden()


def test_without_javascript_the_fields_do_it(open_page, manager, school):
    page = open_page(manager, java_script_enabled=False)
    page.goto(LIST)
    page.get_by_role("link", name="Auf die Karte setzen").press("Enter")
    page.wait_for_url("**/lage/**")
    expect(page.get_by_text("Klicken Sie auf die Stelle.")).to_be_hidden()
    page.get_by_label("Breite").fill("51.77")
    page.get_by_label("Länge").fill("8.05")
    save(page)
    assert point(school) == (51.77, 8.05, "Nordviertel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_and_map_are_clean(open_page, manager, school, kitchen, scheme):
    page = open_page(manager, color_scheme=scheme)
    page.goto(LIST)
    found = faults(page)
    page.goto(reverse("desk_map:position", args=[school.public_id]) + "?breite=51.77&laenge=8.05")
    assert [*found, *faults(page)] == []
