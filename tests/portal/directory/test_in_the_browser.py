"""The directory as a browser shows it, in six languages: axe finds nothing, nothing scrolls sideways, little loads."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Request

from ratslinde.kernel import clock
from ratslinde.portal.directory.languages import LANGUAGES
from tests.portal.directory.landscape import Landscape, publish_landscape
from tests.portal.test_in_the_browser import LOOKS, MOST_BYTES, faults, served_for_real

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]
__all__ = ["served_for_real"]


@pytest.fixture
def town(transactional_db) -> Landscape:
    return publish_landscape(today=clock.today())


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def paths(town: Landscape, prefix: str) -> list[str]:
    return [
        f"/{prefix}angebote/",
        f"/{prefix}angebote/?kostenlos=1&sprache=ar",
        f"/{prefix}angebote/?thema=sprache&alter=3",
        f"/{prefix}angebote/karte/",
        f"/{prefix}angebote/karte/?thema=sprache&ausschnitt=8.05,51.77,2",
        f"/{prefix}angebote/{town.cafe.public_id}/",
        f"/{prefix}angebote/{town.group.public_id}/",
        f"/{prefix}akteure/",
        f"/{prefix}akteure/{town.association.public_id}/",
        f"/{prefix}angebote/gibtesnicht/",
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(page, live_server, town, language):
    looks = LOOKS if language.code == "ar" else [look for look in LOOKS if look[0] == "light"]
    addresses = [live_server.url + path for path in paths(town, language.prefix)]
    assert [wrong for each in addresses for wrong in faults(page, each, looks)] == []


def test_arabic_is_read_from_the_right(page, live_server, town):
    page.goto(f"{live_server.url}/ar/angebote/{town.cafe.public_id}/")
    aside, text = page.locator("aside").bounding_box(), page.locator("#wann-wo").bounding_box()
    assert aside["x"] < text["x"]


def test_a_newcomer_finds_an_offer_without_a_script(chromium, live_server, town):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/angebote/")
    page.get_by_role("link", name="English").click()
    page.get_by_text("More options").click()
    page.get_by_label("Topic", exact=True).select_option("sprache")
    page.get_by_label("are free of charge").check()
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Language café").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Language café"
    context.close()


def test_a_script_adds_the_buttons_to_print_and_to_copy(page, live_server, town):
    page.goto(f"{live_server.url}/en/angebote/")
    page.get_by_text("Share this page").click()
    assert page.get_by_role("button", name="Print").is_visible()


@pytest.mark.parametrize("prefix", ["", "ar/", "uk/"])
def test_an_offer_and_a_list_are_one_sheet_of_paper(page, live_server, town, prefix):
    for path in (f"/{prefix}angebote/{town.cafe.public_id}/", f"/{prefix}angebote/"):
        page.goto(live_server.url + path)
        sheet = pypdfium2.PdfDocument(page.pdf(format="A4"))
        assert len(sheet) == 1
        sheet.close()


@pytest.mark.parametrize("prefix", ["uk/", "tr/", "ar/"])
def test_a_first_visit_loads_little(page, served_for_real, town, prefix):
    requests: list[Request] = []

    def note(request: Request) -> None:
        requests.append(request)

    page.on("requestfinished", note)
    page.goto(f"{served_for_real}/{prefix}angebote/", wait_until="networkidle")
    sizes = [each.sizes() for each in requests if not each.url.startswith("data:")]
    assert all(each.url.startswith((served_for_real, "data:")) for each in requests)
    assert sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes) < MOST_BYTES
    assert page.context.cookies() == []


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_the_whole_map_stands_on_a_phone(chromium, live_server, town, prefix):
    context = chromium.new_context(locale="de-DE", viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/{prefix}angebote/karte/")
    frame, drawing = page.locator(".town-map .picture"), page.locator(".town-map .picture svg")
    assert frame.evaluate("each => each.scrollWidth <= each.clientWidth")
    around, inside = frame.bounding_box(), drawing.bounding_box()
    assert around["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= around["x"] + around["width"]
    context.close()
