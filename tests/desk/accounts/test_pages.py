"""The pages of the administration of accounts, looked at in a browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ratslinde.accounts.models import Role
from tests.browsing import complaints
from tests.desk.accounts.conftest import account, add_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("RATSLINDE_TEST_PICTURES")


@pytest.fixture
def administration(page, live_server, desk):
    """A page on which the administrator is signed in."""
    page.context.add_cookies(
        [{"name": "sessionid", "value": desk.cookies["sessionid"].value, "url": live_server.url}]
    )
    return page


def look(shown, name: str) -> None:
    shown.wait_for_load_state()  # a click returns as soon as the new address is there, before its page is
    assert shown.locator("h1").count() == 1
    for width in (1280, 360):
        shown.set_viewport_size({"width": width, "height": 800})
        if PICTURES:
            shown.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width, f"{name} hangs over"
    assert complaints(shown) == []
    assert not [each for each in shown.said if "Content Security Policy" in each], shown.said


def test_axe_finds_nothing(administration, live_server, clerk, office):
    shown = administration
    account("department", Role.DEPARTMENT, organization=office.public_id)
    closed = account("reader", Role.READER)
    closed.is_active = False
    closed.save()
    add_app(clerk)
    shown.goto(f"{live_server.url}/konto/verwaltung/")
    look(shown, "konten")
    shown.get_by_role("link", name="Jemanden einladen").click()
    look(shown, "einladen")
    shown.get_by_role("button", name="Einladen").click()
    shown.get_by_text("konnte so nicht übernommen werden").wait_for()
    look(shown, "einladen-fehler")
    shown.get_by_label("Name", exact=True).fill("Petra Neu")
    shown.get_by_label("E-Mail-Adresse").fill("petra@lindenhagen.example")
    shown.get_by_label("Lesen").check()
    shown.get_by_role("button", name="Einladen").click()
    shown.get_by_label("Link zum Anmelden").wait_for()
    look(shown, "einmal-link")
    shown.goto(f"{live_server.url}/konto/verwaltung/{clerk.public_id}/")
    look(shown, "konto-anderer")
    shown.goto(f"{live_server.url}/konto/verwaltung/{closed.public_id}/")
    look(shown, "konto-geschlossen")
