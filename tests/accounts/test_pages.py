"""Every page of sign-in and account: axe finds nothing, the title says where one is, nothing hangs over on a phone."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from ratslinde.accounts import links
from tests.accounts.conftest import add_app, app_code
from tests.browsing import complaints, plug_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("RATSLINDE_TEST_PICTURES")


def look(page, name: str) -> None:
    page.wait_for_load_state()
    assert page.get_attribute("html", "lang") == "de"
    title, heading = page.title(), page.locator("h1")
    assert heading.count() == 1
    assert title.startswith(heading.inner_text())
    assert title.endswith(" – Ratslinde")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        if PICTURES:
            page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} hangs over"
    assert complaints(page) == []
    assert not [each for each in page.said if "Content Security Policy" in each], page.said


def test_signing_in(page, live_server, clerk, client):
    page.goto(f"{live_server.url}/anmelden/?next=/probe/")
    look(page, "anmelden")
    page.get_by_role("button", name="Code anfordern").click()
    page.get_by_text("konnte so nicht übernommen werden").wait_for()
    look(page, "anmelden-fehler")
    page.get_by_label("E-Mail-Adresse").fill(clerk.email)
    page.get_by_role("button", name="Code anfordern").click()
    look(page, "code")
    page.get_by_label("Code aus der E-Mail").fill("falsch")
    page.get_by_role("button", name="Weiter").click()
    look(page, "code-fehler")
    page.goto(f"{live_server.url.replace('localhost', '127.0.0.1')}/anmelden/")
    look(page, "anmelden-ohne-namen")


def test_the_one_time_link(page, live_server, clerk):
    secret = links.new_link(clerk)
    page.goto(f"{live_server.url}/anmelden/einmal/{secret}/")
    look(page, "link")
    page.goto(f"{live_server.url}/anmelden/einmal/unbekannt/")
    look(page, "link-unbekannt")
    links.redeem(secret)
    page.goto(f"{live_server.url}/anmelden/einmal/{secret}/")
    look(page, "link-benutzt")
    page.goto(f"{live_server.url}/anmelden/einmal/{links.new_link(clerk, lifetime=-links.LIFETIME)}/")
    look(page, "link-alt")


def test_setting_up_and_the_account(page, live_server, clerk, settings):
    plug_in(page)
    page.goto(f"{live_server.url}/anmelden/einmal/{links.new_link(clerk)}/")
    page.get_by_role("button", name="Jetzt anmelden").click()
    look(page, "einrichten")
    page.get_by_role("link", name="App einrichten").click()
    look(page, "app")
    secret = page.locator(".secret").inner_text()
    page.get_by_label("Code, den die App").fill(app_code(secret))
    page.get_by_role("button", name="App einrichten").click()
    page.wait_for_url("**/konto/codes/")
    look(page, "codes")
    page.reload()
    look(page, "codes-danach")
    page.goto(f"{live_server.url}/konto/passkey/")
    look(page, "passkey")
    page.get_by_role("button", name="Passkey einrichten").click()
    page.wait_for_url("**/konto/")
    look(page, "konto")
    page.get_by_role("link", name=re.compile("Entfernen.*Authenticator-App")).click()
    look(page, "entfernen")
    page.get_by_role("button", name="Entfernen").click()
    page.get_by_role("link", name=re.compile("Entfernen.*Passkey 1")).click()
    look(page, "entfernen-letzter")
    page.goto(f"{live_server.url}/konto/codes/neu/")
    look(page, "codes-neu")
    page.goto(f"{live_server.url}/abmelden/")
    look(page, "abmelden")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    page.goto(f"{live_server.url}/konto/codes/neu/")
    look(page, "bestaetigen-passkey")
    page.get_by_role("link", name="Stattdessen einen Code eingeben").click()
    look(page, "bestaetigen-code")


def test_the_second_factor(page, live_server, clerk):
    add_app(clerk)
    page.goto(f"{live_server.url}/anmelden/einmal/{links.new_link(clerk)}/")
    page.get_by_role("button", name="Jetzt anmelden").click()
    look(page, "zweiter-faktor")
    for _ in range(6):
        page.get_by_label("Code aus der Authenticator-App").fill("111111")
        page.get_by_role("button", name="Anmelden", exact=True).click()
    look(page, "zweiter-faktor-zu-oft")
