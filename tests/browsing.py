"""Chromium with a passkey device that exists only in software, and axe."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
WIDTHS = (1280, 360)
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests; skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page of a fresh profile; what it says in the console is kept in `page.said`. The server must not fail."""
    context = chromium.new_context(locale="de-DE", accept_downloads=True)
    page = context.new_page()
    page.said = []
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 500 else None)
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()
    assert not failed


def plug_in(page: Any, **changed: Any) -> Any:
    """Give the page a device for passkeys; returns the session of the developer tools."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, **changed}})
    return tools


def complaints(page: Any) -> list[str]:
    """What axe finds wrong with the page as it is shown now (WCAG 2.2 AA and best practice)."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def faults(page: Any, *, widths: Sequence[int] = WIDTHS) -> list[str]:
    """What is wrong with the page at each width, with all folds open: axe's complaints, and what runs over."""
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{width}: runs over by {over}"] if over > 0 else []
        found += [f"{width}: {each}" for each in complaints(page)]
    return found
