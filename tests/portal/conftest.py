"""The invented town, published for each test that wants it, and a browser to look at it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from ratslinde.record.search import rebuild_index
from tests.portal import town

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(autouse=True)
def _static_files_under_their_own_names(settings, tmp_path) -> None:
    settings.RATSLINDE_DATA = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def published(db) -> None:
    """The town of `tests.portal.town`, found by the search too."""
    town.publish_town()
    rebuild_index()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium from Debian, without a window."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()
