"""The invented town, published for each test that wants it, and a browser to look at it with."""

from __future__ import annotations

import pytest

from ratslinde.record.search import rebuild_index
from tests.portal import town


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
