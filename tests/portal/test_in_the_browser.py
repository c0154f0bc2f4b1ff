"""The pages as a browser shows them: axe finds nothing, nothing scrolls sideways, little loads, no script needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, Request
from pytest_django.live_server_helper import LiveServer

from tests.portal import town
from tests.portal.test_pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db", "published")]

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FURTHER_PAGES = (f"/vorlagen/{town.GONE}/", "/gibtesnicht/")
MOST_BYTES = 200_000


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)[
        "violations"
    ]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


LOOKS = (("light", 1280), ("dark", 1280), ("light", 320))
"""Colour scheme and width."""


def faults(page: Page, address: str, looks: Sequence[tuple[str, int]]) -> list[str]:
    """What is wrong with the page in each look: what axe finds, and whether it is wider than the screen."""
    page.goto(address)
    found = []
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate("document.documentElement.scrollWidth") > width
        wrong = [*violations(page), *["is wider than the screen"] * over]
        found += [f"{address} {scheme} {width} {each}" for each in wrong]
    return found


def test_axe_finds_nothing_on_any_page_and_nothing_is_wider_than_a_phone(page, live_server):
    addresses = [live_server.url + path for path in (*PAGES, *FURTHER_PAGES)]
    assert [wrong for each in addresses for wrong in faults(page, each, LOOKS)] == []


def test_the_first_key_leads_to_the_content(page, live_server):
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


def test_the_pages_need_no_script(chromium, live_server):
    context = chromium.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    page.goto(live_server.url)
    page.get_by_role("searchbox").fill("Baum")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Beschluss über die Planung einer Baumpflanzaktion").first.click()
    page.wait_for_load_state()
    assert "Baumpflanzaktion" in page.get_by_role("heading", level=1).inner_text()
    context.close()


def test_arabic_readers_find_the_page_from_right_to_left(page, live_server):
    page.goto(f"{live_server.url}/sitzungen/{town.HELD}/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    brand, navigation = page.locator(".brand").bounding_box(), page.locator(".navigation").bounding_box()
    assert brand["x"] > navigation["x"]
    number, title = (
        page.locator(".agenda-number").first.bounding_box(),
        page.locator(".agenda-title").first.bounding_box(),
    )
    assert number["x"] > title["x"]


def test_a_document_that_is_a_web_page_runs_nothing(page, live_server):
    page.goto(f"{live_server.url}/dokumente/{town.PAGE}/lageplan.html")
    assert page.title() == "Plan"


@pytest.fixture
def served_for_real(settings, tmp_path) -> Iterator[str]:
    """The site with collected, compressed static files, as the server sends them."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    if "whitenoise.middleware.WhiteNoiseMiddleware" not in settings.MIDDLEWARE:
        settings.MIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware", *settings.MIDDLEWARE]
    call_command("collectstatic", verbosity=0, interactive=False)
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = lambda application: application
    server.start()
    yield server.url
    server.stop()


def test_a_first_visit_loads_little_and_only_from_here(page, served_for_real):
    requests: list[Request] = []

    def note(request: Request) -> None:
        requests.append(request)

    page.on("requestfinished", note)
    page.goto(f"{served_for_real}/sitzungen/{town.HELD}/", wait_until="networkidle")
    assert all(each.url.startswith((served_for_real, "data:")) for each in requests)
    sizes = [each.sizes() for each in requests if not each.url.startswith("data:")]
    loaded = sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes)
    assert len(sizes) > 4
    assert loaded < MOST_BYTES
    assert page.context.cookies() == []
    assert page.evaluate("document.fonts.check('16px \"Fira Sans\"')")
